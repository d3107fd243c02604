import type { Package } from '../package.ts'
import { openWorkbook, relations, type Sheet, type Workbook } from '../workbook.ts'
import { workbookFault } from '../workbook-fault.ts'
import { type Area, areaOf, type CellChange, liesIn, type PlacedChange, placeOf } from './cell-change.ts'
import { valueFault } from './cell-xml.ts'
import { copyParts } from './copy-parts.ts'
import { editFault } from './edit-fault.ts'
import { editSheet } from './edit-sheet.ts'
import { hasFormula, recalculated } from './recalculate.ts'
import { bytesText } from './scan-xml.ts'

/** What one part may unpack to when it is changed: it is held in memory as a whole. */
const MOST_BYTES = 200_000_000

/**
 * A workbook (.xlsx, .xlsm) with cells changed. Only sheets with changed cells are written, and in them only those cells; every other
 * part stays as it is, byte by byte. Where the workbook has formulas they are worked out when it is next opened.
 * @throws AnlanError import-refused when the file cannot be read, or naming the cell that cannot be written: a formula, a cell inside a merge …
 */
export async function setCells(book: Uint8Array, changes: readonly CellChange[]): Promise<Uint8Array> {
  const workbook = await openWorkbook(book)
  try {
    const changed = new Map<string, Uint8Array>()
    for (const [name, cells] of Map.groupBy(changes, ({ sheet }) => sheet))
      await changeSheet(workbook, name, cells, changed)
    if (changed.size === 0) return book
    if (await anyFormula(workbook)) {
      const main = await partText(workbook.parts, workbook.main)
      const fresh = recalculated(main)
      if (fresh !== main) changed.set(workbook.parts.nameOf(workbook.main), Buffer.from(fresh, 'latin1'))
    }
    return await copyParts(book, changed)
  } finally {
    workbook.parts.close()
  }
}

async function changeSheet(
  workbook: Workbook,
  name: string,
  cells: readonly CellChange[],
  changed: Map<string, Uint8Array>,
): Promise<void> {
  const { parts, sheets, kinds, from1904 } = workbook
  const sheet = sheets.find((each) => each.name === name)
  if (!sheet) throw editFault('unknown-sheet', cells[0] ?? { sheet: name, cell: '' })
  const placed = cells.map(placedOf)
  const refuse = (rule: Parameters<typeof editFault>[0], cell: string) => editFault(rule, { sheet: name, cell })
  for (const area of await tableHeadings(parts, sheet)) {
    const hit = placed.find((change) => liesIn(change, area))
    if (hit) throw refuse('table-heading', hit.cell)
  }
  // Of two changes of one cell the later holds.
  const last = [...new Map(placed.map((change) => [change.cell, change])).values()]
  const text = editSheet(await partText(parts, sheet.part), last, { kinds, from1904, refuse })
  changed.set(parts.nameOf(sheet.part), Buffer.from(text, 'latin1'))
}

function placedOf({ sheet, cell, value }: CellChange): PlacedChange {
  const place = placeOf(cell)
  if (!place) throw editFault('no-cell', { sheet, cell })
  const fault = valueFault(value)
  if (fault) throw editFault(fault, { sheet, cell })
  return { ...place, cell, value }
}

/** A part as its bytes, one letter each. */
export async function partText(parts: Package, part: string): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of parts.open(part)) {
    size += piece.length
    if (size > MOST_BYTES) throw workbookFault('too-large')
    pieces.push(piece)
  }
  return bytesText(Buffer.concat(pieces))
}

async function anyFormula({ parts, sheets }: Workbook): Promise<boolean> {
  for (const { part } of sheets) if (await hasFormula(parts, part)) return true
  return false
}

/** The heading rows of the tables of a sheet: their words stand in the table too, and both must be the same. */
const tableHeadings = async (parts: Package, sheet: Sheet): Promise<readonly Area[]> =>
  (await relatedTables(parts, sheet)).flatMap((table) => (table.isHeaded ? [{ ...table, bottom: table.top }] : []))

/** The tables ("Insert, Table") of a sheet. */
export async function relatedTables(
  parts: Package,
  { part }: Sheet,
): Promise<readonly (Area & { readonly isHeaded: boolean })[]> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const related = await relations(parts, `${folder}_rels/${part.slice(slash)}.rels`, folder)
  const tables: (Area & { isHeaded: boolean })[] = []
  for (const { type, part: table } of related.values()) {
    if (type !== 'table' || !parts.has(table)) continue
    const [tag = ''] = /<(?:\w+:)?table\s[^>]*>/.exec(await partText(parts, table)) ?? []
    const area = areaOf(/\sref=["']([^"']+)/.exec(tag)?.[1])
    if (area) tables.push({ ...area, isHeaded: !/\sheaderRowCount=["']0/.test(tag) })
  }
  return tables
}

import type { CellValue } from '../edit/cell-change.ts'
import { lettersOf } from '../edit/cell-change.ts'
import { copyParts } from '../edit/copy-parts.ts'
import { editFault } from '../edit/edit-fault.ts'
import { editSheet } from '../edit/edit-sheet.ts'
import { hasFormula, recalculated } from '../edit/recalculate.ts'
import { type Splice, scanXml, spliced } from '../edit/scan-xml.ts'
import { partText, relatedTables } from '../edit/set-cells.ts'
import { mapSheet } from '../edit/sheet-map.ts'
import { ROW_TAG_HEADING } from '../row-tag.ts'
import { plainRows } from '../sheet-rows.ts'
import { openWorkbook, type Sheet, type Workbook } from '../workbook.ts'
import { type FormSheet, filledSheet, insertedBy } from './form-sheet.ts'
import { type Inserted, withInserted } from './formula-rows.ts'
import { formulaBytes, formulaText } from './row-pattern.ts'
import { shifted } from './shift-sheet.ts'
import { findBody } from './template-body.ts'

/** How an office's own form is filled. */
export type FormPlan = {
  readonly sheet: string
  /** The last row of its headings. */
  readonly headings: number
  /** Whether its headings are two rows. */
  readonly isPair: boolean
  /** The columns that are filled, in the order of a row's cells; 0 is A. */
  readonly columns: readonly number[]
  /** Columns that have a heading. */
  readonly width: number
  /** Who took it, when and for what; it stands where the tags stand, and is shown to nobody. */
  readonly mark: string
}

export type FormRow = { readonly tag: string; readonly cells: readonly CellValue[] }

/**
 * An office's own form (.xlsx, .xlsm) with its rows filled: each looks like the first, validations, merges, formulas, sums, names and print areas
 * reach over all of them, and everything else stays as it is, byte by byte. What stood in the rows before goes.
 * @throws AnlanError import-refused when the file cannot be read or filled
 */
export async function fillForm(book: Uint8Array, plan: FormPlan, rows: readonly FormRow[]): Promise<Uint8Array> {
  const workbook = await openWorkbook(book)
  try {
    const sheet = workbook.sheets.find(({ name }) => name === plan.sheet)
    if (!sheet) throw editFault('unknown-sheet', { sheet: plan.sheet, cell: '' })
    const form = await formOf(workbook, sheet, plan, rows)
    const inserted = insertedBy(form)
    const filled = withHeading(filledSheet(form), plan, form)
    const changed = new Map<string, Uint8Array | null>([
      [workbook.parts.nameOf(sheet.part), Buffer.from(filled, 'latin1')],
    ])
    if (inserted.count > 0) await shiftOthers(workbook, sheet, inserted, changed)
    await workOut(workbook, sheet, changed)
    return await copyParts(book, changed)
  } finally {
    workbook.parts.close()
  }
}

async function formOf(workbook: Workbook, sheet: Sheet, plan: FormPlan, rows: readonly FormRow[]): Promise<FormSheet> {
  const text = await partText(workbook.parts, sheet.part)
  const map = mapSheet(text)
  const cells = new Map<number, readonly string[]>()
  for await (const row of plainRows(workbook, sheet)) cells.set(row.row, row.cells)
  const body = findBody(plan.headings, map.rows, cells, plan.columns)
  for (const area of await relatedTables(workbook.parts, sheet))
    if (area.bottom > plan.headings)
      throw editFault('table', { sheet: plan.sheet, cell: lettersOf(area.left) + area.top })
  const joined = map.merges.filter(({ top }) => top <= body.first).map(({ right }) => right + 1)
  const hidden = Math.max(plan.width, ...joined.filter((right) => right < 1000))
  return {
    sheet: plan.sheet,
    text,
    map,
    body,
    hidden,
    writing: { from1904: workbook.from1904, kinds: workbook.kinds },
    rows: rows.map(
      (row) =>
        new Map([
          ...plan.columns.map((column, at) => [column, row.cells[at] ?? null] as const),
          [hidden, row.tag] as const,
        ]),
    ),
  }
}

/** The heading of the tags, and above it who took the file. */
function withHeading(
  text: string,
  { headings, isPair, mark }: FormPlan,
  { hidden, writing, map, sheet }: FormSheet,
): string {
  const cell = (row: number) => `${lettersOf(hidden)}${row}`
  const isFree = !map.merges.some(({ top, left, right }) => top === 1 && left <= hidden && right >= hidden)
  const top = isPair ? headings - 1 : headings
  const changes = [
    // In both rows, as a heading that reaches over both is read.
    ...[...new Set([top, headings])].map((row) => ({ row, column: hidden, cell: cell(row), value: ROW_TAG_HEADING })),
    ...(top > 1 && isFree && mark ? [{ row: 1, column: hidden, cell: cell(1), value: mark }] : []),
  ]
  const refuse = (rule: Parameters<typeof editFault>[0], at: string) => editFault(rule, { sheet, cell: at })
  return editSheet(text, changes, { ...writing, refuse })
}

/** Formulas of other sheets and names that name the sheet whose rows moved. */
async function shiftOthers(
  { parts, sheets, main }: Workbook,
  sheet: Sheet,
  inserted: Inserted,
  changed: Map<string, Uint8Array | null>,
) {
  for (const other of sheets) {
    if (other.part === sheet.part || !(await hasFormula(parts, other.part))) continue
    const text = await partText(parts, other.part)
    const moved = shifted(text, sheet.name, false, inserted)
    if (moved !== text) changed.set(parts.nameOf(other.part), Buffer.from(moved, 'latin1'))
  }
  const text = await partText(parts, main)
  const splices: Splice[] = []
  let from = -1
  scanXml(text, {
    open: ({ name, span }) => {
      if (name === 'definedName') from = span.to
    },
    close: (name, span) => {
      if (name !== 'definedName' || from < 0) return
      const by = formulaBytes(withInserted(formulaText(text.slice(from, span.from)), sheet.name, false, inserted))
      splices.push({ from, to: span.from, by })
      from = -1
    },
  })
  changed.set(parts.nameOf(main), Buffer.from(spliced(text, splices), 'latin1'))
}

const CHAIN = 'xl/calcChain.xml'

/** Formulas are worked out when the file is opened; the list of those there were, which Excel makes anew, goes where they moved. */
async function workOut(workbook: Workbook, sheet: Sheet, changed: Map<string, Uint8Array | null>) {
  const { parts, sheets, main } = workbook
  let any = false
  for (const { part } of sheets) any ||= await hasFormula(parts, part)
  if (!any) return
  const name = parts.nameOf(main)
  const text = Buffer.from(changed.get(name) ?? Buffer.from(await partText(parts, main), 'latin1')).toString('latin1')
  changed.set(name, Buffer.from(recalculated(text), 'latin1'))
  if (!parts.has(CHAIN) || !(await hasFormula(parts, sheet.part))) return
  changed.set(parts.nameOf(CHAIN), null)
  await dropNamed(parts, '[Content_Types].xml', 'Override', 'PartName', changed)
  const slash = main.lastIndexOf('/') + 1
  await dropNamed(parts, `${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`, 'Relationship', 'Target', changed)
}

async function dropNamed(
  parts: Workbook['parts'],
  part: string,
  tag: string,
  attribute: string,
  changed: Map<string, Uint8Array | null>,
) {
  if (!parts.has(part)) return
  const text = await partText(parts, part)
  const splices: Splice[] = []
  scanXml(text, {
    open: ({ name, attributes, span, isEmpty }) => {
      if (name === tag && isEmpty && /calcChain\.xml$/i.test(attributes[attribute] ?? ''))
        splices.push({ ...span, by: '' })
    },
    close: () => {},
  })
  if (splices.length > 0) changed.set(parts.nameOf(part), Buffer.from(spliced(text, splices), 'latin1'))
}

import { type Area, areaOf, areaText, lettersOf, liesIn, type PlacedChange } from './cell-change.ts'
import { type CellWriting, cellXml } from './cell-xml.ts'
import type { editFault } from './edit-fault.ts'
import { type OpenTag, type Splice, spliced } from './scan-xml.ts'
import { type MappedRow, mapRow, mapSheet, type SheetMap } from './sheet-map.ts'

type Fault = Parameters<typeof editFault>[0]

/** What a sheet needs besides its bytes: how its cells are written, and how a cell that cannot be is refused. */
export type SheetEdit = Omit<CellWriting, 'prefix'> & { readonly refuse: (rule: Fault, cell: string) => Error }

/**
 * A sheet with cells changed: nothing else of its bytes becomes another, save that its stated size grows with it.
 * A cell keeps its style; one that is new takes that of its row or column.
 * @throws AnlanError import-refused when a cell cannot be written, or the sheet is damaged
 */
export function editSheet(text: string, changes: readonly PlacedChange[], edit: SheetEdit): string {
  const map = mapSheet(text)
  refuseHidden(map, changes, edit)
  const byRow = Map.groupBy(
    [...changes].sort((a, b) => a.row - b.row || a.column - b.column),
    ({ row }) => row,
  )
  const places = new Map(map.rows.map((row) => [row.number, row]))
  const splices: Splice[] = []
  const fresh: (readonly [number, string])[] = []
  for (const [number, cells] of byRow) {
    const row = places.get(number)
    if (row) splices.push({ ...row.span, by: editRow(text.slice(row.span.from, row.span.to), cells, map, edit) })
    else fresh.push([number, newRow(number, cells, map, edit)])
  }
  return spliced(text, [...splices, ...insertions(text, fresh, map), ...grown(text, map, changes)])
}

/** A row with cells changed or added in their order. */
function editRow(text: string, changes: readonly PlacedChange[], map: SheetMap, edit: SheetEdit): string {
  const { tag, cells, end } = mapRow(text)
  const known = new Map(cells.map((cell) => [cell.column, cell]))
  const splices: Splice[] = []
  const added: Splice[] = []
  for (const change of changes) {
    const cell = known.get(change.column)
    if (cell?.formula) throw edit.refuse('formula-cell', change.cell)
    if (cell) {
      const by = cellXml(change, cell.tag.attributes['s'], { ...edit, prefix: cell.tag.prefix })
      splices.push({ ...cell.span, by })
    } else if (!isNothing(change)) {
      const at = cells.find(({ column }) => column > change.column)?.span.from ?? end
      added.push({ from: at, to: at, by: newCell(change, tag, map, edit) })
    }
  }
  const [opened, rest] = [openedWider(text, tag, changes), tag.isEmpty ? `</${tag.prefix}row>` : '']
  if (added.length === 0) return spliced(text, splices)
  if (tag.isEmpty) return opened.replace(/\s*\/>$/, '>') + added.map(({ by }) => by).join('') + rest
  return opened + spliced(text, [...splices, ...added]).slice(tag.span.to)
}

/** The tag of a row, whose stated columns are as many as it has. */
function openedWider(text: string, tag: OpenTag, changes: readonly PlacedChange[]): string {
  const written = text.slice(tag.span.from, tag.span.to)
  const [first, last] = (tag.attributes['spans'] ?? '').split(':').map(Number)
  if (!first || !last) return written
  const places = changes.map(({ column }) => column + 1)
  const spans = `${Math.min(first, ...places)}:${Math.max(last, ...places)}`
  return written.replace(/(\sspans\s*=\s*)(["'])[^"']*\2/, `$1"${spans}"`)
}

const isNothing = ({ value }: PlacedChange): boolean => value === null || value === ''

function newCell(change: PlacedChange, { prefix, attributes }: OpenTag, map: SheetMap, edit: SheetEdit): string {
  const place = change.column + 1
  const ofRow = ['1', 'true'].includes(attributes['customFormat'] ?? '') ? attributes['s'] : undefined
  const style = ofRow ?? map.columns.find(({ min, max }) => min <= place && place <= max)?.style
  return cellXml(change, style, { ...edit, prefix })
}

function newRow(number: number, changes: readonly PlacedChange[], map: SheetMap, edit: SheetEdit): string {
  const { prefix } = map.data
  const cells = changes.filter((change) => !isNothing(change)).map((change) => newCell(change, map.data, map, edit))
  return cells.length === 0 ? '' : `<${prefix}row r="${number}">${cells.join('')}</${prefix}row>`
}

/** Rows that a sheet does not have yet, each before the next that it has. */
function insertions(text: string, fresh: readonly (readonly [number, string])[], map: SheetMap): Splice[] {
  const { data, dataEnd, rows } = map
  if (data.isEmpty) {
    const written = fresh.map(([, row]) => row).join('')
    const opened = text.slice(data.span.from, data.span.to).replace(/\s*\/>$/, '>')
    return written ? [{ ...data.span, by: `${opened}${written}</${data.prefix}sheetData>` }] : []
  }
  return fresh.map(([number, by]) => {
    const at = nextRow(rows, number)?.span.from ?? dataEnd
    return { from: at, to: at, by }
  })
}

/** The first row behind a number. */
function nextRow(rows: readonly MappedRow[], number: number): MappedRow | undefined {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.number ?? 0) > number) high = middle
    else low = middle + 1
  }
  return rows[low]
}

/** The sheet's stated size, where a cell now stands outside it: some programs read no further than it says. */
function grown(text: string, { dimension }: SheetMap, changes: readonly PlacedChange[]): Splice[] {
  const area = areaOf(dimension?.attributes['ref'])
  const outside = changes.filter((change) => !isNothing(change) && area && !liesIn(change, area))
  if (!dimension || !area || outside.length === 0) return []
  const written = areaText(
    outside.reduce(
      (wide, { row, column }) => ({
        top: Math.min(wide.top, row),
        left: Math.min(wide.left, column),
        bottom: Math.max(wide.bottom, row),
        right: Math.max(wide.right, column),
      }),
      area,
    ),
  )
  const tag = text.slice(dimension.span.from, dimension.span.to)
  return [{ ...dimension.span, by: tag.replace(/(\sref\s*=\s*)(["'])[^"']*\2/, `$1"${written}"`) }]
}

/** What would not be seen, or belongs to a formula of several cells. */
function refuseHidden({ merges, arrays }: SheetMap, changes: readonly PlacedChange[], edit: SheetEdit): void {
  const rows = new Set(changes.map(({ row }) => row))
  const [merged, filled] = [areasByRow(merges, rows), areasByRow(arrays, rows)]
  for (const change of changes) {
    if (filled.get(change.row)?.some((area) => liesIn(change, area))) throw edit.refuse('formula-cell', change.cell)
    const merge = merged.get(change.row)?.find((area) => liesIn(change, area))
    const isFirst = merge && `${lettersOf(merge.left)}${merge.top}` === change.cell
    if (merge && !isFirst && !isNothing(change)) throw edit.refuse('merged-cell', change.cell)
  }
}

/** Stretches by those of the rows that they run over. */
function areasByRow(areas: readonly Area[], rows: ReadonlySet<number>): ReadonlyMap<number, Area[]> {
  const found = new Map<number, Area[]>()
  const keep = (row: number, area: Area) => found.set(row, [...(found.get(row) ?? []), area])
  for (const area of areas) {
    if (area.bottom - area.top < rows.size) {
      for (let row = area.top; row <= area.bottom; row++) if (rows.has(row)) keep(row, area)
    } else for (const row of rows) if (row >= area.top && row <= area.bottom) keep(row, area)
  }
  return found
}

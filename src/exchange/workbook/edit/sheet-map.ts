import { columnOf } from '../cell-text.ts'
import { workbookFault } from '../workbook-fault.ts'
import { type Area, areaOf } from './cell-change.ts'
import { type OpenTag, type Span, scanXml } from './scan-xml.ts'

/** A row by where its bytes stand. */
export type MappedRow = { readonly number: number; readonly tag: OpenTag; readonly span: Span }

/** Where in a sheet's bytes its rows stand, and what besides them says something of its cells. */
export type SheetMap = {
  readonly data: OpenTag
  /** Where rows behind the last go. */
  readonly dataEnd: number
  readonly rows: readonly MappedRow[]
  readonly dimension: OpenTag | undefined
  readonly columns: readonly { readonly min: number; readonly max: number; readonly style: string }[]
  readonly merges: readonly Area[]
  /** Stretches that one formula fills. */
  readonly arrays: readonly Area[]
}

/** Reads where the rows of a sheet stand. @throws AnlanError import-refused, rule damaged */
export function mapSheet(text: string): SheetMap {
  const rows: MappedRow[] = []
  const columns: SheetMap['columns'][number][] = []
  const [merges, arrays] = [[] as Area[], [] as Area[]]
  let [data, dimension, row] = [undefined, undefined, undefined] as (OpenTag | undefined)[]
  let dataEnd = -1
  const open = (tag: OpenTag) => {
    const { name, attributes } = tag
    if (name === 'sheetData') data = tag
    else if (name === 'row') row = tag
    else if (name === 'dimension') dimension = tag
    else if (name === 'col' && attributes['style'])
      columns.push({ min: Number(attributes['min']), max: Number(attributes['max']), style: attributes['style'] })
    else if (name === 'mergeCell') keep(merges, attributes['ref'])
    else if (name === 'f' && attributes['t'] && attributes['t'] !== 'shared') keep(arrays, attributes['ref'])
  }
  scanXml(text, {
    open,
    close: (name, span) => {
      if (name === 'sheetData') dataEnd = span.from
      if (name !== 'row' || !row || dataEnd >= 0) return
      const last = rows.at(-1)?.number ?? 0
      const number = Number(row.attributes['r'] ?? last + 1)
      // Excel takes a sheet whose rows are not in order for damaged, and so it is.
      if (!(number > last)) throw workbookFault('damaged')
      rows.push({ number, tag: row, span: { from: row.span.from, to: span.to } })
    },
  })
  if (!data || dataEnd < 0) throw workbookFault('damaged')
  return { data, dataEnd, rows, dimension, columns, merges, arrays }
}

/** A sheet with more merges than this is no ledger. */
const MOST_AREAS = 200_000

function keep(areas: Area[], ref: string | undefined): void {
  const area = areaOf(ref)
  if (areas.length >= MOST_AREAS) throw workbookFault('too-large')
  if (area) areas.push(area)
}

/** A cell by where its bytes stand. */
export type MappedCell = {
  readonly column: number
  readonly tag: OpenTag
  readonly span: Span
  readonly formula: OpenTag | undefined
}

/** The cells of one row, by its own bytes. @throws AnlanError import-refused, rule damaged */
export function mapRow(text: string): {
  readonly tag: OpenTag
  readonly cells: readonly MappedCell[]
  readonly end: number
} {
  const cells: MappedCell[] = []
  let [tag, cell, formula] = [undefined, undefined, undefined] as (OpenTag | undefined)[]
  let end = 0
  scanXml(text, {
    open: (found) => {
      if (found.name === 'row') tag = found
      if (found.name === 'f') formula = found
      if (found.name !== 'c') return
      cell = found
      formula = undefined
    },
    close: (name, span) => {
      if (name === 'row') end = span.from
      if (name !== 'c' || !cell) return
      const last = cells.at(-1)?.column ?? -1
      const column = columnOf(cell.attributes['r']) ?? last + 1
      if (column <= last) throw workbookFault('damaged')
      cells.push({ column, tag: cell, span: { from: cell.span.from, to: span.to }, formula })
    },
  })
  if (!tag) throw workbookFault('damaged')
  return { tag, cells, end }
}

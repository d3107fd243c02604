import { type Area, areaText } from '../edit/cell-change.ts'
import type { CellWriting } from '../edit/cell-xml.ts'
import { type OpenTag, type Splice, scanXml, spliced } from '../edit/scan-xml.ts'
import type { MappedRow, SheetMap } from '../edit/sheet-map.ts'
import type { Inserted } from './formula-rows.ts'
import { type FilledRow, patternedRow, patternOf, type RowPattern } from './row-pattern.ts'
import { shifted, shiftedArea, withoutResults } from './shift-sheet.ts'
import type { Body } from './template-body.ts'

/** A form to be filled: its sheet, the rows that are there to be filled, and what they are filled with. */
export type FormSheet = {
  readonly sheet: string
  readonly text: string
  readonly map: SheetMap
  readonly body: Body
  readonly rows: readonly FilledRow[]
  readonly writing: Omit<CellWriting, 'prefix'>
  /** The column of the rows' tags, shown to nobody. */
  readonly hidden: number
}

/** Rows that are put in because there are more than the form has. */
export const insertedBy = ({ body, rows }: Pick<FormSheet, 'body' | 'rows'>): Inserted => {
  const room = body.last - body.first + 1
  return { behind: body.last, count: Math.max(0, rows.length - room), grows: room > 0 }
}

/** The sheet of a form with its rows filled: each looks like the first, and what stands below moves down and is kept. */
export function filledSheet(form: FormSheet): string {
  const { text, map, body, sheet } = form
  const inserted = insertedBy(form)
  const { prefix } = map.data
  const [above, below] = [
    map.rows.filter(({ number }) => number < body.first),
    map.rows.filter(({ number }) => number > body.last),
  ]
  const moved = (row: MappedRow) => {
    const written = withoutResults(text.slice(row.span.from, row.span.to))
    return inserted.count > 0 ? shifted(written, sheet, true, inserted) : written
  }
  const pattern = rowPattern(form)
  const count = Math.max(form.rows.length, body.last - body.first + 1)
  const filled = Array.from({ length: count }, (_, at) =>
    patternedRow(pattern, body.first + at, form.rows[at] ?? new Map(), { ...form.writing, prefix }),
  )
  const opened = text.slice(map.data.span.from, map.data.span.to).replace(/\s*\/>$/, '>')
  const head = text.slice(0, map.data.span.from)
  const foot = map.data.isEmpty ? `</${prefix}sheetData>${text.slice(map.data.span.to)}` : text.slice(map.dataEnd)
  const whole = [head, opened, ...above.map(moved), ...filled, ...below.map(moved), foot].join('')
  return aroundRows(whole, form, inserted)
}

function rowPattern({ text, map, body }: FormSheet): RowPattern {
  // Where sums follow the headings at once, no row says what one to be filled looks like.
  const row = body.last < body.first ? undefined : map.rows.find(({ number }) => number === body.first)
  return row
    ? patternOf(text.slice(row.span.from, row.span.to), row.number)
    : { number: body.first, attributes: '', cells: new Map() }
}

/** What stands before and behind the rows: merges, stretches that are named, the size and the hidden column. */
function aroundRows(text: string, form: FormSheet, inserted: Inserted): string {
  const splices: Splice[] = []
  let [data, merges] = [undefined, undefined] as (OpenTag | undefined)[]
  let dataFrom = -1
  let columns: { open: OpenTag; to: number } | undefined
  const each: OpenTag[] = []
  let columnsTag: OpenTag | undefined
  scanXml(text, {
    open: (tag) => {
      if (tag.name === 'cols') columnsTag = tag
      if (tag.name === 'col') each.push(tag)
      if (tag.name === 'sheetData') {
        data = tag
        dataFrom = tag.span.from
      }
      if (tag.name === 'mergeCells') merges = tag
    },
    close: (name, span) => {
      if (name === 'cols' && columnsTag) columns = { open: columnsTag, to: span.to }
      if (name === 'mergeCells' && merges)
        splices.push({ from: merges.span.from, to: span.to, by: mergesXml(form, inserted, merges.prefix) })
    },
  })
  const prefix = data?.prefix ?? ''
  const columnXml = columnsXml(text, each, form.hidden, prefix)
  if (columns) splices.push({ from: columns.open.span.from, to: columns.to, by: columnXml })
  else splices.push({ from: dataFrom, to: dataFrom, by: columnXml })
  const written = spliced(text, splices)
  return inserted.count > 0 ? shiftedAround(written, form.sheet, inserted) : written
}

/** Shifts what is named behind the rows, which themselves have been moved already. */
function shiftedAround(text: string, sheet: string, inserted: Inserted): string {
  const [from, to] = [text.search(/<(?:\w+:)?sheetData[\s>/]/), text.search(/<\/(?:\w+:)?sheetData>/)]
  if (from < 0 || to < 0) return text
  // Rows left out, what is left is whole still.
  const rows = text.slice(from, to)
  const opened = /^<[^>]*>/.exec(rows)?.[0] ?? ''
  const rest = shifted(`${text.slice(0, from)}${opened}${text.slice(to)}`, sheet, true, inserted)
  const at = rest.indexOf(opened) + opened.length
  return `${rest.slice(0, at)}${rows.slice(opened.length)}${rest.slice(at)}`
}

function mergesXml({ map, body, rows }: FormSheet, inserted: Inserted, prefix: string): string {
  const inBody = ({ top, bottom }: Area) => top >= body.first && bottom <= body.last
  const kept = map.merges.filter((area) => !inBody(area)).map((area) => shiftedArea(area, inserted))
  // Cells that the first row joins are joined in each; what an old ledger joined over several rows belonged to its cases.
  const joined = map.merges.filter((area) => inBody(area) && area.top === body.first && area.bottom === body.first)
  const count = Math.max(rows.length, body.last - body.first + 1)
  const all = [
    ...kept,
    ...Array.from({ length: count }, (_, at) =>
      joined.map((area) => ({ ...area, top: body.first + at, bottom: body.first + at })),
    ).flat(),
  ]
  if (all.length === 0) return ''
  const cells = all.map((area) => `<${prefix}mergeCell ref="${areaText(area)}"/>`).join('')
  return `<${prefix}mergeCells count="${all.length}">${cells}</${prefix}mergeCells>`
}

/** The widths of the columns with one hidden; one that says the width of many is split. */
function columnsXml(text: string, each: readonly OpenTag[], hidden: number, prefix: string): string {
  const place = hidden + 1
  const own = `<${prefix}col min="${place}" max="${place}" width="10" hidden="1" customWidth="1"/>`
  const pieces: (readonly [number, string])[] = [[place, own]]
  for (const { span, attributes } of each) {
    const [min, max] = [Number(attributes['min']), Number(attributes['max'])]
    const tag = text.slice(span.from, span.to)
    const piece = (from: number, to: number) => {
      const limits = { min: from, max: to }
      if (from <= to)
        pieces.push([
          from,
          tag.replace(
            /(\s)(min|max)\s*=\s*(["'])\d+\3/g,
            (_, space, name: 'min' | 'max') => `${space}${name}="${limits[name]}"`,
          ),
        ])
    }
    if (min <= place && place <= max) {
      piece(min, place - 1)
      piece(place + 1, max)
    } else piece(min, max)
  }
  const sorted = pieces.sort((a, b) => a[0] - b[0]).map(([, xml]) => xml)
  return `<${prefix}cols>${sorted.join('')}</${prefix}cols>`
}

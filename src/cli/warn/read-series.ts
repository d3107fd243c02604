import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Text } from '../../domain/text.ts'
import { text } from '../../domain/text.ts'
import { type DayNumber, dayAt, dayNumber } from '../../engine/day-number.ts'
import { readText } from '../read-text.ts'
import { usageError } from '../usage-error.ts'

export type SeriesColumns = {
  readonly date: string
  readonly count: string
  /** Which columns name a series; all others where not said. */
  readonly series?: readonly string[]
  /** The column whose values say which series share a season. */
  readonly pool?: string
}

/** Series over the same steps, as a long CSV file gives them. */
export type SeriesTable = {
  readonly frequency: 365 | 52
  readonly dates: readonly string[]
  readonly rows: readonly SeriesRow[]
  /** Steps of a series without a row: missing, or zeros when told so. */
  readonly absent: number
}

export type SeriesRow = { readonly label: string; readonly pool: string; readonly counts: readonly (number | null)[] }

type Read = {
  readonly byLabel: Map<string, { pool: string; counts: Map<DayNumber, number | null> }>
  readonly days: Set<DayNumber>
  readonly faults: Text[]
}

const MOST_FAULTS = 20

/**
 * Reads `date, series…, count` with one row a step from a file, or from stdin for `-`.
 * @throws AnlanError request-invalid with the number of each line that cannot be used
 */
export async function readSeries(path: string, columns: SeriesColumns, fillZeros: boolean): Promise<SeriesTable> {
  const read = await readRows(path, columns)
  if (read.faults.length > 0) throw refused(read.faults)
  if (read.days.size === 0) throw usageError(text('文件里没有一行数据', 'The file holds no row of data'))
  return tableOf(read, fillZeros)
}

async function readRows(path: string, columns: SeriesColumns): Promise<Read> {
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, info: true })
  const rows = Readable.from([await readText(path)]).pipe(parser)
  const read: Read = { byLabel: new Map(), days: new Set(), faults: [] }
  let places: Places | undefined
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!places) places = placesOf(record, columns)
      else addRow(read, record, places, info.lines)
      if (read.faults.length >= MOST_FAULTS) break
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    read.faults.push(text(`不是能读的 CSV：${cause.message}`, `not a readable CSV: ${cause.message}`))
  }
  return read
}

type Places = {
  readonly date: number
  readonly count: number
  readonly series: readonly number[]
  readonly pool: number
  readonly width: number
  /** What a file with a single series is called. */
  readonly name: string
}

function placesOf(headings: readonly string[], columns: SeriesColumns): Places {
  const place = (name: string) => {
    const index = headings.indexOf(name)
    if (index < 0) throw noColumn(name, headings)
    return index
  }
  const date = place(columns.date)
  const count = place(columns.count)
  const series = columns.series
    ? columns.series.map(place)
    : headings.map((_, index) => index).filter((index) => index !== date && index !== count)
  return {
    date,
    count,
    series,
    pool: columns.pool === undefined ? -1 : place(columns.pool),
    width: headings.length,
    name: columns.count,
  }
}

const noColumn = (name: string, headings: readonly string[]) =>
  usageError(
    text(
      `文件里没有“${name}”这一列，有：${headings.join('、')}。用 --date-column、--count-column、--series-column 指明`,
      `The file has no column "${name}"; it has: ${headings.join(', ')}. Say which with --date-column, --count-column, --series-column`,
    ),
  )

function addRow({ byLabel, days, faults }: Read, cells: readonly string[], places: Places, line: number): void {
  const at = (zh: string, en: string) => faults.push(text(`第${line}行：${zh}`, `line ${line}: ${en}`))
  if (cells.length !== places.width) {
    at(`有${cells.length}格，应有${places.width}格`, `${cells.length} cells, ${places.width} expected`)
    return
  }
  const date = cells[places.date] as string
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? dayNumber(date) : Number.NaN
  if (Number.isNaN(day) || dayAt(day) !== date) {
    at(`“${date}”不是 2026-01-31 这样的日期`, `"${date}" is no date such as 2026-01-31`)
    return
  }
  const written = cells[places.count] as string
  if (!/^\d{0,12}$/.test(written)) {
    at(`数量“${written}”不是非负整数`, `count "${written}" is not a whole number from 0 on`)
    return
  }
  const label = places.series.map((index) => cells[index]).join(' / ') || places.name
  const pool = places.pool < 0 ? '' : (cells[places.pool] as string)
  const series = byLabel.get(label) ?? { pool, counts: new Map<DayNumber, number | null>() }
  if (series.counts.has(day)) {
    at(`${label} 在 ${date} 已有一行`, `${label} has a row for ${date} already`)
    return
  }
  series.counts.set(day, written === '' ? null : Number(written))
  byLabel.set(label, series)
  days.add(day)
}

function refused(faults: readonly Text[]) {
  const more = faults.length >= MOST_FAULTS
  const all = (locale: 'zh' | 'en') => faults.map((fault) => fault[locale]).join('\n')
  return usageError(
    text(`${all('zh')}${more ? '\n后面还可能有' : ''}`, `${all('en')}${more ? '\nand perhaps more' : ''}`),
  )
}

/** Weeks where all days of the file lie whole weeks apart, else days. */
function tableOf({ byLabel, days }: Read, fillZeros: boolean): SeriesTable {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const day of days) {
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  const weekly = days.size > 1 && [...days].every((day) => (day - first) % 7 === 0)
  const step = weekly ? 7 : 1
  const numbers = Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step)
  let absent = 0
  const rows = [...byLabel].map(([label, { pool, counts }]) => ({
    label,
    pool,
    counts: numbers.map((day) => {
      const count = counts.get(day)
      if (count !== undefined) return count
      absent += 1
      return fillZeros ? 0 : null
    }),
  }))
  rows.sort((a, b) => (a.label < b.label ? -1 : 1))
  return { frequency: weekly ? 52 : 365, dates: numbers.map(dayAt), rows, absent }
}

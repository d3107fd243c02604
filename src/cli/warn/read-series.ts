import type { DayNumber } from '../../domain/time/day-number.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { LARGEST_COUNT } from '../../statistics/count-series.ts'
import { addFault, eachCsvLine, type LineFaults, noFaults, refuseFaults } from '../shell/csv-lines.ts'
import { quotable } from '../shell/plain-text.ts'
import { readText } from '../shell/read-text.ts'
import { usageError } from '../shell/usage-error.ts'
import { addReport, refuseWeeks } from './late/add-report.ts'
import { readDay, readDayOf } from './read-day.ts'
import { placesOf, type SeriesColumns, type SeriesPlaces } from './series-places.ts'
import { type ReadSeries, type SeriesTable, tableOf } from './series-table.ts'

export type { SeriesRow, SeriesTable } from './series-table.ts'

type Read = {
  readonly byKey: Map<string, ReadSeries>
  /** The series a label stands for. */
  readonly keys: Map<string, string>
  /** The line each day first stood on. */
  readonly days: Map<DayNumber, number>
  readonly known: Map<string, DayNumber | Text>
  readonly faults: LineFaults
}

/**
 * Reads `date, series…, count` with one row a step from a file, or from stdin for `-`. The order of the rows does not matter.
 * @throws AnlanError request-invalid with the number of each line that cannot be used
 */
export async function readSeries(path: string, columns: SeriesColumns, fillZeros: boolean): Promise<SeriesTable> {
  const read: Read = { byKey: new Map(), keys: new Map(), days: new Map(), known: new Map(), faults: noFaults() }
  let places: SeriesPlaces | undefined
  eachCsvLine(await readText(path), (cells, line) => {
    if (!places) places = placesOf(cells, columns)
    else addRow(read, cells, places, line)
  })
  refuseFaults(read.faults)
  if (read.days.size === 0) throw usageError(text('文件里没有一行数据', 'The file holds no row of data'))
  // No event on a day is a count of zero, and so is no report of one.
  const isLate = columns.reported !== undefined
  const table = tableOf([...read.byKey.values()], read.days, fillZeros || columns.events === true || isLate)
  if (isLate) refuseWeeks(table)
  return table
}

function addRow(read: Read, cells: readonly string[], places: SeriesPlaces, line: number): void {
  const fault = cells.length === places.width ? addCount(read, cells, places, line) : widthFault(cells.length, places)
  if (fault) addFault(read.faults, line, fault)
}

const widthFault = (found: number, { width }: SeriesPlaces) =>
  text(`有${found}格，应有${width}格`, `${found} cells, ${width} expected`)

function addCount(read: Read, cells: readonly string[], places: SeriesPlaces, line: number): Text | undefined {
  const written = cells[places.date] as string
  const isEvent = places.count < 0
  const day = dayIn(read, written, isEvent)
  if (typeof day !== 'number') return day
  const count = isEvent ? 1 : readCount(cells[places.count] as string)
  if (typeof count === 'object' && count !== null) return count
  const series = seriesOf(read, cells, places)
  if ('zh' in series) return series
  const label = quotable(series.label)
  if (places.reported < 0 && series.counts.has(day) && !isEvent) {
    const date = quotable(written)
    return text(`${label} 在 ${date} 已有一行`, `${label} has a row for ${date} already`)
  }
  const pool = places.pool < 0 ? '' : (cells[places.pool] as string)
  if (series.pool !== pool)
    return text(
      `${label} 前面归“${quotable(series.pool)}”，这里归“${quotable(pool)}”`,
      `${label} belonged to "${quotable(series.pool)}" before, to "${quotable(pool)}" here`,
    )
  if (places.reported >= 0) {
    const reported = dayIn(read, cells[places.reported] as string, isEvent)
    if (typeof reported !== 'number') return reported
    const fault = addReport(series, { day, reported, count, isEvent })
    if (fault) return fault
    if (!read.days.has(reported)) read.days.set(reported, line)
  } else series.counts.set(day, isEvent ? (series.counts.get(day) ?? 0) + 1 : count)
  if (!read.days.has(day)) read.days.set(day, line)
  return undefined
}

/** The day a cell names, each way of writing it read once. */
function dayIn(read: Read, written: string, isEvent: boolean): DayNumber | Text {
  const day = read.known.get(written) ?? (isEvent ? readDayOf(written) : readDay(written))
  if (typeof day === 'number') read.known.set(written, day)
  return day
}

/** A whole number, with or without `.0` as statistics programs write it; null for an empty cell. */
function readCount(written: string): number | null | Text {
  if (written === '') return null
  const shown = quotable(written)
  if (/^\d{1,3}(?:[,，]\d{3})+$/.test(written))
    return text(`数量“${shown}”去掉千位逗号再读`, `count "${shown}": remove the thousands separators`)
  if (!/^\d+(?:\.0+)?$/.test(written))
    return text(
      `数量“${shown}”不是非负整数；没有数就空着`,
      `count "${shown}" is not a whole number from 0 on; leave the cell empty where there is none`,
    )
  const count = Number(written)
  if (count <= LARGEST_COUNT) return count
  return text(`数量“${shown}”大于十亿，不会是真的`, `count "${shown}" is above a thousand million and cannot be true`)
}

/** The series of a row. Two that could not be told apart by what they are called are refused. */
function seriesOf(read: Read, cells: readonly string[], places: SeriesPlaces): ReadSeries | Text {
  const own = places.series.map((index) => cells[index] as string)
  const key = own.join('\0')
  const before = read.byKey.get(key)
  if (before) return before
  const label = own.join(' / ') || places.name
  const other = read.keys.get(label)
  if (other !== undefined)
    return text(
      `“${quotable(label)}”可以是两条不同的序列，改掉名称里的“/”`,
      `"${quotable(label)}" could be two different series; change the "/" in the names`,
    )
  read.keys.set(label, key)
  const pool = places.pool < 0 ? '' : (cells[places.pool] as string)
  const late = places.reported < 0 ? {} : { late: new Map() }
  const series: ReadSeries = { label, pool, counts: new Map(), ...late }
  read.byKey.set(key, series)
  return series
}

import { text } from '../../domain/wording/text.ts'
import { quotable } from '../shell/plain-text.ts'
import { usageError } from '../shell/usage-error.ts'

/** Columns as told; the usual names where not. */
export type SeriesColumns = {
  readonly date?: string
  readonly count?: string
  /** Which columns name a series; all others where not said. */
  readonly series?: readonly string[]
  /** Each row is one event: nothing is counted beforehand. */
  readonly events?: boolean
  /** The column whose values say which series share a season. */
  readonly pool?: string
  /** The day on which it was reported, which may be later than the one on which it happened. */
  readonly reported?: string
}

/** Where in a row the parts stand; `pool` and `reported` -1 without one, `count` -1 where each row is one event. */
export type SeriesPlaces = {
  readonly date: number
  readonly count: number
  readonly series: readonly number[]
  readonly pool: number
  readonly reported: number
  readonly width: number
  /** What a file with a single series is called. */
  readonly name: string
}

const DATE_NAMES = ['date', '日期'] as const
const COUNT_NAMES = ['count', '数量', '件数'] as const

/** @throws AnlanError request-invalid naming the column that is missing, doubled or used twice */
export function placesOf(headings: readonly string[], columns: SeriesColumns): SeriesPlaces {
  const date = columns.date === undefined ? usual(headings, DATE_NAMES, 'date') : placeOf(headings, columns.date)
  const count = columns.events ? -1 : countPlace(headings, columns.count)
  const reported = columns.reported === undefined ? -1 : placeOf(headings, columns.reported)
  const own = [date, count, reported].filter((place) => place >= 0)
  const series = columns.series
    ? columns.series.map((name) => placeOf(headings, name))
    : columns.events
      ? []
      : headings.map((_, index) => index).filter((index) => !own.includes(index))
  const used = [...own, ...series]
  const twice = used.find((place, index) => used.indexOf(place) !== index)
  if (twice !== undefined) throw usedTwice(headings[twice] as string)
  const pool = columns.pool === undefined ? -1 : placeOf(headings, columns.pool)
  if (pool >= 0 && own.includes(pool)) throw usedTwice(headings[pool] as string)
  return {
    date,
    count,
    series,
    pool,
    reported,
    width: headings.length,
    name: headings[count < 0 ? date : count] as string,
  }
}

const countPlace = (headings: readonly string[], name: string | undefined): number =>
  name === undefined ? usual(headings, COUNT_NAMES, 'count') : placeOf(headings, name)

function placeOf(headings: readonly string[], name: string): number {
  const index = headings.indexOf(name)
  if (index < 0) throw noColumn(name, headings)
  if (headings.indexOf(name, index + 1) >= 0) {
    const shown = quotable(name)
    throw usageError(text(`有几列都叫“${shown}”`, `Several columns are called "${shown}"`))
  }
  return index
}

/** The column with a usual name, if there is exactly one. */
function usual(headings: readonly string[], names: readonly string[], role: 'date' | 'count'): number {
  const found = headings.flatMap((heading, index) => (names.includes(heading.toLowerCase()) ? [index] : []))
  const [only, other] = found
  if (only === undefined) throw noColumn(names.join(' / '), headings)
  if (other === undefined) return only
  const both = found.map((index) => quotable(headings[index] as string))
  throw usageError(
    text(
      `“${both.join('”“')}”都像${role === 'date' ? '日期' : '数量'}列，用 --${role}-column 指明`,
      `"${both.join('" and "')}" could each be the ${role} column; say which with --${role}-column`,
    ),
  )
}

const usedTwice = (name: string) =>
  usageError(
    text(
      `“${quotable(name)}”这一列不能用两次：日期、数量、序列各列要不同`,
      `The column "${quotable(name)}" cannot be used twice: date, count and series columns must differ`,
    ),
  )

function noColumn(name: string, headings: readonly string[]) {
  const shown = quotable(name)
  return usageError(
    text(
      `文件里没有“${shown}”这一列，有：${quotable(headings.join('、'), 200)}。用 --date-column、--count-column、--series-column 指明；一行就是一件的，加 --events`,
      `The file has no column "${shown}"; it has: ${quotable(headings.join(', '), 200)}. Say which with --date-column, --count-column, --series-column; where each row is one event, add --events`,
    ),
  )
}

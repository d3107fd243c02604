import { type DayNumber, dayAt, weekdayOf } from '../../domain/time/day-number.ts'
import { text } from '../../domain/wording/text.ts'
import type { LateReport } from '../../statistics/late-days.ts'
import { quotable } from '../shell/plain-text.ts'
import { usageError } from '../shell/usage-error.ts'

/** Series over the same steps, as a long CSV file gives them. */
export type SeriesTable = {
  readonly frequency: 365 | 52
  readonly dates: readonly string[]
  readonly rows: readonly SeriesRow[]
  /** Steps of a series without a row: missing, or zeros when told so. */
  readonly absent: number
}

export type SeriesRow = {
  readonly label: string
  readonly pool: string
  readonly counts: readonly (number | null)[]
  /** How late what happened on each day was reported, where the file says. */
  readonly late?: readonly LateReport[]
}

/** The counts of a series as they were read, by day. */
export type ReadSeries = {
  readonly label: string
  readonly pool: string
  readonly counts: Map<DayNumber, number | null>
  /** By day, how many came in so many days later. */
  readonly late?: Map<DayNumber, Map<number, number>>
}

/** More would not fit into memory beside the work itself. */
const MOST_CELLS = 100_000_000
/** Dates further apart than a working life are a slip. */
const LONGEST = 100 * 365.2425

/**
 * Weeks where all days of the file lie whole weeks apart, else days.
 * @throws AnlanError request-invalid where the days are those of neither days nor weeks
 */
export function tableOf(
  read: readonly ReadSeries[],
  lines: ReadonlyMap<DayNumber, number>,
  fillZeros: boolean,
): SeriesTable {
  const days = Float64Array.from(lines.keys()).sort()
  const first = days[0] as DayNumber
  const last = days.at(-1) as DayNumber
  if (last - first > LONGEST) throw farApart(first, last, lines)
  const weekly = days.length > 1 && days.every((day) => (day - first) % 7 === 0)
  if (!weekly) refuseOtherSteps(days, lines, read)
  const step = weekly ? 7 : 1
  const numbers = Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step)
  if (numbers.length * read.length > MOST_CELLS) throw tooMany(read.length, numbers.length)
  let absent = 0
  const rows = read.map(({ label, pool, counts, late }) => ({
    label,
    pool,
    counts: numbers.map((day) => {
      const count = counts.get(day)
      if (count !== undefined) return count
      absent += 1
      return fillZeros ? 0 : null
    }),
    ...(late ? { late: lateReports(late, first) } : {}),
  }))
  rows.sort((a, b) => (a.label < b.label ? -1 : 1))
  return { frequency: weekly ? 52 : 365, dates: numbers.map(dayAt), rows, absent }
}

const lateReports = (late: ReadonlyMap<DayNumber, ReadonlyMap<number, number>>, first: DayNumber): LateReport[] =>
  [...late].flatMap(([day, delays]) => [...delays].map(([delay, count]): LateReport => [day - first, delay, count]))

/** Days enough to see that they are meant to be weeks or months. */
const ENOUGH_DAYS = 5

/** Months, and weeks that do not all begin on the same weekday, would be taken for days with most of them missing. */
function refuseOtherSteps(
  days: Float64Array,
  lines: ReadonlyMap<DayNumber, number>,
  read: readonly ReadSeries[],
): void {
  if (days.length < ENOUGH_DAYS) return
  if (new Set(Array.from(days, (day) => dayAt(day).slice(8))).size === 1)
    throw usageError(
      text(
        '日期都是每月的同一天，像是按月的表；只能读按天或按周的',
        'All dates are the same day of a month, as in a table of months; only days and weeks can be read',
      ),
    )
  const perWeekday = Array.from({ length: 7 }, (_, weekday) => days.filter((day) => weekdayOf(day) === weekday))
  const most = perWeekday.reduce((best, own) => (own.length > best.length ? own : best))
  const odd = perWeekday.flatMap((own) => (own === most ? [] : [...own]))
  if (odd.length <= most.length / 5) throw otherWeekdays(odd, most[0] as DayNumber, lines)
  const [one, ...others] = read.filter(({ counts }) => counts.size >= ENOUGH_DAYS)
  if (!one || others.length === 0 || [one, ...others].some(({ counts }) => !isWeekly(counts))) return
  const weekday = weekdayOf(firstDay(one))
  const other = others.find((series) => weekdayOf(firstDay(series)) !== weekday)
  if (other)
    throw usageError(
      text(
        `“${quotable(one.label)}”按周，用${WEEKDAYS.zh[weekday]}；“${quotable(other.label)}”用${WEEKDAYS.zh[weekdayOf(firstDay(other))]}。每周都要用同一个星期几`,
        `"${quotable(one.label)}" names its weeks by ${WEEKDAYS.en[weekday]}, "${quotable(other.label)}" by ${WEEKDAYS.en[weekdayOf(firstDay(other))]}; all weeks must be named by the same weekday`,
      ),
    )
}

const firstDay = ({ counts }: ReadSeries): DayNumber => counts.keys().next().value as DayNumber

function isWeekly(counts: ReadonlyMap<DayNumber, unknown>): boolean {
  const [first = 0] = counts.keys()
  return [...counts.keys()].every((day) => (day - first) % 7 === 0)
}

const WEEKDAYS = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

function otherWeekdays(odd: readonly DayNumber[], usual: DayNumber, lines: ReadonlyMap<DayNumber, number>) {
  const shown = [...odd].sort((a, b) => a - b).slice(0, ENOUGH_DAYS)
  const all = (locale: 'zh' | 'en') =>
    shown.map((day) => {
      const weekday = WEEKDAYS[locale][weekdayOf(day)]
      const line = lines.get(day)
      return locale === 'zh' ? `第${line}行：${dayAt(day)} 是${weekday}` : `Line ${line}: ${dayAt(day)} is a ${weekday}`
    })
  const name = weekdayOf(usual)
  return usageError(
    text(
      `${all('zh').join('\n')}\n其余日期都是${WEEKDAYS.zh[name]}，像是按周的表：每周要用同一个星期几；若是按天，没有的日子也要写上`,
      `${all('en').join('\n')}\nAll other dates are ${WEEKDAYS.en[name]}s, as in a table of weeks: name every week by the same weekday; if these are days, write all of them`,
    ),
  )
}

function farApart(first: DayNumber, last: DayNumber, lines: ReadonlyMap<DayNumber, number>) {
  const [from, to] = [dayAt(first), dayAt(last)]
  return usageError(
    text(
      `第${lines.get(first)}行的 ${from} 和第${lines.get(last)}行的 ${to} 相差一百多年，有一个写错了`,
      `${from} on line ${lines.get(first)} and ${to} on line ${lines.get(last)} lie over a hundred years apart; one of them is wrong`,
    ),
  )
}

const tooMany = (series: number, steps: number) =>
  usageError(
    text(
      `${series}条序列乘${steps}期太多，一次最多${MOST_CELLS / 1e8}亿格；分开读，或按周汇总`,
      `${series} series times ${steps} steps are too many: ${MOST_CELLS / 1e6} million at most. Read them in parts, or by weeks`,
    ),
  )

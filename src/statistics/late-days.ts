import type { Calendar } from '../domain/time/calendar.ts'
import { dayNumber, weekdayOf } from '../domain/time/day-number.ts'
import { ALL_IN, HAZARD_DEFAULTS, lawOfShare, type ShareIn, sharesIn, varianceOfShare } from './delay-hazard.ts'
import { LONGEST_AGO, logPOfLatest, type RunningDay } from './delay-judge.ts'
import type { StatisticsFailure } from './detection.ts'
import { type HouseReason, houseOfLate } from './house/house.ts'
import { HOUSE_DAILY } from './house/house-settings.ts'

/** So many reports of the event day in this row came in so many days later. */
export type LateReport = readonly [row: number, delay: number, count: number]

/** Event days on end, the last of them the day as of which everything in is known. */
export type LateSeries = { readonly dates: readonly string[]; readonly reports: readonly LateReport[] }

export type LateTask = {
  readonly alpha?: number
  readonly calendar?: Calendar
  /** Days after which the reports of a day count as complete. */
  readonly longest: number
}

export type LateDays = {
  readonly ok: true
  /** What should be in by now of the count to be expected in the end. */
  readonly expected: readonly (number | null)[]
  readonly share: readonly number[]
  readonly logP: readonly (number | null)[]
  readonly alarm: readonly (boolean | null)[]
  readonly reason: readonly HouseReason[]
}

/** Days looked at together for the answer of one: runs of up to seven that ended up to four days before. */
const LATEST = 11
/** Event days that the pace of reports is learnt from, those beside its window included. */
const LEARNT = 400

/** The last days that may be asked for: those the level is not learnt from. */
export const askableDays = (longest: number): number => Math.max(longest, HOUSE_DAILY.gap, LATEST)

/**
 * Judges the latest event days, whose reports are still coming in, by level and pace together: the answer for a day is that
 * of the runs of days which end with it or shortly before, so that it says more than the day's own count.
 */
export function judgeLateDays(
  { dates, reports }: LateSeries,
  { alpha = HOUSE_DAILY.alpha, calendar, longest }: LateTask,
  points: readonly number[],
): LateDays | StatisticsFailure {
  const observed = Array<number>(dates.length).fill(0)
  for (const [row, , count] of reports) observed[row] = (observed[row] ?? 0) + count
  const shares = sharesByRow(dates, reports, calendar, longest)
  if ('ok' in shares) return shares
  const shareAt = (row: number) => shares[row - (dates.length - shares.length)] ?? ALL_IN
  const first = Math.max(Math.min(...points) - LATEST + 1, 1)
  const judged = Array.from({ length: dates.length - first + 1 }, (_, index) => first + index)
  const settings = { ...HOUSE_DAILY, alpha, gap: askableDays(longest), ...(calendar ? { calendar } : {}) }
  const late = (row: number) => ({ share: shareAt(row).share, variance: varianceOfShare(shareAt(row)) })
  // What is judged together does not say what is to be expected of itself.
  const learnt = observed.map((count, row) => (row < observed.length - LONGEST_AGO ? count : null))
  const found = houseOfLate({ frequency: 365, observed: learnt, dates }, late, settings, judged)
  if (!found.ok) return found
  const running = judged.map((point, index): RunningDay | undefined => {
    const [expected, error, dispersion] = [found.expected[index], found.error[index], found.dispersion[index]]
    if (expected == null || error == null || dispersion == null) return undefined
    return {
      count: observed[point - 1] ?? 0,
      expected,
      error,
      dispersion,
      law: lawOfShare(shareAt(point - 1)),
      delay: 0,
    }
  })
  const answers = points.map((point) => {
    const place = point - first
    const days = running.slice(Math.max(place - LATEST + 1, 0), place + 1).filter((day) => day !== undefined)
    const logP = running[place] === undefined ? null : logPOfLatest(days)
    const alarm = logP === null ? null : logP < Math.log(alpha)
    return { logP, alarm, mean: running[place]?.expected, share: shareAt(point - 1).share }
  })
  return {
    ok: true,
    expected: answers.map(({ mean, share }) => (mean === undefined ? null : mean * share)),
    share: answers.map(({ share }) => share),
    logP: answers.map(({ logP }) => logP),
    alarm: answers.map(({ alarm }) => alarm),
    reason: answers.map(({ alarm }) => (alarm === null ? 'too-little-data' : alarm ? 'above' : 'within')),
  }
}

/** How complete the last event days are; days before them are. */
function sharesByRow(
  dates: readonly string[],
  reports: readonly LateReport[],
  calendar: Calendar | undefined,
  longest: number,
): readonly ShareIn[] | StatisticsFailure {
  const length = Math.min(dates.length, LEARNT)
  const before = dates.length - length
  const table = Array.from({ length }, (_, day) =>
    Array.from({ length: longest }, (_, delay) => (day + delay < length ? 0 : Number.NaN)),
  )
  for (const [row, delay, count] of reports) {
    const cells = table[row - before]
    const place = Math.min(delay, longest - 1)
    if (cells) cells[place] = (cells[place] ?? 0) + count
  }
  return sharesIn({ reports: table, kind: dates.slice(before).map((date) => kindOf(date, calendar)) }, HAZARD_DEFAULTS)
}

/** For whoever reports: a weekday, or a day off, which goes by Sunday; a make-up day is a working day like Friday. */
function kindOf(date: string, calendar: Calendar | undefined): number {
  const weekday = weekdayOf(dayNumber(date))
  const off = calendar?.days[date]?.off
  if (off === undefined) return weekday
  if (off) return 0
  return weekday === 0 || weekday === 6 ? 5 : weekday
}

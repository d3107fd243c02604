import { type DayNumber, dayNumber, weekdayOf } from '../../domain/time/day-number.ts'
import type { CountSeries } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'

/** Which past indices correspond to a point, newest first and the point itself leading, and how time is counted. */
export type References = {
  readonly points: readonly number[]
  /** Time of an index on a scale that begins at another index. */
  readonly timeSince: (origin: number, index: number) => number
}

/** A year is `frequency` steps; time is the index. */
export function referencesByStep(frequency: number, years: number, k: number): References {
  return {
    points: Array.from({ length: years + 1 }, (_, year) => k - frequency * year),
    timeSince: (_, index) => index,
  }
}

/** Days of the series, by number, for `referencesByDate`; worked out once for all points. */
export const daysOf = ({ dates }: CountSeries): readonly DayNumber[] | undefined => dates?.map(dayNumber)

/** A year is a calendar year; weeks are named by the nearest day with the same weekday. Time is in steps of the series. */
export function referencesByDate(
  days: readonly DayNumber[],
  frequency: number,
  years: number,
  k: number,
): References | StatisticsFailure {
  const step = days[1]! - days[0]!
  const points = [k]
  for (let year = 1; year <= years; year++) {
    const target = yearsBefore(days[k - 1]!, year)
    const index = days.indexOf(frequency === 52 ? sameWeekday(target, days[k - 1]!) : target)
    if (index < 0) return failure(target < days[0]! ? 'history-too-short' : 'not-computable', 'reference-date', k)
    points.push(index + 1)
  }
  return { points, timeSince: (origin, index) => (days[index - 1]! - days[origin - 1]!) / step }
}

/** The same month and day; 29 February becomes 1 March. */
function yearsBefore(day: DayNumber, years: number): DayNumber {
  const date = new Date(day * DAY_MS)
  return Date.UTC(date.getUTCFullYear() - years, date.getUTCMonth(), date.getUTCDate()) / DAY_MS
}

const DAY_MS = 86_400_000

/** The day nearest to the target with the weekday of another: in the target's week from Sunday, or across its border. */
function sameWeekday(target: DayNumber, other: DayNumber): DayNumber {
  const inWeek = target + weekdayOf(other) - weekdayOf(target)
  const across = inWeek < target ? inWeek + 7 : inWeek - 7
  return Math.abs(across - target) < Math.abs(inWeek - target) ? across : inWeek
}

import { mondayOf } from '../../../domain/counts/count-query.ts'
import { type DayCount, YEAR_WEEKS } from '../../../domain/overview/overview-view.ts'
import { addDays, type Day, daysBetween } from '../../../domain/time/time.ts'

/** A whole week, and the same week a year before: undefined where nothing was on record yet. */
export type Week = {
  readonly monday: Day
  readonly opened: number
  readonly closed: number
  readonly before?: { readonly monday: Day; readonly opened: number; readonly closed: number }
}

const DAYS = 7

/** The last whole weeks of a year, each beside the week 52 before it, so that weekdays and seasons meet. */
export function weeksOf(days: readonly DayCount[], today: Day): Week[] {
  const end = mondayOf(today)
  const first = addDays(end, -DAYS * 2 * YEAR_WEEKS)
  const sums = Array.from({ length: 2 * YEAR_WEEKS }, (_, week) => ({
    monday: addDays(first, DAYS * week),
    opened: 0,
    closed: 0,
  }))
  for (const { day, opened, closed } of days) {
    const week = day < first || day >= end ? undefined : sums[Math.floor(daysBetween(first, day) / DAYS)]
    if (!week) continue
    week.opened += opened
    week.closed += closed
  }
  const began = days[0]?.day
  return sums.slice(YEAR_WEEKS).map((week, at) => {
    const before = sums[at]
    return { ...week, ...(before && began !== undefined && began < addDays(before.monday, DAYS) ? { before } : {}) }
  })
}

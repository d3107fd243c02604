import type { Calendar } from '../../../domain/time/calendar.ts'
import { addDays, type Day, dayOf, daysBetween, type Instant } from '../../../domain/time/time.ts'
import type { WorkRow } from '../../../domain/views/views.ts'
import { dayInfo } from '../../../engine/time/calendar.ts'
import { standing } from '../../../engine/time/standing.ts'
import { weekdayOf } from '../../words/dates.ts'

/** How far the strip looks ahead. */
export const STRIP_DAYS = 14
/** A run of days off this long is a holiday that work has to be finished before; a weekend is not. */
const HOLIDAY_DAYS = 3

/** Days off in a row, soon. */
export type Rest = { readonly first: Day; readonly days: number }

export type GroupName = 'overdue' | 'today' | 'beforeRest' | 'afterRest' | 'thisWeek' | 'later' | 'paused' | 'noClock'
export type WorkGroup = { readonly name: GroupName; readonly rows: readonly WorkRow[] }

const ORDER: readonly GroupName[] = [
  'overdue',
  'today',
  'beforeRest',
  'thisWeek',
  'afterRest',
  'later',
  'paused',
  'noClock',
]

/** The next holiday that begins within the strip, today excluded. */
export function nextRest(calendar: Calendar, today: Day): Rest | undefined {
  for (let ahead = 1; ahead < STRIP_DAYS; ahead += 1) {
    const first = addDays(today, ahead)
    if (dayInfo(calendar, addDays(first, -1)).off) continue
    const days = daysOff(calendar, first)
    if (days >= HOLIDAY_DAYS) return { first, days }
  }
  return undefined
}

function daysOff(calendar: Calendar, first: Day): number {
  let days = 0
  while (dayInfo(calendar, addDays(first, days)).off) days += 1
  return days
}

/** Weekend days within the strip that are worked. */
export const makeUpDays = (calendar: Calendar, today: Day): Day[] =>
  Array.from({ length: STRIP_DAYS }, (_, ahead) => addDays(today, ahead)).filter((day) => dayInfo(calendar, day).makeUp)

/** The worklist by when it has to be done, not by kind; rows keep their order. */
export function groupWork(rows: readonly WorkRow[], now: Instant, calendar: Calendar): WorkGroup[] {
  const rest = nextRest(calendar, dayOf(now))
  const named = rows.map((row) => ({ row, name: groupOf(row, now, calendar, rest) }))
  return ORDER.flatMap((name) => {
    const inGroup = named.filter((entry) => entry.name === name).map(({ row }) => row)
    return inGroup.length > 0 ? [{ name, rows: inGroup }] : []
  })
}

function groupOf({ clock }: WorkRow, now: Instant, calendar: Calendar, rest: Rest | undefined): GroupName {
  if (!clock || clock.endedAt) return 'noClock'
  const { kind, dueOn, dueAt } = standing(clock, now, calendar)
  if (kind === 'overdue' || kind === 'today' || kind === 'paused') return kind
  // Somebody else's check is awaited; its own clock says when.
  if (kind === 'held') return 'later'
  const due = dueOn ?? dayOf(dueAt)
  if (rest) return due < rest.first ? 'beforeRest' : daysBetween(rest.first, due) < STRIP_DAYS ? 'afterRest' : 'later'
  return due <= sundayOf(dayOf(now)) ? 'thisWeek' : 'later'
}

/** The last day of a week that begins on Monday. */
const sundayOf = (day: Day): Day => addDays(day, (7 - weekdayOf(day)) % 7)

/** How many fall due on each day of the strip; what is overdue or paused stands on none. */
export function dueCounts(rows: readonly WorkRow[], now: Instant, calendar: Calendar): Readonly<Record<Day, number>> {
  const counts: Record<Day, number> = {}
  for (const { clock } of rows) {
    if (!clock) continue
    const { kind, dueOn, dueAt } = standing(clock, now, calendar)
    if (kind !== 'running' && kind !== 'soon' && kind !== 'today') continue
    const day = dueOn ?? dayOf(dueAt)
    counts[day] = (counts[day] ?? 0) + 1
  }
  return counts
}

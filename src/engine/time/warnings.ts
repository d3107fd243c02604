import type { Clock, DeadlineRule, Warning } from '../../domain/procedure/deadline.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { addMonths, dayAt, dayNumber, dayNumberOf, instantAt, startOfDayNumber } from '../../domain/time/day-number.ts'
import { addDays, type Day, dayOf, endOfDay, type Instant, laterOf, type Period } from '../../domain/time/time.ts'
import { addWorkingNumbers } from './calendar.ts'
import { closedPauses, daysCounted, lastDayOf } from './counting.ts'
import { dayBefore, openPause } from './deadlines.ts'
import { duePoint, exactLength } from './due-point.ts'

/** A moment at which somebody is told; the id is what the clock remembers as sent. */
export type WarningPoint = { readonly id: string; readonly at: Instant }

/**
 * When to warn, in order. A clock in days warns at the start of the day: the day on which a share of its days is reached,
 * or the day that lies so long before the due day. Left out: moments before the clock began or before its latest
 * extension (they belong to the time before), and moments at or after the due instant.
 */
export function warningsOf(rule: DeadlineRule, clock: Clock, calendar: Calendar): WarningPoint[] {
  const extendedAt = clock.extensions.at(-1)?.at
  const after = extendedAt && extendedAt > clock.startedAt ? extendedAt : clock.startedAt
  return rule.warn
    .map((warning) => ({ id: warningId(warning), at: warningAt(warning, clock, calendar) }))
    .filter(({ at }) => at > after && at < clock.dueAt)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** `share-0.5`, `before-3-workingDay`: stable, because it is recorded in events. */
export const warningId = (warning: Warning): string =>
  'share' in warning ? `share-${warning.share}` : `before-${warning.before.length}-${warning.before.unit}`

function warningAt(warning: Warning, clock: Clock, calendar: Calendar): Instant {
  if ('share' in warning)
    return clock.dueOn ? shareOfDays(warning.share, clock, calendar) : shareOfTime(warning.share, clock)
  const exact = exactLength(warning.before)
  if (exact !== undefined) return instantAt(Date.parse(clock.dueAt) - exact)
  // What days off add at the end is time to act while the office is closed; nobody is reminded later for it.
  const { rawOn, targetOn } = duePoint(clock, calendar)
  return startOfDayNumber(dayNumber(dayBefore(targetOn ?? rawOn ?? dayOf(clock.dueAt), warning.before, calendar)))
}

function shareOfTime(share: number, { startedAt, dueAt }: Clock): Instant {
  const start = Date.parse(startedAt)
  return instantAt(Math.floor(start + share * (Date.parse(dueAt) - start)))
}

function shareOfDays(share: number, clock: Clock, calendar: Calendar): Instant {
  const start = dayNumberOf(clock.startedAt)
  const spans = closedPauses(clock.pauses)
  const unit = clock.period?.unit === 'workingDay' ? 'workingDay' : 'calendarDay'
  const total = daysCounted(unit, start, dayNumber(clock.dueOn ?? dayOf(clock.dueAt)), spans, calendar)
  // 0.7 × 10 is a hair above 7 in binary; without the margin the warning would come a day late.
  const length = Math.max(1, Math.ceil(share * total - 1e-9))
  return startOfDayNumber(lastDayOf(start, { length, unit }, spans, calendar))
}

/**
 * When an overdue clock is told to the next tier: at once for length 0, else when so many whole units have passed since it was
 * due. What is recorded late (an order dated in the past, a server that stood still) uses up no tier meanwhile: the first one
 * counts from the record, each further one from the telling before it.
 */
export function escalationAt(rule: DeadlineRule, clock: Clock, calendar: Calendar): Instant | undefined {
  const ladder = rule.escalation ?? []
  const rung = ladder[clock.escalated]
  if (!rung) return undefined
  const before = ladder[clock.escalated - 1]?.after
  const at = afterDue(rung.after, clock.dueOn, clock.dueAt, calendar)
  if (!clock.raisedAt || (before && before.unit !== rung.after.unit)) return at
  const gap = { length: rung.after.length - (before?.length ?? 0), unit: rung.after.unit }
  // The day on which it was recorded is the first day that is late.
  const dayBeforeIt = clock.dueOn && laterOf(clock.dueOn, addDays(dayOf(clock.raisedAt), -1))
  return laterOf(at, afterDue(gap, dayBeforeIt, clock.raisedAt, calendar))
}

function afterDue(after: Period, lastDay: Day | undefined, instant: Instant, calendar: Calendar): Instant {
  if (after.length === 0) return instant
  const exact = exactLength(after)
  if (exact !== undefined) return instantAt(Date.parse(instant) + exact)
  return endOfDay(dayAfter(lastDay ?? dayOf(instant), after, calendar))
}

function dayAfter(day: Day, { length, unit }: Period, calendar: Calendar): Day {
  const from = dayNumber(day)
  if (unit === 'workingDay') return dayAt(addWorkingNumbers(calendar, from, length))
  return dayAt(unit === 'calendarDay' ? from + length : addMonths(from, unit === 'year' ? 12 * length : length))
}

/**
 * The next moment at which something has to happen to a clock: a warning not sent yet, the due instant, or the next
 * escalation. It may lie in the past. Undefined when nothing is to come: paused, met, cancelled, escalated to the top.
 * Without its rule a clock still becomes overdue.
 */
export function nextAt(rule: DeadlineRule | undefined, clock: Clock, calendar: Calendar): Instant | undefined {
  if (clock.state === 'running') return nextWarning(rule, clock, calendar)?.at ?? clock.dueAt
  // The clock goes on by itself when the days of its exclusion are used up.
  const until = clock.state === 'paused' ? openPause(clock)?.until : undefined
  if (until) return endOfDay(until)
  return clock.state === 'overdue' && rule ? escalationAt(rule, clock, calendar) : undefined
}

/** The first warning not sent yet. */
const nextWarning = (rule: DeadlineRule | undefined, clock: Clock, calendar: Calendar): WarningPoint | undefined =>
  rule && warningsOf(rule, clock, calendar).find(({ id }) => !clock.warned.includes(id))

import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import {
  type DayNumber,
  dayAt,
  dayNumber,
  dayNumberOf,
  instantAt,
  startOfDayNumber,
} from '../../domain/time/day-number.ts'
import type { Day, Instant, Period, PeriodUnit } from '../../domain/time/time.ts'
import { isOffNumber, isSettled, nextWorkingNumber } from './calendar.ts'
import { closedPauses, type DayUnit, lastDayOf, movedBySpans, type Span, workingDayUpTo } from './counting.ts'

/** What a due day follows from, all of it in the clock itself. */
export type ClockFacts = Pick<
  Clock,
  'startedAt' | 'period' | 'target' | 'setDay' | 'setAt' | 'roll' | 'pauses' | 'extensions'
>

/**
 * `rawOn` is the last day before it moved off a day off. `dueOn` is absent for hours and minutes. `targetOn` is the earlier
 * day to aim at, where there is one.
 */
export type DuePoint = {
  readonly rawOn?: Day
  readonly dueOn?: Day
  readonly targetOn?: Day
  readonly dueAt: Instant
  readonly provisional: boolean
}

const MINUTES: Partial<Record<PeriodUnit, number>> = { minute: 1, hour: 60 }

/** Milliseconds of a period in hours or minutes; undefined for one in days. */
export function exactLength({ length, unit }: Period): number | undefined {
  const minutes = MINUTES[unit]
  return minutes === undefined ? undefined : length * minutes * 60_000
}

/**
 * When a clock is due, derived again from its own facts. Pauses that have not ended change nothing yet.
 *
 * An extension counts on from the last day before it moved off a day off: moving on gives time to act when the office
 * is closed (Civil Procedure Law art. 85, Civil Code art. 203), it does not lengthen the period that is extended.
 * A period in hours or minutes neither moves nor pauses, and begins at once: art. 85 would leave the first hour out, but
 * the rules in hours are duties to report, where earlier is never wrong.
 */
export function duePoint(clock: ClockFacts, calendar: Calendar): DuePoint {
  const exact = clock.period && exactLength(clock.period)
  if (exact !== undefined) {
    const added = clock.extensions.reduce((sum, { period }) => sum + (exactLength(period) ?? 0), 0)
    return { dueAt: instantAt(Date.parse(clock.startedAt) + exact + added), provisional: false }
  }
  const start = dayNumberOf(clock.startedAt)
  const spans = closedPauses(clock.pauses)
  const raw = rawDay(clock, start, spans, calendar)
  const due = clock.roll === 'next' && isOffNumber(calendar, raw) ? nextWorkingNumber(calendar, raw) : raw
  const target = targetDay(clock, start, spans, calendar)
  return {
    rawOn: dayAt(raw),
    dueOn: dayAt(due),
    ...(target !== undefined && target < due ? { targetOn: dayAt(target) } : {}),
    dueAt: dueInstant(clock, due),
    provisional: isProvisional(clock, start, raw, due, calendar),
  }
}

/** The last working day of the target length, or of the legal one where the rule asks to finish before days off. */
function targetDay(
  clock: ClockFacts,
  start: DayNumber,
  spans: readonly Span[],
  calendar: Calendar,
): DayNumber | undefined {
  if (!clock.target && clock.roll !== 'previous') return undefined
  const aimed = clock.target ? { ...clock, period: clock.target } : clock
  return workingDayUpTo(rawDay(aimed, start, spans, calendar), start, calendar)
}

/** The last day of the period with its extensions and without its pauses, before it moves off a day off. */
const rawDay = (clock: ClockFacts, start: DayNumber, spans: readonly Span[], calendar: Calendar): DayNumber =>
  stretchesOf(clock, start, spans, calendar).at(-1)?.last ?? start

/** A stretch of days counted in one way: the period itself, then each extension. */
export type Stretch = { readonly unit: DayUnit; readonly last: DayNumber }

/** How a clock in days counts from its start, stretch by stretch, before it moves off a day off. */
export function stretchesOf(
  clock: ClockFacts,
  start: DayNumber,
  spans: readonly Span[],
  calendar: Calendar,
): readonly Stretch[] {
  const set = setDayNumber(clock)
  const own: Stretch | undefined =
    set === undefined ? undefined : { unit: 'calendarDay', last: movedBySpans(start, set, spans) }
  const periods = [...(own || !clock.period ? [] : [clock.period]), ...clock.extensions.map(({ period }) => period)]
  const stretches: Stretch[] = own ? [own] : []
  for (const period of periods) {
    const from = stretches.at(-1)?.last ?? start
    stretches.push({ unit: dayUnitOf(period), last: lastDayOf(from, period, spans, calendar) })
  }
  return stretches
}

const dayUnitOf = ({ unit }: Period): DayUnit => (unit === 'workingDay' ? 'workingDay' : 'calendarDay')

/** An instant at midnight ends the day before. */
const setDayNumber = ({ setDay, setAt }: ClockFacts): DayNumber | undefined =>
  setAt ? dayNumberOf(instantAt(Date.parse(setAt) - 1)) : setDay ? dayNumber(setDay) : undefined

/** The end of the day, or the time of day that an imported ledger knows. */
function dueInstant(clock: ClockFacts, due: DayNumber): Instant {
  const set = setDayNumber(clock)
  if (!clock.setAt || set === undefined) return startOfDayNumber(due + 1)
  return instantAt(Date.parse(clock.setAt) + (due - set) * 86_400_000)
}

/** Whether a notice that is not published yet can still move the due day. */
function isProvisional(
  clock: ClockFacts,
  start: DayNumber,
  raw: DayNumber,
  due: DayNumber,
  calendar: Calendar,
): boolean {
  const periods = [...(clock.period ? [clock.period] : []), ...clock.extensions.map(({ period }) => period)]
  const countsWorkingDays = periods.some(({ unit }) => unit === 'workingDay')
  if (!countsWorkingDays && clock.roll !== 'next') return false
  return !isSettled(calendar, countsWorkingDays ? Math.min(start + 1, due) : raw, due)
}

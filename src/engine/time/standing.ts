import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { type DayNumber, dayNumber, dayNumberOf } from '../../domain/time/day-number.ts'
import { type Day, dayOf, type Instant } from '../../domain/time/time.ts'
import { closedPauses, type DayUnit, daysCounted, type Span } from './counting.ts'
import { duePoint } from './due-point.ts'

/** What a chip needs to know of a clock; one without period and set day counts working days. */
export type StandingFacts = Pick<Clock, 'state' | 'startedAt' | 'dueOn' | 'dueAt' | 'provisional' | 'endedAt'> &
  Partial<Pick<Clock, 'period' | 'setDay' | 'setAt' | 'pauses' | 'heldAt' | 'roll' | 'extensions'>>

/**
 * `soon`: at most two working days are left. `today`: the due day, or the last hours, have come. `held`: said to be done, waits for
 * the check; late only if it was said too late.
 */
export type StandingKind = 'running' | 'soon' | 'today' | 'overdue' | 'paused' | 'held' | 'met' | 'lapsed' | 'cancelled'

/** What a due chip says. Numbers are in `unit`; only one of the three `…Left` is present, and none once it is over. */
export type Standing = {
  readonly kind: StandingKind
  readonly unit: DayUnit | 'minute'
  readonly dueOn?: Day
  readonly dueAt: Instant
  readonly provisional: boolean
  /** Days after today, up to and including the due day. */
  readonly workingDaysLeft?: number
  readonly calendarDaysLeft?: number
  /** Whole minutes, for deadlines in hours and minutes. */
  readonly minutesLeft?: number
  /** How much of the time is used, 0 to 1. */
  readonly shareUsed: number
  /** How late, at least 1; also for a clock that was met after its due instant. */
  readonly late?: number
}

const SOON_WORKING_DAYS = 2

/** How a clock stands at a moment. Overdue by the time, whether or not the event is recorded yet. */
export function standing(clock: StandingFacts, now: Instant, calendar: Calendar): Standing {
  const { state } = clock
  const at = clock.endedAt ?? (state === 'held' ? clock.heldAt : undefined) ?? now
  const over = state === 'met' || state === 'lapsed' || state === 'cancelled'
  // The instant itself is already too late: a day has 24 hours, and its 24:00 is the next day's 0:00.
  const late = at >= clock.dueAt && state !== 'paused' && state !== 'lapsed' && state !== 'cancelled'
  const measured = clock.dueOn ? inDays(clock, clock.dueOn, at, calendar) : inMinutes(clock, at)
  const { left, lateBy, ...rest } = measured
  return {
    ...rest,
    kind: over || state === 'paused' || state === 'held' ? state : late ? 'overdue' : urgency(clock, at, calendar),
    ...(clock.dueOn ? { dueOn: clock.dueOn } : {}),
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    ...(late ? { late: Math.max(1, lateBy) } : over ? {} : left),
  }
}

function urgency(clock: StandingFacts, now: Instant, calendar: Calendar): StandingKind {
  const today = dayNumberOf(now)
  const due = clock.dueOn ? dayNumber(clock.dueOn) : dayNumberOf(clock.dueAt)
  if (due <= today) return 'today'
  return daysCounted('workingDay', today, due, [], calendar) <= SOON_WORKING_DAYS ? 'soon' : 'running'
}

type Measured = Pick<Standing, 'unit' | 'shareUsed'> & {
  readonly left: Pick<Standing, 'workingDaysLeft' | 'calendarDaysLeft' | 'minutesLeft'>
  readonly lateBy: number
}

function inDays(clock: StandingFacts, dueOn: Day, at: Instant, calendar: Calendar): Measured {
  const { state } = clock
  const unit = unitOf(clock)
  const spans = closedPauses(clock.pauses ?? [])
  const start = dayNumberOf(clock.startedAt)
  const due = dayNumber(state === 'paused' ? lastDayOf(clock, dueOn, calendar) : dueOn)
  const today = lastDayRun(clock, at)
  const total = daysCounted(unit, start, due, spans, calendar)
  const left = daysCounted(unit, Math.max(today, start), due, spans, calendar)
  return {
    unit,
    // Only rest days are left: 0 working days would sound as if it were over.
    left:
      unit === 'workingDay' && (left > 0 || due <= today)
        ? { workingDaysLeft: left }
        : { calendarDaysLeft: daysCounted('calendarDay', Math.max(today, start), due, spans, calendar) },
    lateBy: daysCounted(unit, due, dayNumber(dayOf(at)), [] as Span[], calendar),
    shareUsed: total > 0 ? (total - left) / total : today > start ? 1 : 0,
  }
}

/** While it is paused nothing has moved off a day off yet: what is left is left of the period itself. */
function lastDayOf({ roll, extensions, ...clock }: StandingFacts, dueOn: Day, calendar: Calendar): Day {
  if (!roll || !extensions) return dueOn
  return duePoint({ ...clock, roll, extensions, pauses: clock.pauses ?? [] }, calendar).rawOn ?? dueOn
}

/** Working days for a rule in working days and for the line of a list, else calendar days. */
const unitOf = ({ period, setDay, setAt }: StandingFacts): DayUnit =>
  period
    ? period.unit === 'workingDay'
      ? 'workingDay'
      : 'calendarDay'
    : setDay || setAt
      ? 'calendarDay'
      : 'workingDay'

/** The last day on which the clock ran: while it is paused, the day before the pause. */
function lastDayRun({ state, pauses }: StandingFacts, at: Instant): DayNumber {
  const open = state === 'paused' ? pauses?.find(({ lastDay }) => !lastDay) : undefined
  return open ? dayNumber(open.firstDay) - 1 : dayNumberOf(at)
}

function inMinutes({ startedAt, dueAt }: StandingFacts, at: Instant): Measured {
  const minutes = (from: Instant, to: Instant) => (Date.parse(to) - Date.parse(from)) / 60_000
  const total = minutes(startedAt, dueAt)
  return {
    unit: 'minute',
    left: { minutesLeft: Math.max(0, Math.floor(minutes(at, dueAt))) },
    lateBy: Math.ceil(minutes(dueAt, at)),
    shareUsed: total > 0 ? Math.min(1, Math.max(0, minutes(startedAt, at) / total)) : 1,
  }
}

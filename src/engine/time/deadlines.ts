import type {
  Clock,
  ClockChange,
  DeadlineOverride,
  DeadlineRule,
  Due,
  Extension,
  GrantedExtension,
  Pause,
  Recount,
} from '../../domain/procedure/deadline.ts'
import type { FieldValue, FormValues } from '../../domain/procedure/form.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { addMonths, dayAt, dayNumber, instantAt, startOfDayNumber } from '../../domain/time/day-number.ts'
import { addDays, type Day, dayOf, type Instant, type Period, startOfDay } from '../../domain/time/time.ts'
import { AnlanError, type Issue } from '../../domain/wording/errors.ts'
import { addWorkingDays } from './calendar.ts'
import { closedPauses } from './counting.ts'
import { duePoint, exactLength } from './due-point.ts'
import { ownLengthFault } from './own-length.ts'

/** What a clock starts from. `setAt` is the exact due instant of an imported ledger and wins over the rule's length. */
export type ClockStart = {
  readonly deadlineId: string
  readonly number: number
  readonly holder?: string
  readonly startedAt: Instant
  readonly form: FormValues
  readonly matterFields: FormValues
  readonly override?: DeadlineOverride
  readonly calendar: Calendar
  readonly setAt?: Instant
  /** Number of the paper that the form at hand is about. */
  readonly orderNo?: string
}

/** Starts the clock of a rule on one matter. @throws AnlanError `form-invalid` when the answer that sets the day or length is missing */
export function startClock(rule: DeadlineRule, asked: ClockStart): Clock {
  const start = withLawfulLength(rule, asked)
  const answers = { ...start.matterFields, ...start.form }
  const term = termOf(rule, start, answers)
  const facts = {
    startedAt: startedAt(rule, answers) ?? start.startedAt,
    ...term,
    ...(rule.target && term.period ? { target: rule.target } : {}),
    roll: term.period ? rule.roll : 'none',
    pauses: [],
    extensions: [],
  } as const
  const { dueOn, dueAt, provisional } = duePoint(facts, start.calendar)
  const document = documentOf(rule, start)
  return {
    id: `${start.deadlineId}#${start.number}`,
    deadline: start.deadlineId,
    ...(start.holder ? { holder: start.holder } : {}),
    code: rule.code,
    state: 'running',
    ...facts,
    pausable: rule.pausable !== undefined && (!term.period || exactLength(term.period) === undefined),
    ...(dueOn ? { dueOn } : {}),
    dueAt,
    provisional,
    ...(document ? { document } : {}),
    warned: [],
    escalated: 0,
  }
}

/** No office makes a statutory limit longer, whatever its settings hold. */
function withLawfulLength(rule: DeadlineRule, { override, ...start }: ClockStart): ClockStart {
  return override && !ownLengthFault(rule, override) ? { ...start, override } : start
}

/** A day or an instant, as a form holds it. */
const isDay = (value: FieldValue | undefined): value is Day => typeof value === 'string' && value.length === 10
const isInstant = (value: FieldValue | undefined): value is Instant => typeof value === 'string' && value.length > 10

function startedAt(rule: DeadlineRule, answers: FormValues): Instant | undefined {
  const value = rule.from ? answers[rule.from] : undefined
  return isDay(value) ? startOfDay(value) : isInstant(value) ? value : undefined
}

type Term = Pick<Clock, 'period' | 'setDay' | 'setAt' | 'before'>

/** The length of the rule, or the unit's own; a day that an order sets is nobody's to override. */
function termOf({ length, unit }: DeadlineRule, { setAt, override, startedAt }: ClockStart, answers: FormValues): Term {
  if (setAt) return { setAt }
  if (typeof length === 'object' && 'before' in length) return backwards(length, dayOf(startedAt), answers)
  if (typeof length === 'object' && 'dayIn' in length) {
    const day = answers[length.dayIn]
    if (isDay(day)) return { setDay: day }
    if (isInstant(day)) return { setAt: day }
    throw missing({ field: length.dayIn, rule: 'required' })
  }
  if (typeof length === 'object' && 'numberIn' in length) {
    const number = Math.ceil(Number(answers[length.numberIn] ?? 0))
    if (number > 0) return { period: { length: number, unit } }
    throw missing({ field: length.numberIn, rule: 'required' })
  }
  if (override) return { period: { length: override.length, unit: override.unit } }
  if (typeof length === 'number') return { period: { length, unit } }
  const chosen = length.lengths[String(answers[length.by] ?? '')]
  if (chosen === undefined) throw missing({ field: length.by, rule: answers[length.by] ? 'not-an-option' : 'required' })
  return { period: typeof chosen === 'number' ? { length: chosen, unit } : chosen }
}

/**
 * The last day that leaves the clear days the law wants. A day that leaves none of it is refused when it is fixed: the hearing
 * moves, the notice does not shrink. @throws AnlanError form-invalid with the first day that would do
 */
function backwards(
  { before, clearDays }: { readonly before: string; readonly clearDays: number },
  today: Day,
  answers: FormValues,
): Term {
  const answer = answers[before]
  const day = isDay(answer) ? answer : isInstant(answer) ? dayOf(answer) : undefined
  if (!day) throw missing({ field: before, rule: 'required' })
  const setDay = noticeBefore(day, clearDays)
  if (setDay < today) throw missing({ field: before, rule: 'too-early', limit: addDays(today, clearDays + 1) })
  return { setDay, before: { day, clearDays } }
}

const missing = (issue: Issue) => new AnlanError('form-invalid', { issues: [issue] })

/** The paper that sets the length: a unit's own rule, or the order whose form names the day. */
const documentOf = ({ length }: DeadlineRule, { override, setAt, orderNo }: ClockStart): string | undefined =>
  typeof length === 'object' && 'dayIn' in length ? orderNo : setAt ? undefined : override?.document

/**
 * Whether days from this one on can be left out: the rule knows pauses, and the days lie before the time ran out. What really
 * stood still before the due day counts, though it is recorded after it.
 */
export const canPause = (clock: Clock, firstDay: Day): boolean =>
  clock.pausable &&
  (clock.state === 'running' || (clock.state === 'overdue' && firstDay <= (clock.dueOn ?? dayOf(clock.dueAt))))

/** Stops counting with a day, for a reason. The due day is settled when the clock resumes, or at once when the pause is over. */
export function pauseClock(clock: Clock, pause: Pause, calendar: Calendar): ClockChange {
  if (!canPause(clock, pause.firstDay)) throw new Error(`clock ${clock.id} cannot be paused (${clock.state})`)
  if (!pause.lastDay) return { type: 'paused', clockId: clock.id, pause }
  const pauses = [...clock.pauses, pause]
  return { type: 'leftOut', clockId: clock.id, pause, ...dueOf({ ...clock, pauses }, calendar) }
}

/** The pause that has not ended. */
export const openPause = ({ pauses }: Pick<Clock, 'pauses'>): Pause | undefined =>
  pauses.find(({ lastDay }) => !lastDay)

/** Calendar days that an exclusion of this kind has left out so far; a day named twice counts once. */
export const daysExcluded = ({ pauses }: Pick<Clock, 'pauses'>, kind: string): number =>
  closedPauses(pauses.filter((pause) => pause.kind === kind)).reduce(
    (sum, { first, last }) => sum + last - first + 1,
    0,
  )

/** Counts again after `lastDay`, the last day that is left out. */
export function resumeClock(clock: Clock, lastDay: Day, calendar: Calendar): Extract<ClockChange, { type: 'resumed' }> {
  if (clock.state !== 'paused') throw new Error(`clock ${clock.id} is not paused (${clock.state})`)
  return {
    type: 'resumed',
    clockId: clock.id,
    lastDay,
    ...dueOf({ ...clock, pauses: closed(clock.pauses, lastDay) }, calendar),
  }
}

const closed = (pauses: readonly Pause[], lastDay: Day): Pause[] =>
  pauses.map((pause) => (pause.lastDay ? pause : { ...pause, lastDay }))

function dueOf(clock: Clock, calendar: Calendar) {
  const { dueOn, dueAt, provisional } = duePoint(clock, calendar)
  return { ...(dueOn ? { dueOn } : {}), dueAt, provisional }
}

/** A clock that still runs, stands still for a while, or is late: what has not ended. */
export const isAlive = ({ state }: Pick<Clock, 'state'>): boolean =>
  state === 'running' || state === 'paused' || state === 'held' || state === 'overdue'

const extensionRefused = ({ deadline }: Clock, rule: string, details: Record<string, unknown> = {}) =>
  new AnlanError('extension-refused', { rule, deadline, ...details })

/** A rung with the length that it allows in this matter. */
type Grant = Extension & { readonly max: Period }

/**
 * What the rule says of the next extension of this clock, when it may be asked for at this moment.
 * @throws AnlanError `extension-refused` with rule `not-extendable`, `not-running`, `too-often` or `too-late`
 */
export function nextExtension(
  rule: DeadlineRule,
  clock: Clock,
  askedAt: Instant,
  calendar: Calendar,
  answers: FormValues = {},
): Grant {
  const { extension: rungs = [] } = rule
  if (rungs.length === 0) throw extensionRefused(clock, 'not-extendable')
  if (!isAlive(clock)) throw extensionRefused(clock, 'not-running')
  const rung = rungs[clock.extensions.length]
  if (!rung) throw extensionRefused(clock, 'too-often', { times: rungs.length })
  const max = 'by' in rung.max ? rung.max.lengths[String(answers[rung.max.by] ?? '')] : rung.max
  if (!max) throw extensionRefused(clock, 'not-extendable')
  const { applyBefore } = rung
  // While it is paused no time runs out.
  if (clock.state !== 'paused' && askedAt >= latestBefore(clock, applyBefore, calendar))
    throw extensionRefused(clock, 'too-late', applyBefore ? { applyBefore } : {})
  return { ...rung, max }
}

/**
 * Grants more time within the rule: asked for and decided early enough, at most as long as its rung allows.
 * @throws AnlanError `extension-refused` as `nextExtension`, or with rule `too-long`; `form-invalid` for no length
 */
export function extendClock(
  rule: DeadlineRule,
  clock: Clock,
  extension: GrantedExtension,
  calendar: Calendar,
  decidedAt: Instant = extension.at,
  answers: FormValues = {},
): ClockChange {
  const { length, unit } = extension.period
  if (!Number.isInteger(length) || length < 1) throw missing({ field: 'extendBy', rule: 'too-small', limit: 1 })
  const { max, decideBefore } = nextExtension(rule, clock, extension.at, calendar, answers)
  if (unit !== max.unit || length > max.length) throw extensionRefused(clock, 'too-long', { max })
  if (decideBefore && clock.state !== 'paused' && decidedAt >= latestBefore(clock, decideBefore, calendar))
    throw extensionRefused(clock, 'too-late', { decideBefore })
  // A limit in hours whose very instant an order or a ledger set counts in days and has no hours to add.
  if ((exactLength(extension.period) === undefined) !== Boolean(clock.dueOn))
    throw extensionRefused(clock, 'not-extendable')
  const extended = { ...clock, extensions: [...clock.extensions, extension] }
  return { type: 'extended', clockId: clock.id, extension, ...dueOf(extended, calendar) }
}

/** The instant from which it is too late: the due instant, or the end of the last day that leaves `before` in between. */
function latestBefore(clock: Clock, before: Period | undefined, calendar: Calendar): Instant {
  if (!before) return clock.dueAt
  const exact = exactLength(before)
  if (exact !== undefined) return instantAt(Date.parse(clock.dueAt) - exact)
  return startOfDayNumber(dayNumber(dayBefore(clock.dueOn ?? dayOf(clock.dueAt), before, calendar)) + 1)
}

/** The day that lies a period in days, months or years before another. */
export function dayBefore(day: Day, { length, unit }: Period, calendar: Calendar): Day {
  switch (unit) {
    case 'workingDay':
      return addWorkingDays(calendar, day, -length)
    case 'calendarDay':
      return addDays(day, -length)
    case 'month':
      return dayAt(addMonths(dayNumber(day), -length))
    case 'year':
      return dayAt(addMonths(dayNumber(day), -12 * length))
    case 'hour':
    case 'minute':
      throw new Error(`a period of ${unit}s has no day before`)
  }
}

/** The clocks of a matter after a recorded change. An extension makes its warnings due again. */
export function applyClockChange(clocks: readonly Clock[], change: ClockChange, at: Instant): Clock[] {
  if (change.type === 'started') return [...clocks, change.clock]
  return clocks.map((clock) => (clock.id === change.clockId ? changed(clock, change, at) : clock))
}

function changed(clock: Clock, change: Exclude<ClockChange, { type: 'started' }>, at: Instant): Clock {
  switch (change.type) {
    case 'paused':
      return { ...clock, state: 'paused', pauses: [...clock.pauses, change.pause] }
    case 'resumed':
      return moved({ ...clock, state: 'running', pauses: closed(clock.pauses, change.lastDay) }, change, at)
    case 'leftOut':
      return moved({ ...clock, pauses: [...clock.pauses, change.pause] }, change, at)
    case 'extensionAsked':
      return { ...clock, askedAt: at }
    case 'extended': {
      const { askedAt, ...granted } = clock
      return moved({ ...granted, extensions: [...clock.extensions, change.extension], warned: [] }, change, at)
    }
    case 'held':
      return { ...clock, state: 'held', heldAt: at }
    case 'ranOn': {
      const { heldAt, ...ran } = clock
      return { ...ran, state: heldAt && heldAt >= clock.dueAt ? 'overdue' : 'running' }
    }
    case 'lapsed':
      return { ...clock, state: 'lapsed', endedAt: clock.dueAt }
    case 'met':
      return { ...clock, state: 'met', endedAt: clock.heldAt ?? change.at ?? at }
    case 'cancelled':
      return { ...clock, state: 'cancelled', endedAt: at }
  }
}

/** Clocks after their due days were counted again by another calendar. */
export const recounted = (clocks: readonly Clock[], recounts: readonly Recount[], at: Instant): Clock[] =>
  clocks.map((clock) => {
    const found = recounts.find(({ clockId }) => clockId === clock.id)
    return found ? moved(clock, found.to, at) : clock
  })

/** A clock with another due day. One that is not late any more, or not yet again, begins the ladder anew. */
function moved({ raisedAt, ...clock }: Clock, { dueOn, dueAt, provisional }: Due, at: Instant): Clock {
  const due = { ...(dueOn ? { dueOn } : {}), dueAt, provisional }
  const isLate = clock.state === 'overdue' && dueAt <= at
  return isLate
    ? { ...clock, ...(raisedAt ? { raisedAt } : {}), ...due }
    : { ...clock, state: clock.state === 'overdue' ? 'running' : clock.state, escalated: 0, ...due }
}

/** The latest day for a notice that must leave so many clear days before an event: neither its own day nor the event's counts. */
export const noticeBefore = (event: Day, clearDays: number): Day => addDays(event, -(clearDays + 1))

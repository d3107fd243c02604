import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { asWord } from '../../domain/procedure/answer-word.ts'
import type { Clock, ClockChange, DeadlineRule } from '../../domain/procedure/deadline.ts'
import {
  answerTo,
  type FieldMeaning,
  type Form,
  type FormValues,
  fieldMeaning,
  meant,
} from '../../domain/procedure/form.ts'
import type { Demand } from '../../domain/procedure/hands/demand.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { type Holder, type HolderChange, type SeatName, withHolders } from '../../domain/procedure/seat.ts'
import { rolesOf } from '../../domain/procedure/taker.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { addDays, type Day, dayOf, type Instant, laterOf, startOfDay } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { takersText } from '../../domain/wording/taker-text.ts'
import { holderField } from '../access/holders.ts'
import { takes } from '../access/seats.ts'
import {
  canPause,
  daysExcluded,
  extendClock,
  isAlive,
  nextExtension,
  openPause,
  pauseClock,
  resumeClock,
  startClock,
} from '../time/deadlines.ts'
import { duePoint } from '../time/due-point.ts'
import { holderRow } from './decide-holders.ts'

type Start = {
  now: Instant
  rulebook: Rulebook
  /** The form that is filled in. */
  asked: Form | undefined
  form: FormValues
  fields: FormValues
  clocks: readonly Clock[]
  /** Those that the same step ends. */
  ended?: readonly Clock[]
  /** Holders of seats of many, those whom this asks included. */
  holders?: readonly Holder[] | undefined
  /** The one holder of a seat whom the step is about, if it is about one. */
  about?: ((seat: SeatName) => string | undefined) | undefined
  setDue?: Readonly<Record<string, string>> | undefined
}

const applies = (rule: DeadlineRule, given: Pick<Start, 'form' | 'fields'>) =>
  !rule.when || rule.when.is.includes(asWord(answerTo(rule.when.field, given.form, given.fields)))

/** The clocks that begin. One that still runs for the same deadline is cancelled first, unless the rule keeps it: a new order replaces the old. */
export function startedClocks(procedure: Procedure, deadlines: readonly string[], given: Start): ClockChange[] {
  return deadlines.flatMap((deadlineId) => {
    const rule = procedure.deadlines[deadlineId]
    if (!rule) throw new Error(`${procedure.id} has no deadline ${deadlineId}`)
    if (!applies(rule, given)) return []
    const known = given.clocks.filter((clock) => clock.deadline === deadlineId)
    const number = known.length + 1
    const earlier = known.filter((clock) => isAlive(clock) && !given.ended?.includes(clock))
    if (rule.per) return holderClocks(procedure, deadlineId, rule, rule.per, earlier, number, given)
    const clock = startedClock(procedure, deadlineId, rule, number, given)
    return [
      ...(rule.keepsEarlier ? [] : earlier).map(({ id }): ClockChange => ({ type: 'cancelled', clockId: id })),
      { type: 'started', clock: rule.keepsPauses ? goingOn(clock, earlier.at(-1), given.rulebook.calendar) : clock },
    ]
  })
}

/** The clock with the days that its predecessor left out since it begins, and standing still where that one did. */
function goingOn(clock: Clock, earlier: Clock | undefined, calendar: Calendar): Clock {
  const pauses = earlier?.pauses.filter(({ firstDay }) => firstDay >= dayOf(clock.startedAt)) ?? []
  if (pauses.length === 0) return clock
  const state = pauses.some(({ lastDay }) => !lastDay) ? 'paused' : clock.state
  return { ...clock, state, pauses, ...duePoint({ ...clock, pauses }, calendar) }
}

/** The clocks that begin because the time of this one is over: on its last day, or at its last moment. */
export function begunAfter(
  procedure: Procedure,
  matter: Matter,
  { deadline, dueOn, dueAt }: Clock,
  rulebook: Rulebook,
): ClockChange[] | undefined {
  const { thenStarts } = procedure.deadlines[deadline] ?? {}
  if (!thenStarts) return undefined
  const { fields, clocks } = matter
  const now = dueOn ? startOfDay(dueOn) : dueAt
  return startedClocks(procedure, thenStarts, { now, rulebook, asked: undefined, form: {}, fields, clocks })
}

/** A clock for each holder who is asked and has none running, or for the one whom the step is about; what the row of a holder says comes before the rest of the form. */
function holderClocks(
  procedure: Procedure,
  deadlineId: string,
  rule: DeadlineRule,
  seat: SeatName,
  earlier: readonly Clock[],
  number: number,
  given: Start,
): ClockChange[] {
  const about = given.about?.(seat)
  const waiting = (given.holders ?? []).filter(
    (holder) =>
      holder.seat === seat &&
      (about === undefined ? holder.state === 'asked' || holder.state === 'signed' : holder.id === about) &&
      !earlier.some((clock) => clock.holder === holder.id),
  )
  return waiting.map(({ id }, index) => ({
    type: 'started',
    clock: startedClock(procedure, deadlineId, rule, number + index, {
      ...given,
      form: { ...given.form, ...holderRow(procedure, seat, id, given.form, given.fields) },
      holder: id,
    }),
  }))
}

function startedClock(
  procedure: Procedure,
  deadlineId: string,
  rule: DeadlineRule,
  number: number,
  given: Start & { readonly holder?: string },
): Clock {
  const override = given.rulebook.overrides[`${procedure.id}.${deadlineId}`]
  const setAt = given.setDue?.[deadlineId]
  const document = meant(given.asked, given.form, 'document')
  return startClock(rule, {
    deadlineId,
    number,
    ...(given.holder ? { holder: given.holder } : {}),
    startedAt: given.now,
    form: given.form,
    matterFields: given.fields,
    calendar: given.rulebook.calendar,
    ...(override ? { override } : {}),
    ...(setAt ? { setAt } : {}),
    ...(typeof document === 'string' ? { orderNo: document } : {}),
  })
}

/** A step being taken, as far as its clocks are concerned. */
type Taken = {
  readonly procedure: Procedure
  readonly matter: Matter
  readonly stepId: string
  readonly step: Step
  readonly form: FormValues
  /** Who signed, answered, refused, was asked or is asked no longer. */
  readonly moved: readonly HolderChange[]
  /** The step ends the matter. */
  readonly done: boolean
  readonly now: Instant
  readonly rulebook: Rulebook
  readonly actor: Actor
  readonly setDue: Start['setDue']
}

/** What a step does to the clocks of its matter, in the order: end, pause, resume, hold, run on, extend, start. */
export function clockChanges(taken: Taken): ClockChange[] {
  const { procedure, matter, step, form, done, now, rulebook, setDue } = taken
  const lapsed = matter.clocks.filter((clock) => lapses(taken, clock))
  const running = matter.clocks.filter((clock) => isAlive(clock) && !lapsed.includes(clock))
  const of = (ids: readonly string[] | undefined) =>
    running.filter((clock) => ids?.includes(clock.deadline) && isAbout(taken, clock))
  const met = of(step.meets)
  const outlasts = (deadline: string) => procedure.deadlines[deadline]?.afterClosing === true
  // Who is asked no longer has no time to keep; a done matter runs only what outlasts it.
  const unasked = new Set([...of(step.cancels), ...running.filter((clock) => isReleased(taken, clock))])
  const cancelled = running.filter(
    (clock) => !met.includes(clock) && (unasked.has(clock) || (done && !outlasts(clock.deadline))),
  )
  const endings = [
    ...lapsed.map(({ id }): ClockChange => ({ type: 'lapsed', clockId: id })),
    ...met.map((clock): ClockChange => ({ type: 'met', clockId: clock.id, ...doneBefore(taken, clock) })),
    ...cancelled.map(({ id }): ClockChange => ({ type: 'cancelled', clockId: id })),
  ]
  const asked = step.form === undefined ? undefined : procedure.forms[step.form]
  const started = startedClocks(
    procedure,
    (step.starts ?? []).filter((id) => !done || outlasts(id)),
    {
      now,
      rulebook,
      asked,
      form,
      fields: matter.fields,
      clocks: matter.clocks,
      ended: [...lapsed, ...met, ...cancelled],
      holders: withHolders(matter.holders, taken.moved),
      about: (seat) => holderMeant(taken, seat),
      setDue,
    },
  )
  // A done matter has only what outlasts it: a freeze is renewed after the case, a time to apply stands still.
  const lasting = (ids: readonly string[] | undefined) => (done ? ids?.filter(outlasts) : ids) ?? []
  const [toPause, asks, extend] = [lasting(step.pauses), lasting(one(step.asks)), lasting(one(step.extends))]
  const paused = toPause.length > 0 ? pauses(taken, of(toPause), asked) : []
  const toResume = lasting(step.resumes)
  const resumed = toResume.length > 0 ? resumes(taken, of(toResume), asked) : []
  const isRunning = ({ state }: Clock) => state === 'running' || state === 'overdue'
  const checked = [
    ...of(lasting(step.holds))
      .filter(isRunning)
      .map(({ id }): ClockChange => ({ type: 'held', clockId: id })),
    ...of(lasting(step.runsOn))
      .filter(({ state }) => state === 'held')
      .map(({ id }): ClockChange => ({ type: 'ranOn', clockId: id })),
  ]
  const askedFor = asks.map((id) => request(taken, id, of([id]).at(-1)))
  const extended = extend.map((id) => extension(taken, asked, id, of([id]).at(-1)))
  return [...endings, ...paused, ...resumed, ...checked, ...askedFor, ...extended, ...started]
}

const one = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id])

/** When it was done, by the answer that says so, a moment or a day: never before the clock began, nor later than it is recorded. */
function doneBefore({ procedure, step, form, now }: Taken, { startedAt }: Clock): { readonly at?: Instant } {
  const done = meant(step.form === undefined ? undefined : procedure.forms[step.form], form, 'doneAt')
  if (typeof done !== 'string') return {}
  const at = done.length > 10 ? done : done < dayOf(now) ? startOfDay(done) : now
  return at < now ? { at: laterOf(at, startedAt) } : {}
}

/** Of clocks that run for one holder each, a step about one of them touches only that one's: who signs or answers, or is named. */
function isAbout(taken: Taken, { deadline, holder }: Clock): boolean {
  const { procedure } = taken
  const seat = holder === undefined ? undefined : procedure.deadlines[deadline]?.per
  if (seat === undefined) return true
  const named = holderMeant(taken, seat)
  return named === undefined || named === holder
}

/** Whom of a seat of many the step is about: whoever its form names, or who signs, answers or refuses by it. */
function holderMeant({ procedure, moved, step, form }: Taken, seat: SeatName): string | undefined {
  const field = holderField(seat, step.form === undefined ? undefined : procedure.forms[step.form])
  if (field !== undefined) return String(form[field] ?? '')
  if (![step.signs, step.answers, step.refuses].includes(seat)) return undefined
  return moved.find((change) => change.seat === seat)?.id ?? ''
}

const isReleased = ({ procedure, moved }: Taken, { deadline, holder }: Clock): boolean =>
  holder !== undefined &&
  moved.some(({ seat, id, to }) => to === 'released' && id === holder && seat === procedure.deadlines[deadline]?.per)

/** The system takes the step that the end of this clock's time demands. */
const lapses = ({ procedure, stepId, actor, now }: Taken, clock: Clock): boolean =>
  clock.state === 'running' &&
  clock.dueAt <= now &&
  actor.roles.includes('system') &&
  procedure.deadlines[clock.deadline]?.onExpiry?.takes === stepId

/** Days that did not count lie between the start of the clock and today; a pause whose end is known is over at once. */
function pauses({ procedure, form, now, rulebook }: Taken, clocks: readonly Clock[], asked: Form | undefined) {
  const today = dayOf(now)
  const from = dayMeant(asked, form, 'pausedFrom')
  const to = dayMeant(asked, form, 'pausedTo')
  const firstDay = from ?? to ?? today
  const pausable = clocks.filter((clock) => canPause(clock, firstDay))
  if (pausable.length === 0) throw new AnlanError('guard-refused', { guard: 'clockRunning' satisfies Demand })
  const started = pausable.map(({ startedAt }) => dayOf(startedAt)).sort()[0] ?? today
  if (from) keepWithin(asked, 'pausedFrom', from, started, today)
  if (to) keepWithin(asked, 'pausedTo', to, firstDay, today)
  const document = meant(asked, form, 'document')
  const reason = String(meant(asked, form, 'reason') ?? '')
  return pausable.map((clock) => {
    const { until, ...kind } = exclusionOf(procedure.deadlines[clock.deadline], clock, firstDay, asked, form)
    if (to && until) keepWithin(asked, 'pausedTo', to, firstDay, until)
    const end = to ? { lastDay: to } : until ? { until } : {}
    const paper = typeof document === 'string' ? { document } : {}
    return pauseClock(clock, { firstDay, ...end, ...kind, reason, ...paper }, rulebook.calendar)
  })
}

/** Which exclusion the form names, where the rule knows kinds, and until when it may leave days out. */
function exclusionOf(
  rule: DeadlineRule | undefined,
  clock: Clock,
  firstDay: Day,
  asked: Form | undefined,
  form: FormValues,
): { readonly kind?: string; readonly until?: Day } {
  if (typeof rule?.pausable !== 'object') return {}
  const kind = asWord(meant(asked, form, 'pauseKind') ?? '')
  const exclusion = Object.hasOwn(rule.pausable, kind) ? rule.pausable[kind] : undefined
  const field = fieldMeaning(asked, 'pauseKind') ?? 'pauseKind'
  if (!exclusion) throw new AnlanError('form-invalid', { issues: [{ field, rule: 'not-an-option' }] })
  const { maxDays } = exclusion
  if (maxDays === undefined) return { kind }
  const left = maxDays - daysExcluded(clock, kind)
  if (left <= 0) throw new AnlanError('form-invalid', { issues: [{ field, rule: 'too-large', limit: maxDays }] })
  return { kind, until: addDays(firstDay, left - 1) }
}

/** The last day that does not count is the day named, else today, so that counting goes on tomorrow. */
function resumes({ form, now, rulebook }: Taken, clocks: readonly Clock[], asked: Form | undefined): ClockChange[] {
  const paused = clocks.filter(({ state }) => state === 'paused')
  if (paused.length === 0) throw new AnlanError('guard-refused', { guard: 'clockPaused' satisfies Demand })
  const today = dayOf(now)
  const to = dayMeant(asked, form, 'pausedTo')
  return paused.map((clock) => {
    const { firstDay = today, until = today } = openPause(clock) ?? {}
    const [latest = today] = [until, today].sort()
    if (to) keepWithin(asked, 'pausedTo', to, firstDay, latest)
    return resumeClock(clock, to ?? latest, rulebook.calendar)
  })
}

function dayMeant(asked: Form | undefined, form: FormValues, meaning: 'pausedFrom' | 'pausedTo'): Day | undefined {
  const day = meant(asked, form, meaning)
  return typeof day === 'string' ? day : undefined
}

function keepWithin(asked: Form | undefined, meaning: FieldMeaning, day: Day, first: Day, last: Day): void {
  if (first <= day && day <= last) return
  const field = fieldMeaning(asked, meaning) ?? meaning
  const broken = day < first ? { rule: 'too-early', limit: first } : { rule: 'too-late', limit: last }
  throw new AnlanError('form-invalid', { issues: [{ field, ...broken }] })
}

const ruleFor = ({ procedure }: Taken, deadline: string, clock: Clock | undefined) => {
  const rule = procedure.deadlines[deadline]
  if (!rule?.extension || !clock) throw new AnlanError('extension-refused', { rule: 'not-running', deadline })
  return { rule, clock }
}

/** What is on record and what the step says, of a clock for one holder what their row says first. */
const answersAbout = ({ procedure, matter, form }: Taken, { per }: DeadlineRule, { holder }: Clock): FormValues => ({
  ...matter.fields,
  ...form,
  ...(per && holder ? holderRow(procedure, per, holder, form, matter.fields) : {}),
})

/** A request that comes too late, or beyond the last rung, is refused when it is made. */
function request(taken: Taken, deadlineId: string, found: Clock | undefined): ClockChange {
  const { rule, clock } = ruleFor(taken, deadlineId, found)
  nextExtension(rule, clock, taken.now, taken.rulebook.calendar, answersAbout(taken, rule, clock))
  return { type: 'extensionAsked', clockId: clock.id }
}

function extension(taken: Taken, asked: Form | undefined, deadlineId: string, found: Clock | undefined): ClockChange {
  const { matter, form, now, rulebook, actor } = taken
  const { rule, clock } = ruleFor(taken, deadlineId, found)
  // Asked for with the step into this state; an earlier request was answered when the matter went on.
  const at = clock.askedAt && clock.askedAt >= matter.stateSince ? clock.askedAt : now
  const answers = answersAbout(taken, rule, clock)
  const { max, by } = nextExtension(rule, clock, at, rulebook.calendar, answers)
  const standing = takes(actor, by, matter, rulebook.directory)
  if (standing !== 'yes')
    throw new AnlanError(standing === 'wrong-role' ? 'role-required' : 'out-of-scope', {
      roles: rolesOf(by),
      says: takersText(by, taken.procedure),
    })
  const period = { length: Number(meant(asked, form, 'extendBy')), unit: max.unit }
  const granted = { period, reason: String(meant(asked, form, 'reason') ?? ''), at, byPostId: actor.postId }
  return extendClock(rule, clock, granted, rulebook.calendar, now, answers)
}

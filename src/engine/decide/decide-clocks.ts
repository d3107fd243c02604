import type { Matter } from '../../domain/matter/matter.ts'
import type { Clock, ClockChange, DeadlineRule } from '../../domain/procedure/deadline.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { asWord } from '../../domain/procedure/form-check.ts'
import type { Condition, Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { canPause, extendClock, pauseClock, resumeClock, startClock } from '../time/deadlines.ts'

type Start = {
  now: Instant
  rulebook: Rulebook
  form: FormValues
  fields: FormValues
  clocks: readonly Clock[]
  setDue?: Readonly<Record<string, string>> | undefined
}

const alive = (clock: Clock) => clock.state === 'running' || clock.state === 'paused' || clock.state === 'overdue'

const applies = (rule: DeadlineRule, given: Pick<Start, 'form' | 'fields'>) =>
  !rule.when || rule.when.is.includes(asWord(given.form[rule.when.field] ?? given.fields[rule.when.field]))

/** The clocks that begin. One that still runs for the same deadline is cancelled first: a new order replaces the old. */
export function startedClocks(procedure: Procedure, deadlines: readonly string[], given: Start): ClockChange[] {
  return deadlines.flatMap((deadlineId) => {
    const rule = procedure.deadlines[deadlineId]
    if (!rule) throw new Error(`${procedure.id} has no deadline ${deadlineId}`)
    if (!applies(rule, given)) return []
    const earlier = given.clocks.filter((clock) => clock.deadline === deadlineId)
    const override = given.rulebook.overrides[`${procedure.id}.${deadlineId}`]
    const setAt = given.setDue?.[deadlineId]
    const clock = startClock(rule, {
      deadlineId,
      number: earlier.length + 1,
      startedAt: given.now,
      form: given.form,
      matterFields: given.fields,
      calendar: given.rulebook.calendar,
      ...(override ? { override } : {}),
      ...(setAt ? { setAt } : {}),
    })
    return [
      ...earlier.filter(alive).map(({ id }): ClockChange => ({ type: 'cancelled', clockId: id })),
      { type: 'started', clock },
    ]
  })
}

/** What a step does to the clocks of its matter, in the order: end, pause, resume, extend, start. */
export function clockChanges(
  procedure: Procedure,
  matter: Matter,
  step: Step,
  form: FormValues,
  done: boolean,
  now: Instant,
  rulebook: Rulebook,
  actorPostId: string,
  setDue?: Readonly<Record<string, string>>,
): ClockChange[] {
  const running = matter.clocks.filter(alive)
  const of = (ids: readonly string[] | undefined) => running.filter((clock) => ids?.includes(clock.deadline))
  const met = of(step.meets)
  // A done matter runs no clock; what is due after closing is a matter of its own.
  const cancelled = done ? running.filter((clock) => !met.includes(clock)) : of(step.cancels)
  const endings = [
    ...met.map(({ id }): ClockChange => ({ type: 'met', clockId: id })),
    ...cancelled.map(({ id }): ClockChange => ({ type: 'cancelled', clockId: id })),
  ]
  if (done) return endings
  const resumed = of(step.resumes)
    .filter((clock) => clock.state === 'paused')
    .map((clock) => resumeClock(clock, lastPausedDay(form, now), rulebook.calendar))
  const extended = step.extends
    ? [
        extension(
          procedure,
          of([step.extends]),
          step.extends,
          form,
          step.onRequest ? matter.stateSince : now,
          rulebook,
          actorPostId,
        ),
      ]
    : []
  const started = startedClocks(procedure, step.starts ?? [], {
    now,
    rulebook,
    form,
    fields: matter.fields,
    clocks: matter.clocks,
    setDue,
  })
  return [...endings, ...(step.pauses ? paused(of(step.pauses), form, now) : []), ...resumed, ...extended, ...started]
}

function paused(clocks: readonly Clock[], form: FormValues, now: Instant): ClockChange[] {
  const pausable = clocks.filter(canPause)
  if (pausable.length === 0) throw new AnlanError('guard-refused', { guard: 'clockRunning' satisfies Condition })
  const firstDay = typeof form['pausedFrom'] === 'string' ? form['pausedFrom'] : dayOf(now)
  const document = typeof form['document'] === 'string' && form['document'] ? { document: form['document'] } : {}
  return pausable.map((clock) => pauseClock(clock, { firstDay, reason: String(form['reason'] ?? ''), ...document }))
}

/** The last day that does not count: the day named, else today, so that counting goes on tomorrow. */
const lastPausedDay = (form: FormValues, now: Instant) =>
  typeof form.pausedTo === 'string' ? form.pausedTo : dayOf(now)

function extension(
  procedure: Procedure,
  clocks: readonly Clock[],
  deadlineId: string,
  form: FormValues,
  askedAt: Instant,
  rulebook: Rulebook,
  byPostId: string,
): ClockChange {
  const rule = procedure.deadlines[deadlineId]
  const clock = clocks[0]
  if (!rule?.extension || !clock)
    throw new AnlanError('extension-refused', { rule: 'not-running', deadline: deadlineId })
  const period = { length: Number(form.extendBy), unit: rule.extension.max.unit }
  return extendClock(
    rule,
    clock,
    { period, reason: String(form.reason ?? ''), at: askedAt, byPostId },
    rulebook.calendar,
  )
}

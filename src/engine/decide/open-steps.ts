import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Demand } from '../../domain/procedure/hands/demand.ts'
import { type Procedure, type Step, targetsOf } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { roleOf, rolesOf } from '../../domain/procedure/taker.ts'
import type { Instant } from '../../domain/time/time.ts'
import { guardText } from '../../domain/wording/condition-text.ts'
import type { ErrorCode } from '../../domain/wording/errors.ts'
import { takersText } from '../../domain/wording/taker-text.ts'
import { isHolderDue } from '../access/holders.ts'
import { isRestricted } from '../access/restricted.ts'
import { takes } from '../access/seats.ts'
import { firstBrokenGuard, type Pending } from '../conditions/conditions.ts'
import { hasOwnPart } from '../stand-ins/own-part.ts'

/** Why a step is refused. No error yet: a list asks this of every step, and an error with its trace costs a hundred times as much. */
export type Refusal = { readonly code: ErrorCode; readonly details: Readonly<Record<string, unknown>> }

const refused = (code: ErrorCode, details: Refusal['details']): Refusal => ({ code, details })

/** A step as one actor sees it: open, or refused with the reason; `later` = waits for another step first. */
export type StepOffer = {
  readonly id: string
  readonly step: Step
  readonly open: boolean
  readonly later: boolean
  readonly refusal?: Refusal
}

/** Whether the step may be taken where the matter stands, whoever takes it. */
export const startsFrom = (step: Step, matter: Matter) =>
  step.from === 'open' ? matter.group !== 'done' : step.from.includes(matter.state)

/** Why the actor may not take this step now, or undefined when nothing stands in the way. The one rule for screens and for decide. */
export function stepRefusal(
  procedure: Procedure,
  matter: Matter,
  actor: Actor,
  stepId: string,
  rulebook: Rulebook,
  now: Instant,
  pending?: Pending,
): Refusal | undefined {
  // What every object has, `constructor`, is no step.
  const step = Object.hasOwn(procedure.steps, stepId) ? procedure.steps[stepId] : undefined
  if (!step) return refused('step-unknown', { step: stepId, procedure: procedure.id })
  const about = { step: stepId, procedure: procedure.id, version: procedure.version, state: matter.state }
  if (!startsFrom(step, matter)) return refused('step-not-open', about)
  if (isRestricted(matter) && !actor.roles.includes('system')) return refused('matter-restricted', about)
  const standing = takes(actor, step.by, matter, rulebook.directory)
  if (standing === 'wrong-role')
    return refused('role-required', { ...about, roles: rolesOf(step.by), says: takersText(step.by, procedure) })
  if (standing === 'wrong-side') return refused('out-of-scope', { ...about, ...sideText(step, procedure) })
  if (matter.barred?.includes(actor.personId))
    return refused('guard-refused', { ...about, guard: 'notBarred' satisfies Demand })
  if (hasOwnPart(procedure, step, matter, actor, rulebook.directory))
    return refused('guard-refused', { ...about, guard: 'notOwnPart' satisfies Demand })
  if (!isHolderDue(step, step.form ? procedure.forms[step.form] : undefined, matter, actor))
    return refused('guard-refused', { ...about, guard: 'holderDue' satisfies Demand })
  const guard = firstBrokenGuard({ procedure, step, matter, actor, now, pending, overrides: rulebook.overrides })
  return guard && refused('guard-refused', { ...about, guard, says: guardText(guard, procedure, rulebook.procedures) })
}

/** Whose side a step is, where the definition says so. */
const sideText = ({ by }: Step, procedure: Procedure) =>
  by.some((taker) => typeof taker === 'object') ? { says: takersText(by, procedure) } : {}

/**
 * Steps for a screen: those of the present state in the definition's order, then those that the next states would offer.
 * Steps only the system or the reporter can take are left out for officials.
 */
export function openSteps(
  procedure: Procedure,
  matter: Matter,
  actor: Actor,
  rulebook: Rulebook,
  now: Instant,
): StepOffer[] {
  const human = (step: Step) =>
    step.by.some((taker) => {
      const role = roleOf(taker)
      return role !== 'system' && (role !== 'reporter' || actor.roles.includes('reporter'))
    })
  const all = Object.entries(procedure.steps).filter(([, step]) => human(step))
  const startable = all.filter(([, step]) => startsFrom(step, matter))
  const nextStates = new Set(startable.flatMap(([, step]) => targetsOf(step).filter((state) => state !== matter.state)))
  const later = all.filter(
    ([, step]) =>
      !startsFrom(step, matter) &&
      !step.aside &&
      step.from !== 'open' &&
      step.from.some((state) => nextStates.has(state)),
  )
  const offer = ([id, step]: [string, Step], isLater: boolean): StepOffer => {
    const refusal = stepRefusal(procedure, matter, actor, id, rulebook, now)
    return { id, step, open: !refusal, later: isLater, ...(refusal ? { refusal } : {}) }
  }
  return [...startable.map((entry) => offer(entry, false)), ...later.map((entry) => offer(entry, true))]
}

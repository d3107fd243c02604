import { type Actor, persons } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Condition } from '../../domain/procedure/condition.ts'
import type { Demand } from '../../domain/procedure/hands/demand.ts'
import { type Guard, type Procedure, type Step, targetsOf } from '../../domain/procedure/procedure.ts'
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
  const hindrance = hindranceTo(step, { procedure, matter, actor, rulebook, now, pending })
  if (!hindrance) return undefined
  const about = { step: stepId, procedure: procedure.id, version: procedure.version, state: matter.state }
  const { code, guard, demand } = hindrance
  if (code === 'role-required')
    return refused(code, { ...about, roles: rolesOf(step.by), says: takersText(step.by, procedure) })
  if (code === 'out-of-scope') return refused(code, { ...about, ...sideText(step, procedure) })
  if (demand) return refused(code, { ...about, guard: demand })
  return refused(code, guard ? { ...about, guard, says: guardText(guard, procedure, rulebook.procedures) } : about)
}

type Asked = {
  readonly procedure: Procedure
  readonly matter: Matter
  readonly actor: Actor
  readonly rulebook: Rulebook
  readonly now: Instant
  readonly pending?: Pending | undefined
}
/** What stands in the way, not yet in words: a worklist asks of hundreds of steps whether, and of none why. */
type Hindrance = { readonly code: ErrorCode; readonly demand?: Demand; readonly guard?: Guard | Condition }

function hindranceTo(step: Step, { procedure, matter, actor, rulebook, now, pending }: Asked): Hindrance | undefined {
  const { directory, overrides } = rulebook
  if (!startsFrom(step, matter)) return { code: 'step-not-open' }
  if (isRestricted(matter) && !actor.roles.includes('system')) return { code: 'matter-restricted' }
  const standing = takes(actor, step.by, matter, directory)
  if (standing !== 'yes') return { code: standing === 'wrong-role' ? 'role-required' : 'out-of-scope' }
  const code = 'guard-refused'
  if (persons(actor).some((person) => matter.barred?.includes(person))) return { code, demand: 'notBarred' }
  if (hasOwnPart(procedure, step, matter, actor, directory)) return { code, demand: 'notOwnPart' }
  if (!isHolderDue(step, step.form ? procedure.forms[step.form] : undefined, matter, actor))
    return { code, demand: 'holderDue' }
  const guard = firstBrokenGuard({ procedure, step, matter, actor, now, pending, overrides })
  return guard && { code, guard }
}

/** Whether the actor may take this step now: what `stepRefusal` says, without the words of a refusal. */
export const mayTakeNow = (
  procedure: Procedure,
  matter: Matter,
  actor: Actor,
  step: Step,
  rulebook: Rulebook,
  now: Instant,
): boolean => !hindranceTo(step, { procedure, matter, actor, rulebook, now })

/** Whose side a step is, where the definition says so. */
const sideText = ({ by }: Step, procedure: Procedure) =>
  by.some((taker) => typeof taker === 'object') ? { says: takersText(by, procedure) } : {}

type NamedStep = readonly [id: string, step: Step]

// Derived from the definition and nothing else; a worklist asks hundreds of times.
const forOfficials = new WeakMap<Procedure, readonly NamedStep[]>()

/** The steps that people take, in the definition's order: without those of the system, and those of the reporter for others. */
export function humanSteps(procedure: Procedure, actor: Actor): readonly NamedStep[] {
  const isReporter = actor.roles.includes('reporter')
  const known = isReporter ? undefined : forOfficials.get(procedure)
  if (known) return known
  const isHuman = (step: Step) =>
    step.by.map(roleOf).some((role) => role !== 'system' && (role !== 'reporter' || isReporter))
  const found = Object.entries(procedure.steps).filter(([, step]) => isHuman(step))
  if (!isReporter) forOfficials.set(procedure, found)
  return found
}

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
  const all = humanSteps(procedure, actor)
  const startable = all.filter(([, step]) => startsFrom(step, matter))
  const nextStates = new Set(startable.flatMap(([, step]) => targetsOf(step).filter((state) => state !== matter.state)))
  const later = all.filter(
    ([, step]) =>
      !startsFrom(step, matter) &&
      !step.aside &&
      step.from !== 'open' &&
      step.from.some((state) => nextStates.has(state)),
  )
  const offer = ([id, step]: NamedStep, isLater: boolean): StepOffer => {
    const refusal = stepRefusal(procedure, matter, actor, id, rulebook, now)
    return { id, step, open: !refusal, later: isLater, ...(refusal ? { refusal } : {}) }
  }
  return [...startable.map((entry) => offer(entry, false)), ...later.map((entry) => offer(entry, true))]
}

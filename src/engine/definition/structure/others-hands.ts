import type { Condition } from '../../../domain/procedure/condition.ts'
import { type ReservedAct, reservedAct } from '../../../domain/procedure/hands/reserved.ts'
import { conditionOf } from '../../../domain/procedure/named-conditions.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { roleOf, type Taker } from '../../../domain/procedure/taker.ts'
import { oversees, type Role } from '../../../domain/unit/role.ts'
import { type Fault, fault } from '../fault.ts'
import { fieldsOf, stepsOf } from '../reading.ts'

/**
 * What only others may do: more time, a pause, a check, a listing, taking a document back, the end. Never whoever handles the
 * matter alone; and of a matter that is ordered from above, only the side that ordered it.
 */
export const handFaults = (procedure: Procedure): Fault[] =>
  stepsOf(procedure).flatMap(([id, step]) => {
    const reserved = reservedAct(procedure, step)
    if (!reserved || step.imported) return []
    const act = ACTS[reserved]
    const path = `steps.${id}.by`
    return procedure.ordered ? orderedFaults(step, act, path) : handlerFaults(procedure, step, act, path)
  })

type Act = { readonly zh: string; readonly en: string }

const ACTS: Readonly<Record<ReservedAct, Act>> = {
  extends: { zh: '批延期', en: 'grants more time' },
  pauses: { zh: '停期限', en: 'stops the clock' },
  verifies: { zh: '验收、复查', en: 'verifies' },
  lists: { zh: '挂牌、摘牌', en: 'lists or delists' },
  revokes: { zh: '撤回文书', en: 'takes a document back' },
  closes: { zh: '办结', en: 'ends the matter' },
}

const isApart = (taker: Taker) => taker === 'system' || taker === 'reporter'

/** Seats above the work. */
const ABOVE = ['ordering', 'sponsor', 'supervisor']

function orderedFaults(step: Step, act: Act, path: string): Fault[] {
  // Who sends an order back as not theirs says why they may.
  if (step.alone && !step.extends && !step.verifies && !step.pauses?.length && step.revokes?.length) return []
  const demandsAbove = demands(step, (condition) => isHolding(condition, ABOVE))
  return step.by.flatMap((taker, index) => {
    const isAbove =
      isApart(taker) ||
      demandsAbove ||
      (typeof taker === 'object' && (taker.at === 'ordering' || (taker.is !== undefined && ABOVE.includes(taker.is))))
    return isAbove
      ? []
      : [
          fault(
            `${path}.${index}`,
            `${act.zh}只能由交办方办（at: ordering）`,
            `only the side that ordered it ${act.en} (at: ordering)`,
          ),
        ]
  })
}

function handlerFaults(procedure: Procedure, step: Step, act: Act, path: string): Fault[] {
  if (step.alone || demands(step, keepsHandlerOut)) return []
  const handling = handlingRoles(procedure)
  return step.by.flatMap((taker, index) => {
    if (isApart(taker) || oversees(roleOf(taker)) || !handling.has(roleOf(taker)) || isElsewhere(taker)) return []
    return [
      fault(
        `${path}.${index}`,
        `经办的人自己就能${act.zh}：要由别人办（notTheHandler），或写明为什么可以（alone）`,
        `whoever handles it ${act.en} alone: let another do it (notTheHandler), or say why they may (alone)`,
      ),
    ]
  })
}

const isElsewhere = (taker: Taker) =>
  typeof taker === 'object' &&
  (taker.at === 'ordering' ||
    taker.outside === 'responsible' ||
    (taker.is !== undefined && [...ABOVE, 'verifier'].includes(taker.is)))

/** Roles of those who handle matters of this kind: who takes a handling step, or may be named as owner. */
function handlingRoles(procedure: Procedure): ReadonlySet<Role> {
  const owners = fieldsOf(procedure).flatMap(({ field }) =>
    field.kind === 'post' && field.sets === 'owner' ? (field.roles ?? []) : [],
  )
  // Everyday records are written by whoever is there; they do not make anybody's the matter.
  const handlers = stepsOf(procedure).flatMap(([, step]) =>
    step.handles && !step.aside ? step.by.filter((taker) => !isApart(taker)).map(roleOf) : [],
  )
  return new Set([...handlers, ...(owners as Role[])])
}

/** Whether what the step demands, taken together, makes this certain. */
const demands = (step: Step, test: (condition: Condition) => boolean): boolean =>
  (step.guards ?? []).some((guard) => implies(conditionOf(guard), test))

function implies(condition: Condition, test: (condition: Condition) => boolean): boolean {
  if (test(condition)) return true
  if ('all' in condition) return condition.all.some((each) => implies(each, test))
  if ('any' in condition && !('seat' in condition)) return condition.any.every((each) => implies(each, test))
  return false
}

const isHolding = (condition: Condition, seats: readonly string[]) =>
  'actor' in condition && typeof condition.actor === 'object' && seats.includes(condition.actor.holds)

const NOT_THE_HANDLER = JSON.stringify(conditionOf('notTheHandler'))

const keepsHandlerOut = (condition: Condition) =>
  JSON.stringify(condition) === NOT_THE_HANDLER ||
  JSON.stringify(condition) === JSON.stringify({ not: { actor: 'handled' } }) ||
  isHolding(condition, [...ABOVE, 'verifier'])

/** A check is another person's; where one of its takers must be of another unit, each must be. */
export const checkFaults = (procedure: Procedure): Fault[] =>
  stepsOf(procedure).flatMap(([id, step]) => {
    if (!step.verifies || step.imported) return []
    const people = step.by.filter((taker) => !isApart(taker))
    const another = people.length === 0 || demands(step, keepsHandlerOut)
    const outside = people.filter((taker) => typeof taker === 'object' && taker.outside !== undefined)
    return [
      ...(another
        ? []
        : [fault(`steps.${id}.guards`, '验收、复查要由别人做', 'a check is made by another person than the handler')]),
      ...(outside.length > 0 && outside.length < people.length
        ? [
            fault(
              `steps.${id}.by`,
              '要由别的单位验收、复查，每一类人都要这样写（outside）',
              'a check by another unit is by another unit whoever makes it (outside)',
            ),
          ]
        : []),
    ]
  })

import { hearsOf } from '../../domain/procedure/crossing/step-crossing.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from './fault.ts'
import { isDone, own, reachable, stepsOf } from './reading.ts'

/** Steps that come about: people take them, the end of a time limit does, or the other office's answer. */
const comesAbout = ({ deadlines }: Procedure, step: Step, id: string) =>
  step.by.some((taker) => taker !== 'system') ||
  hearsOf(step) !== undefined ||
  Object.values(deadlines).some(({ onExpiry }) => onExpiry?.takes === id)

/** Where a matter can stand: every state can be reached, waits for somebody, and leads to an end. */
export function stateFaults(procedure: Procedure): Fault[] {
  const { opening, states, outcomes } = procedure
  const reached = reachable(procedure, opening.state)
  const used = new Set(Object.values(states).flatMap((state) => (state.group === 'done' ? [state.outcome] : [])))
  return [
    ...openingFaults(procedure),
    ...afterEndFaults(procedure),
    ...Object.entries(states).flatMap(([id, state]) => {
      const path = `states.${id}`
      const isEnd = state.group === 'done'
      return [
        ...(state.public ? [] : [fault(`${path}.public`, '要写一句给群众看的话', 'needs a sentence for residents')]),
        ...(reached.has(id) ? [] : [fault(path, '从登记走不到这个状态', 'cannot be reached from the opening')]),
        ...(isEnd || !reached.has(id) ? [] : idleFaults(procedure, id)),
      ]
    }),
    ...Object.keys(outcomes)
      .filter((outcome) => !used.has(outcome))
      .map((outcome) => fault(`outcomes.${outcome}`, '没有状态以此办结', 'no state ends with it')),
  ]
}

const openingFaults = (procedure: Procedure): Fault[] =>
  isDone(procedure, procedure.opening.state)
    ? [fault('opening.state', '一登记就办结了', 'a matter would be done when it is opened')]
    : []

/** A state where the matter would lie for ever: nobody's turn, or no way to an end that people can take. */
function idleFaults(procedure: Procedure, id: string): Fault[] {
  // A record in force is nobody's work: it waits to be changed or ended, perhaps for ever.
  if (procedure.record?.inForce.includes(id)) return []
  const awaited = stepsOf(procedure).some(
    ([name, step]) =>
      !step.aside && step.from !== 'open' && step.from.includes(id) && comesAbout(procedure, step, name),
  )
  if (!awaited)
    return [fault(`states.${id}`, '没有等着谁办的步骤', 'waits for nobody: no step on the path starts here')]
  const ends = [...reachable(procedure, id, (step, name) => comesAbout(procedure, step, name))].some((end) =>
    isDone(procedure, end),
  )
  return ends ? [] : [fault(`states.${id}`, '从这里走不到办结', 'people cannot bring the matter to an end from here')]
}

/** States and outcomes that are named, but not there. */
export function stateNameFaults(procedure: Procedure): Fault[] {
  const { opening, states, outcomes } = procedure
  const missing = (path: string, state: string) =>
    own(states, state) ? [] : [fault(path, `没有“${state}”这个状态`, `there is no state "${state}"`)]
  return [
    ...missing('opening.state', opening.state),
    ...stepsOf(procedure).flatMap(([id, step]) => [
      ...(step.from === 'open' ? [] : faultsAt(step.from, `steps.${id}.from`, (state, at) => missing(at, state))),
      ...(typeof step.to === 'string'
        ? missing(`steps.${id}.to`, step.to)
        : (step.to ?? []).flatMap((way, index) => missing(`steps.${id}.to.${index}.to`, way.to))),
    ]),
    ...Object.entries(states).flatMap(([id, state]) =>
      state.group === 'done' && !own(outcomes, state.outcome)
        ? [fault(`states.${id}.outcome`, `没有“${state.outcome}”这个结果`, `there is no outcome "${state.outcome}"`)]
        : [],
    ),
  ]
}

/** Once a matter is done, what may still happen stands beside the path. */
const afterEndFaults = (procedure: Procedure): Fault[] =>
  stepsOf(procedure).flatMap(([id, step]) =>
    step.aside || step.from === 'open'
      ? []
      : faultsAt(step.from, `steps.${id}.from`, (state, at) =>
          isDone(procedure, state)
            ? fault(at, '办结后的步骤只能是旁支（aside）', 'a step from a done state stands beside the path (aside)')
            : undefined,
        ),
  )

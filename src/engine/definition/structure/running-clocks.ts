import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { targetsOf } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault } from '../fault.ts'
import { answersOf, fieldsNamed, isCertain, isDone, own, reachable, startStates, stepsOf } from '../reading.ts'

/** A clock that certainly runs: one deadline, or several of which one applies whatever was answered. Joined by `|`. */
type Sure = string

/** Every state in which a matter can lie has a clock that certainly runs there, or says why not. */
export function clocklessFaults(procedure: Procedure): Fault[] {
  const reached = reachable(procedure, procedure.opening.state)
  const running = runningClocks(procedure)
  return Object.entries(procedure.states).flatMap(([id, state]) => {
    if (state.group === 'done' || !reached.has(id)) return []
    const runs = (running.get(id)?.size ?? 0) > 0
    if (!runs && !state.clockless)
      return [
        fault(
          `states.${id}`,
          '停在这里时不一定有期限在走；没有就写明为什么（clockless）',
          'no time limit certainly runs here; say why where there is none (clockless)',
        ),
      ]
    return []
  })
}

/** Per state, what runs there whichever way a matter came: the largest sets that every step into the state leaves true. */
function runningClocks(procedure: Procedure): ReadonlyMap<string, ReadonlySet<Sure>> {
  const all = new Set([
    ...sure(procedure, procedure.opening.starts),
    ...stepsOf(procedure).flatMap(([, step]) => [
      ...sure(procedure, step.starts ?? []),
      ...targetsOf(step).flatMap((to) => sureOnWay(procedure, step, to)),
    ]),
  ])
  const running = new Map<string, Set<Sure>>(Object.keys(procedure.states).map((state) => [state, new Set(all)]))
  meet(running, procedure.opening.state, new Set(sure(procedure, procedure.opening.starts)))
  for (let changed = true; changed; ) {
    changed = false
    for (const [, step] of stepsOf(procedure)) {
      if (step.imported) continue
      for (const from of startStates(procedure, step)) {
        if (isDone(procedure, from)) continue
        const before = running.get(from) ?? new Set()
        const targets = targetsOf(step)
        for (const to of targets.length > 0 ? targets : [from])
          changed = meet(running, to, afterStep(procedure, step, before, to)) || changed
      }
    }
  }
  return running
}

/** Leaves in the state only what holds on this way too. Says whether anything went. */
function meet(running: Map<string, Set<Sure>>, state: string, coming: ReadonlySet<Sure>): boolean {
  const here = running.get(state)
  if (!here) return false
  const lost = [...here].filter((each) => !coming.has(each))
  for (const each of lost) here.delete(each)
  return lost.length > 0
}

function afterStep(procedure: Procedure, step: Step, before: ReadonlySet<Sure>, to: string): Set<Sure> {
  // What is held for a check stands still until the check.
  const ended = [...(step.meets ?? []), ...(step.cancels ?? []), ...(step.holds ?? [])]
  const left = [...before].filter((each) => !each.split('|').some((deadline) => ended.includes(deadline)))
  const starts = [...(step.starts ?? []), ...(step.runsOn ?? [])]
  return new Set([...left, ...sure(procedure, starts), ...sureOnWay(procedure, step, to)])
}

/** What starts whenever the step leads this way, because the way and the deadline ask for the same answer. */
function sureOnWay(procedure: Procedure, step: Step, to: string): Sure[] {
  const ways = typeof step.to === 'string' ? [] : (step.to ?? []).filter((way) => way.to === to)
  return (step.starts ?? []).filter((id) => {
    const when = own(procedure.deadlines, id)?.when
    return (
      when !== undefined &&
      ways.length > 0 &&
      ways.every(
        ({ if: asked }) =>
          asked &&
          'the' in asked &&
          'is' in asked &&
          asked.the === when.field &&
          asked.is.every((answer) => when.is.includes(answer)),
      )
    )
  })
}

/** What certainly starts: a deadline for every case, or all those that divide the cases among them. */
function sure(procedure: Procedure, starts: readonly string[]): Sure[] {
  const rules = starts.flatMap((id) => {
    const rule = own(procedure.deadlines, id)
    return rule ? [{ id, when: rule.when }] : []
  })
  const always = rules.filter(({ when }) => !when).map(({ id }) => id)
  const fields = new Set(rules.flatMap(({ when }) => (when ? [when.field] : [])))
  const divided = [...fields].flatMap((field) => {
    const sharing = rules.filter(({ when }) => when?.field === field)
    const answers = answersTo(procedure, field)
    const covered = sharing.flatMap(({ when }) => when?.is ?? [])
    return answers?.every((answer) => covered.includes(answer)) ? [sharing.map(({ id }) => id).join('|')] : []
  })
  return [...always, ...divided]
}

/** The answers a question certainly gets one of. Undefined when it may stay open. */
function answersTo(procedure: Procedure, name: string): readonly string[] | undefined {
  const fields = fieldsNamed(procedure, name)
  const certain = fields.find(isCertain)
  if (!certain) return undefined
  const answers = fields.map(answersOf)
  return answers.some((each) => each === undefined) ? undefined : [...new Set(answers.flatMap((each) => each ?? []))]
}

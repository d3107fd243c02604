import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import { rolesOf } from '../../domain/procedure/taker.ts'
import { type Fault, fault, faultsAt } from './fault.ts'
import { formOf, own, stepsOf } from './reading.ts'

/** What happens to clocks beside starting and ending: checks that hold them, requests for more time, and what expiry takes. */
export const clockActFaults = (procedure: Procedure): Fault[] => [
  ...stepsOf(procedure).flatMap(([id, step]) => [
    ...requestFaults(procedure, step, `steps.${id}`),
    ...checkFaults(procedure, step, `steps.${id}`),
  ]),
  ...expiryFaults(procedure),
]

/** What is said to be done is confirmed by one step or sent back to run on by another. */
function checkFaults(procedure: Procedure, step: Step, path: string): Fault[] {
  const some = (use: 'meets' | 'holds' | 'runsOn', id: string) =>
    stepsOf(procedure).some(([, other]) => other[use]?.includes(id))
  return [
    ...faultsAt(step.holds, `${path}.holds`, (id, at) => [
      ...(some('meets', id)
        ? []
        : [fault(at, `没有步骤核实“${id}”办到了（meets）`, `no step confirms "${id}" (meets)`)]),
      ...(some('runsOn', id)
        ? []
        : [fault(at, `核不过时没有步骤让“${id}”接着走（runsOn）`, `no step lets "${id}" run on when the check fails`)]),
      ...(step.meets?.includes(id) || step.cancels?.includes(id)
        ? [fault(at, '同一步里又结束它', 'the same step ends it')]
        : []),
    ]),
    ...faultsAt(step.runsOn, `${path}.runsOn`, (id, at) =>
      some('holds', id) ? undefined : fault(at, `没有步骤报“${id}”办好了（holds）`, `no step holds "${id}"`),
    ),
  ]
}

/** More time is asked for where somebody can grant it. */
function requestFaults(procedure: Procedure, { asks }: Step, path: string): Fault[] {
  if (asks === undefined || !own(procedure.deadlines, asks)) return []
  return own(procedure.deadlines, asks)?.extension
    ? []
    : [fault(`${path}.asks`, `“${asks}”不能延期`, `"${asks}" has no extension`)]
}

/** The step that the end of a time limit takes is one the system can take by itself. */
const expiryFaults = (procedure: Procedure): Fault[] =>
  Object.entries(procedure.deadlines).flatMap(([id, { onExpiry }]) => {
    if (!onExpiry) return []
    const path = `deadlines.${id}.onExpiry.takes`
    const step = own(procedure.steps, onExpiry.takes)
    if (!step) return [fault(path, `没有“${onExpiry.takes}”这一步`, `there is no step "${onExpiry.takes}"`)]
    return [
      ...(rolesOf(step.by).includes('system')
        ? []
        : [fault(path, '这一步要能由系统办（by: system）', 'the system must be able to take it (by: system)')]),
      ...(step.guards?.length ? [fault(path, '这一步不能有条件', 'must have no guards')] : []),
      ...(Object.values(formOf(procedure, step)?.fields ?? {}).some((field) => field.required)
        ? [fault(path, '这一步不能有必填项：没有人填', 'must ask for nothing: nobody fills it in')]
        : []),
    ]
  })

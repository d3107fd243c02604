import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from './fault.ts'
import { own } from './reading.ts'

/** What residents are offered: steps that a reporter may take, and time limits that begin with the report. */
export function reportingFaults({ reporting, opening, steps, deadlines }: Procedure): Fault[] {
  if (!reporting)
    return opening.by.includes('reporter')
      ? [fault('reporting', '反映人能登记，要写反映人能做什么', 'reporters may open it: say what they may do then')]
      : []
  return [
    ...Object.entries(reporting.steps).flatMap(([wish, ids]) =>
      faultsAt(ids, `reporting.steps.${wish}`, (id, at) => {
        const step = own(steps, id)
        if (!step) return fault(at, `没有“${id}”这一步`, `there is no step "${id}"`)
        return step.by.includes('reporter')
          ? undefined
          : fault(at, `“${id}”不由反映人办`, `"${id}" is not taken by a reporter`)
      }),
    ),
    ...faultsAt(reporting.promises, 'reporting.promises', (id, at) =>
      own(deadlines, id) ? undefined : fault(at, `没有“${id}”这个期限`, `there is no deadline "${id}"`),
    ),
    // Misspelt clocks are faults of their own.
    ...(opening.starts.some((id) => !own(deadlines, id)) ||
    reporting.promises.some((id) => opening.starts.includes(id) && typeof deadlines[id]?.length === 'number')
      ? []
      : [
          fault(
            'reporting.promises',
            '要有一个登记时就开始、长度固定的期限',
            'needs a deadline of a fixed length that starts with the report',
          ),
        ]),
  ]
}

import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { AT_THE_DESK } from '../../shared/v2/duty-takers.ts'
import { incidentV1 } from '../v1/procedure.ts'

/** What whoever is on duty does at once, in the post of the desk: receive, report, verify, grade, log. */
const AT_ONCE = [
  'firstReport',
  'reportUp',
  'passOn',
  'passOut',
  'verify',
  'grade',
  'regrade',
  'supplement',
  'correctCasualties',
  'log',
  'recordContacts',
]

const withDesk = (step: Step): Step => ({ ...step, by: [...step.by, ...AT_THE_DESK] })

/** 突发事件, version 2: what is reported reaches whoever is on duty in the unit and in the one above it, who take the first steps. */
export const incidentV2: Procedure = {
  ...incidentV1,
  version: 2,
  effectiveOn: '2024-11-02',
  opening: {
    ...incidentV1.opening,
    by: [...incidentV1.opening.by, 'dutyOfficer'],
    raises: [
      { seat: 'responsible', role: 'dutyOfficer' },
      { seat: 'responsible', role: 'dutyOfficer', above: true },
    ],
  },
  steps: Object.fromEntries(
    Object.entries(incidentV1.steps).map(([id, step]) => [id, AT_ONCE.includes(id) ? withDesk(step) : step]),
  ),
}

import type { Procedure } from '../domain/procedure/procedure.ts'
import { aarV1 } from './aar/v1/procedure.ts'
import { aarV2 } from './aar/v2/procedure.ts'
import { aarV3 } from './aar/v3/procedure.ts'
import { activityV1 } from './activity/v1/procedure.ts'
import { breachV1 } from './breach/v1/procedure.ts'
import { campaignV1 } from './campaign/v1/procedure.ts'
import { caseV1 } from './case/v1/procedure.ts'
import { caseV2 } from './case/v2/procedure.ts'
import { casereviewV1 } from './casereview/v1/procedure.ts'
import { casesheetV1 } from './casesheet/v1/procedure.ts'
import { certificationV1 } from './certification/v1/procedure.ts'
import { checklistV1 } from './checklist/v1/procedure.ts'
import { counsellingV1 } from './counselling/v1/procedure.ts'
import { criteriaV1 } from './criteria/v1/procedure.ts'
import { dataholdV1 } from './datahold/v1/procedure.ts'
import { datarequestV1 } from './datarequest/v1/procedure.ts'
import { disputeV1 } from './dispute/v1/procedure.ts'
import { disputeV2 } from './dispute/v2/procedure.ts'
import { disputeV3 } from './dispute/v3/procedure.ts'
import { disputeV4 } from './dispute/v4/procedure.ts'
import { drillV1 } from './drill/v1/procedure.ts'
import { dutyV1 } from './duty/v1/procedure.ts'
import { hazardV1 } from './hazard/v1/procedure.ts'
import { hazardV2 } from './hazard/v2/procedure.ts'
import { hazardV3 } from './hazard/v3/procedure.ts'
import { impactV1 } from './impact/v1/procedure.ts'
import { incidentV1 } from './incident/v1/procedure.ts'
import { incidentV2 } from './incident/v2/procedure.ts'
import { incidentV3 } from './incident/v3/procedure.ts'
import { inspectionV1 } from './inspection/v1/procedure.ts'
import { integrityV1 } from './integrity/v1/procedure.ts'
import { leaveV1 } from './leave/v1/procedure.ts'
import { lessonV1 } from './lesson/v1/procedure.ts'
import { organisationV1 } from './organisation/v1/procedure.ts'
import { periodicReportV1 } from './periodic-report/v1/procedure.ts'
import { petitionV1 } from './petition/v1/procedure.ts'
import { petitionV2 } from './petition/v2/procedure.ts'
import { planV1 } from './plan/v1/procedure.ts'
import { recognitionV1 } from './recognition/v1/procedure.ts'
import { recognitionV2 } from './recognition/v2/procedure.ts'
import { rectificationV1 } from './rectification/v1/procedure.ts'
import { rectificationV2 } from './rectification/v2/procedure.ts'
import { rectificationV3 } from './rectification/v3/procedure.ts'
import { reportV1 } from './report/v1/procedure.ts'
import { reportV2 } from './report/v2/procedure.ts'
import { reportV3 } from './report/v3/procedure.ts'
import { reportV4 } from './report/v4/procedure.ts'
import { responsibilityV1 } from './responsibility/v1/procedure.ts'
import { riskV1 } from './risk/v1/procedure.ts'
import { riskV2 } from './risk/v2/procedure.ts'
import { riskgraphV1 } from './riskgraph/v1/procedure.ts'
import { roomV1 } from './room/v1/procedure.ts'
import { selfcheckV1 } from './selfcheck/v1/procedure.ts'
import { siteV1 } from './site/v1/procedure.ts'
import { siteV2 } from './site/v2/procedure.ts'
import { taskV1 } from './task/v1/procedure.ts'
import { taskV2 } from './task/v2/procedure.ts'
import { venueV1 } from './venue/v1/procedure.ts'
import { warningV1 } from './warning/v1/procedure.ts'
import { warningV2 } from './warning/v2/procedure.ts'
import { whistleV1 } from './whistle/v1/procedure.ts'

/** Every published version of every procedure, in the order of the tabs. */
export const PROCEDURES: readonly Procedure[] = [
  reportV1,
  reportV2,
  reportV3,
  reportV4,
  petitionV1,
  petitionV2,
  hazardV1,
  hazardV2,
  hazardV3,
  inspectionV1,
  campaignV1,
  disputeV1,
  disputeV2,
  disputeV3,
  disputeV4,
  counsellingV1,
  riskV1,
  riskV2,
  warningV1,
  warningV2,
  incidentV1,
  incidentV2,
  incidentV3,
  whistleV1,
  taskV1,
  taskV2,
  rectificationV1,
  rectificationV2,
  rectificationV3,
  aarV1,
  aarV2,
  aarV3,
  lessonV1,
  selfcheckV1,
  drillV1,
  dutyV1,
  certificationV1,
  activityV1,
  leaveV1,
  caseV1,
  caseV2,
  casereviewV1,
  casesheetV1,
  periodicReportV1,
  integrityV1,
  datarequestV1,
  dataholdV1,
  breachV1,
  recognitionV1,
  recognitionV2,
  organisationV1,
  siteV1,
  siteV2,
  checklistV1,
  criteriaV1,
  roomV1,
  venueV1,
  responsibilityV1,
  planV1,
  riskgraphV1,
  impactV1,
]

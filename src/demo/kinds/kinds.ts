import type { Procedure } from '../../domain/procedure/procedure.ts'
import { activityKind } from './building/activity.ts'
import { certificationKind } from './building/certification.ts'
import { campaignKind } from './campaign.ts'
import { caseKind } from './case.ts'
import { casereviewKind, casesheetKind } from './casereview.ts'
import { counsellingKind } from './counselling.ts'
import { disputeKind } from './dispute.ts'
import { drillKind } from './emergency/drill.ts'
import { dutyKind } from './emergency/duty.ts'
import { incidentKind } from './emergency/incident.ts'
import { planKind } from './emergency/plan.ts'
import { hazardKind } from './hazard.ts'
import { inspectionKind } from './inspection.ts'
import { integrityKind } from './integrity.ts'
import type { DemoKind } from './kind.ts'
import { aarKind } from './learning/aar.ts'
import { lessonKind, riskgraphKind, selfcheckKind } from './learning/lesson.ts'
import { leaveKind } from './leave.ts'
import { breachKind } from './personal/breach.ts'
import { dataholdKind } from './personal/datahold.ts'
import { datarequestKind } from './personal/datarequest.ts'
import { impactKind } from './personal/impact.ts'
import { petitionKind } from './petition.ts'
import { recognitionKind } from './recognition.ts'
import { checklistKind, criteriaKind, organisationKind, siteKind } from './records.ts'
import { rectificationKind } from './rectification.ts'
import { reportKind } from './report.ts'
import { responsibilityKind } from './responsibility.ts'
import { riskKind } from './risk.ts'
import { roomKind } from './room.ts'
import { taskKind } from './supervision/task.ts'
import { whistleKind } from './supervision/whistle.ts'
import { unknownKind } from './unknown.ts'
import { venueKind } from './venue.ts'
import { warningKind } from './warning.ts'

/** The kinds the demo has stories of. */
export const KNOWN_KINDS: Readonly<Record<string, DemoKind>> = {
  report: reportKind,
  petition: petitionKind,
  hazard: hazardKind,
  dispute: disputeKind,
  counselling: counsellingKind,
  whistle: whistleKind,
  task: taskKind,
  inspection: inspectionKind,
  campaign: campaignKind,
  rectification: rectificationKind,
  risk: riskKind,
  warning: warningKind,
  aar: aarKind,
  lesson: lessonKind,
  selfcheck: selfcheckKind,
  riskgraph: riskgraphKind,
  recognition: recognitionKind,
  incident: incidentKind,
  drill: drillKind,
  duty: dutyKind,
  certification: certificationKind,
  activity: activityKind,
  leave: leaveKind,
  integrity: integrityKind,
  organisation: organisationKind,
  site: siteKind,
  checklist: checklistKind,
  criteria: criteriaKind,
  room: roomKind,
  case: caseKind,
  casereview: casereviewKind,
  casesheet: casesheetKind,
  venue: venueKind,
  responsibility: responsibilityKind,
  plan: planKind,
  datarequest: datarequestKind,
  datahold: dataholdKind,
  breach: breachKind,
  impact: impactKind,
}

/** What the demo does with a kind: its own stories, or what the definition alone tells. */
export const kindOf = (procedure: Procedure): DemoKind =>
  Object.hasOwn(KNOWN_KINDS, procedure.id) ? (KNOWN_KINDS[procedure.id] as DemoKind) : unknownKind(procedure)

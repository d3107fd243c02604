import type { PaperText } from '../text/paper-text.ts'
import { AFTER_PAPERS } from './court/after.ts'
import { ENFORCEMENT_PAPERS } from './court/enforcement.ts'
import { FILING_PAPERS } from './court/filing.ts'
import { LIMIT_PAPERS } from './court/limits.ts'
import { REVIEW_PAPERS } from './court/review.ts'
import { TRIAL_PAPERS } from './court/trial.ts'
import { DISPUTE_PAPERS } from './disputes/dispute.ts'
import { DRILL_PAPERS } from './emergency/drill.ts'
import { DUTY_PAPERS } from './emergency/duty.ts'
import { INCIDENT_PAPERS } from './emergency/incident.ts'
import { LESSON_PAPERS } from './emergency/lessons.ts'
import { PROGRAMME_PAPERS } from './office/programme.ts'
import { LADDER_PAPERS } from './oversight/ladder.ts'
import { RECTIFICATION_PAPERS } from './oversight/rectification.ts'
import { RISK_PAPERS } from './oversight/risks.ts'
import { TASK_PAPERS } from './oversight/tasks.ts'
import { PERSONAL_PAPERS } from './people/personal.ts'
import { PETITION_HANDLING } from './petitions/petition-handling.ts'
import { PETITION_INTAKE } from './petitions/petition-intake.ts'
import { REPORT_PAPERS } from './petitions/report.ts'
import { reportAcceptance } from './report-acceptance.ts'
import { HAZARD_CHECKS } from './safety/hazard-checks.ts'
import { HAZARD_ORDERS } from './safety/hazard-orders.ts'
import { HAZARD_RECORDS } from './safety/hazard-records.ts'
import { INSPECTION_PAPERS } from './safety/inspection.ts'

/** Every paper with a text of its own; a document that none serves is printed by `default-text.ts`. */
export const PAPER_TEXTS: readonly PaperText[] = [
  reportAcceptance,
  ...REPORT_PAPERS,
  ...PETITION_INTAKE,
  ...PETITION_HANDLING,
  ...LADDER_PAPERS,
  ...HAZARD_ORDERS,
  ...HAZARD_RECORDS,
  ...HAZARD_CHECKS,
  ...INSPECTION_PAPERS,
  ...DISPUTE_PAPERS,
  ...INCIDENT_PAPERS,
  ...DRILL_PAPERS,
  ...DUTY_PAPERS,
  ...LESSON_PAPERS,
  ...TASK_PAPERS,
  ...RECTIFICATION_PAPERS,
  ...RISK_PAPERS,
  ...PROGRAMME_PAPERS,
  ...FILING_PAPERS,
  ...TRIAL_PAPERS,
  ...LIMIT_PAPERS,
  ...ENFORCEMENT_PAPERS,
  ...AFTER_PAPERS,
  ...REVIEW_PAPERS,
  ...PERSONAL_PAPERS,
]

import { caseReviewSheet, drillEvaluation, peacefulUnit } from './criteria.ts'
import { courtPremises, fire, nineSmallPlaces } from './fire-checklists.ts'
import type { Starter } from './starter.ts'
import { chemicals, courier, cyber, road } from './trade-checklists.ts'

/** Records that come with the program. An office takes them over as drafts, checks them, and approves them as its own. */
export const STARTERS: readonly Starter[] = [
  nineSmallPlaces,
  chemicals,
  courier,
  fire,
  road,
  courtPremises,
  cyber,
  peacefulUnit,
  caseReviewSheet,
  drillEvaluation,
]

import type { IndicatorDefinition } from '../definition.ts'
import { CEPEJ_PACK, COURT_PACK, COURTOOLS_PACK } from './court.ts'
import { GOVERNANCE_PACK } from './governance.ts'

/** What comes with the program; an office makes versions of its own after these. */
export const PACKED_INDICATORS: readonly IndicatorDefinition[] = [
  ...GOVERNANCE_PACK,
  ...COURT_PACK,
  ...COURTOOLS_PACK,
  ...CEPEJ_PACK,
]

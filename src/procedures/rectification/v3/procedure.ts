import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { withAssist } from '../../shared/v2/assisting.ts'
import { withLadder } from '../../shared/v2/ladder.ts'
import type { Measure } from '../../shared/v2/ladder-rule.ts'
import { rectificationV2 } from '../v2/procedure.ts'

const MEASURE: Measure = {
  limits: ['settle', 'rectify', 'redo', 'atOnce', 'reply'],
  slow: {
    any: [
      { limits: ['progress'], stand: 'late' },
      { the: { rounds: 'reject' }, atLeast: 1 },
    ],
  },
}

/** 整改, with the ladder. */
export const rectificationV3: Procedure = {
  ...withLadder(withAssist(rectificationV2, ['fileEvidence']), MEASURE, true),
  version: 3,
  effectiveOn: '2024-11-03',
}

import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { withLadder } from '../../shared/v2/ladder.ts'
import type { Measure } from '../../shared/v2/ladder-rule.ts'
import { withSponsor } from '../../shared/v2/sponsoring.ts'
import { petitionV1 } from '../v1/procedure.ts'

const MEASURE: Measure = {
  limits: ['route', 'tell', 'tellByUnit', 'handle', 'duty', 'study', 'redo', 'serve', 'execute', 'reportBack'],
  slow: {
    any: [
      { limits: ['dispatch', 'redraft'], stand: 'late' },
      { the: { rounds: 'object' }, atLeast: 1 },
      { the: { rounds: 'rejectExecution' }, atLeast: 1 },
    ],
  },
}

/** 信访事项, with the ladder and a sponsor who acts. */
export const petitionV2: Procedure = {
  ...withLadder(withSponsor(petitionV1, ['issueOpinion', 'recordSettlement']), MEASURE, true),
  version: 2,
  effectiveOn: '2024-11-02',
}

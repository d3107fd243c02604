import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { withAssist } from '../../shared/v2/assisting.ts'
import { withLadder } from '../../shared/v2/ladder.ts'
import type { Measure } from '../../shared/v2/ladder-rule.ts'
import { withSponsor } from '../../shared/v2/sponsoring.ts'
import { taskV1 } from '../v1/procedure.ts'
import { taskOrderSteps } from '../v1/steps-order.ts'

const MEASURE: Measure = {
  limits: ['finish', 'redo'],
  slow: {
    any: [
      { limits: ['takeOver', 'feedback'], stand: 'late' },
      { the: { rounds: 'returnForRedo' }, atLeast: 1 },
    ],
  },
}

const assisted = withAssist(withSponsor(taskV1, ['close']), ['claim', 'claimBeforeDecision'])

/** 督办, with the ladder; after the second return of an order the leader in charge decides. */
export const taskV2: Procedure = {
  ...withLadder(
    {
      ...assisted,
      steps: {
        ...assisted.steps,
        assign: { ...taskOrderSteps.assign, guards: [{ the: { rounds: 'returnAssignment' }, atMost: 1 }] },
      },
    },
    MEASURE,
    true,
  ),
  version: 2,
  effectiveOn: '2024-11-02',
}

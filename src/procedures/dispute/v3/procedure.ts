import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { withAssist } from '../../shared/v2/assisting.ts'
import { withLadder } from '../../shared/v2/ladder.ts'
import type { Measure } from '../../shared/v2/ladder-rule.ts'
import { withSponsor } from '../../shared/v2/sponsoring.ts'
import { withWhistle } from '../../shared/v2/whistling.ts'
import { disputeV2 } from '../v2/procedure.ts'

const MEASURE: Measure = {
  limits: ['accept', 'acceptAdministrative', 'transfer', 'chooseMediator', 'mediate', 'mediateForCourt', 'remedies'],
  // More time was asked of the parties twice.
  slow: { the: { rounds: 'askMoreTime' }, atLeast: 2 },
}

/** 矛盾纠纷, with the ladder, units that help the mediators, and a sponsor who acts. Mediation stays voluntary: what is urged is the office. */
export const disputeV3: Procedure = {
  ...withLadder(
    withWhistle(
      withAssist(withSponsor(disputeV2, ['confirmPerformance', 'tellRemedies', 'tellEnforcement']), [
        'tellRemedies',
        'confirmPerformance',
      ]),
    ),
    MEASURE,
    true,
  ),
  version: 3,
  effectiveOn: '2024-11-03',
}

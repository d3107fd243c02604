import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { recusalForms, recusalSteps } from '../../shared/v1/recusal.ts'
import { withAssist } from '../../shared/v2/assisting.ts'
import { withLadder } from '../../shared/v2/ladder.ts'
import type { Measure } from '../../shared/v2/ladder-rule.ts'
import { withSponsor } from '../../shared/v2/sponsoring.ts'
import { withWhistle } from '../../shared/v2/whistling.ts'
import { hazardV2 } from '../v2/procedure.ts'

const MEASURE: Measure = {
  limits: ['order', 'orderFire', 'rectify', 'list', 'plan', 'planAgain', 'testing'],
  slow: {
    any: [
      { limits: ['monthly'], stand: 'late' },
      { the: { rounds: 'failReinspection' }, atLeast: 1 },
    ],
  },
}

/** Whoever has an interest steps out of a hazard as out of everything else. */
const recusable: Procedure = {
  ...hazardV2,
  forms: { ...hazardV2.forms, ...recusalForms },
  steps: { ...hazardV2.steps, ...recusalSteps },
}

/** 隐患, with the ladder up to the talk: listing has rules of its own here. */
export const hazardV3: Procedure = {
  ...withLadder(
    withWhistle(withAssist(withSponsor(recusable, ['writeOff']), ['requestReinspection', 'requestListReinspection'])),
    MEASURE,
    false,
  ),
  version: 3,
  effectiveOn: '2024-11-03',
}

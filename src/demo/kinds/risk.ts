import type { FormValues } from '../../domain/procedure/form.ts'
import type { Facts } from '../facts.ts'
import { RISK_THEMES } from '../wording/other-titles.ts'
import { aside, type DemoKind, move, type Path } from './kind.ts'
import { plainStory } from './story-parts.ts'

const path: Path = {
  moves: {
    identified: [move('assess', 1, [1, 4], { given: (_, facts) => assessment(facts) })],
    assessed: [
      move('treat', 1, [1, 4], { when: ({ level }) => level === 'general' || level === 'low' }),
      move('treatSerious', 1, [1, 4], { when: ({ level }) => level === 'serious' }),
      move('treatMajor', 1, [1, 4], { when: ({ level }) => level === 'major' }),
    ],
    treating: [
      move('completeTreatment', 1, [5, 20], {
        given: () => ({ residualLikelihood: '2', residualImpact: '2', residualLevel: 'general' }),
      }),
    ],
    monitored: [
      move('reassess', 90, [13, 18], {
        given: () => ({ residualLikelihood: '2', residualImpact: '2', residualLevel: 'general' }),
      }),
      move('close', 10, [10, 17]),
    ],
  },
  asides: [aside('recordProgress', ['treating'], 0.5, [3, 8])],
}

function assessment({ dice }: Facts): FormValues {
  const likelihood = dice.between(2, 4)
  const impact = dice.between(2, 5)
  const product = likelihood * impact
  return {
    likelihood: String(likelihood),
    impact: String(impact),
    inherentLevel: product >= 20 ? 'major' : product >= 9 ? 'serious' : product >= 4 ? 'general' : 'low',
    targetLikelihood: '2',
    targetImpact: '2',
  }
}

/** Risks of the demo county. */
export const riskKind: DemoKind = {
  ...path,
  rate: 0.11,
  offRate: 0,
  begin: (day, dice) =>
    plainStory(RISK_THEMES, dice, {
      foundOn: day,
      visibility: dice.pick(['known', 'latent']),
      origin: 'primary',
      pattern: 'traditional',
      existingControls: '每周巡查一次，有值班。',
    }),
  door: ({ townshipId }, dice) =>
    dice.chance(0.5)
      ? { channel: 'inspection', postId: `${townshipId}-mediator` }
      : { channel: 'other', postId: 'triage', unitId: townshipId },
  stories: () => [],
}

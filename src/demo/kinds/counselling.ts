import { type DemoKind, move, type Path } from './kind.ts'
import { common, placeFor } from './story-parts.ts'

/** Units of the demo county that offer it. */
const SERVICES = ['qinglan', 'education'] as const

const path: Path = {
  moves: {
    registered: [
      move('recordConsent', 70, [0, 4], {
        given: () => ({
          consent: 'yes',
          consentVersion: '2025年第1版',
          contactName: '小林',
          contactPhone: '000-0000-2468',
        }),
      }),
      move('recordRefusal', 30, [0, 4], { given: () => ({ toldHow: 'inPerson' }) }),
    ],
    consented: [
      move('handOver', 95, [0, 3], { given: (_, { handlingUnit }) => ({ unit: handlingUnit }) }),
      move('withdraw', 5, [0, 3]),
    ],
    handedOver: [move('take', 1, [0, 3])],
    serving: [
      move('finish', 75, [20, 80], { given: (_, { dice }) => ({ heldTimes: dice.between(2, 8) }) }),
      move('stop', 15, [10, 60], { given: (_, { dice }) => ({ heldTimes: dice.between(1, 3) }) }),
      move('withdraw', 10, [5, 40]),
    ],
  },
  asides: [],
}

/** Referrals of the demo county: few, and of nobody in particular. */
export const counsellingKind: DemoKind = {
  ...path,
  rate: 0.06,
  offRate: 0,
  begin: (_, dice) => ({
    form: { title: '心理疏导转介', raisedBy: dice.pick(['self', 'offered']) },
    facts: { ...common(placeFor('public', dice), '', dice), handlingUnit: dice.pick(SERVICES), tier: 'township' },
  }),
  door: ({ townshipId }) => ({ channel: 'window', postId: `${townshipId}-mediator` }),
  stories: () => [],
}

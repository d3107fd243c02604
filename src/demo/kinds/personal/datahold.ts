import { addDays } from '../../../domain/time/time.ts'
import { COUNTY_ID } from '../../county/units.ts'
import { type DemoKind, move } from '../kind.ts'
import { common, placeFor } from '../story-parts.ts'

/** Holds in the demo county: those that found no matter to name were refused. */
export const dataholdKind: DemoKind = {
  moves: { asked: [move('refuse', 1, [1, 3], { given: () => ({ reason: '没有说清是哪一件，也没有依据。' }) })] },
  asides: [],
  rate: 0.012,
  offRate: 0,
  begin: (day, dice) => ({
    form: {
      title: '复核没有结束，暂不销毁',
      category: 'remedy',
      holdReason: '复核期间要用原来的登记。',
      holdUntil: addDays(day, 180),
    },
    facts: { ...common(placeFor('public', dice), '', dice), handlingUnit: COUNTY_ID, tier: 'county' },
  }),
  door: () => ({ channel: 'window', postId: 'clerk' }),
  stories: () => [],
}

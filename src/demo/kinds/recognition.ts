import { addDays, type Day } from '../../domain/time/time.ts'
import { TOWNSHIPS } from '../county/units.ts'
import type { Dice } from '../dice.ts'
import { type Beginning, type DemoKind, move, type Path } from './kind.ts'
import { common, placeFor } from './story-parts.ts'

const HONOURS = ['平安创建先进集体', '矛盾化解先进集体', '应急值守先进集体', '信访工作先进集体'] as const
const MISTAKES = [
  { title: '汛期提前转移范围偏大', indicator: '应急处置费用' },
  { title: '首次办理新类型纠纷超出目标时限', indicator: '按期办结率' },
  { title: '试行新巡查路线漏报两次', indicator: '巡查完成率' },
] as const

function nomination(day: Day, dice: Dice): Beginning {
  const place = placeFor('public', dice)
  const township = dice.pick(TOWNSHIPS)
  const facts = {
    ...common(place, '申报', dice),
    handlingUnit: township.id,
    townshipId: township.id,
    tier: 'township' as const,
  }
  if (dice.chance(0.65)) {
    const honour = dice.pick(HONOURS)
    const form = {
      title: `${township.zh}申报${honour}`,
      category: 'unit',
      unit: township.id,
      honour,
      deeds: '全年工作扎实，材料见附件。',
    }
    return { form, facts: { ...facts, category: 'unit' } }
  }
  const { title, indicator } = dice.pick(MISTAKES)
  const form = {
    title: `${township.zh}${title}`,
    category: 'tolerance',
    unit: township.id,
    deeds: '为尽快处置，先行先试，未谋私利，事后已补救。',
    indicator,
    periodFrom: addDays(day, -20),
    periodTo: addDays(day, -10),
  }
  return { form, facts: { ...facts, category: 'tolerance' } }
}

const isTolerance = ({ category }: { readonly category?: string }) => category === 'tolerance'
const MET = { noGain: 'yes', notForbidden: 'yes', procedureKept: 'yes', unintended: 'yes', remedied: 'yes' }

const path: Path = {
  moves: {
    nominated: [
      move('examineHonour', 1, [3, 9], {
        when: (matter) => !isTolerance(matter),
        given: (_, { dice }) => ({ vetoed: dice.chance(0.1) ? 'found' : 'none' }),
      }),
      move('examineTolerance', 1, [4, 11], {
        when: isTolerance,
        given: (_, { dice }) => (dice.chance(0.7) ? MET : { ...MET, procedureKept: 'no' }),
      }),
    ],
    examined: [
      move('decideHonour', 1, [2, 7], { when: (matter) => !isTolerance(matter), given: () => ({ decision: 'yes' }) }),
      move('decideTolerance', 1, [2, 7], {
        when: isTolerance,
        given: () => ({ decision: 'yes', annotation: '先行先试，及时补救，这段时间不作负面评价' }),
      }),
    ],
    objected: [move('decideObjection', 1, [3, 8], { given: () => ({ upheld: 'no' }) })],
    toCorrect: [move('confirmCorrection', 1, [8, 18])],
  },
  asides: [],
}

/** Honours and tolerance of the demo county: a dozen or so in a year. */
export const recognitionKind: DemoKind = {
  ...path,
  rate: 0.05,
  offRate: 0,
  begin: nomination,
  door: ({ townshipId }) => ({ channel: 'other', postId: `${townshipId}-clerk` }),
  stories: () => [],
}

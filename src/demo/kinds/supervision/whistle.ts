import type { Matter } from '../../../domain/matter/matter.ts'
import type { FormValues } from '../../../domain/procedure/form.ts'
import { TOWNSHIPS } from '../../county/units.ts'
import type { Dice } from '../../dice.ts'
import { WHISTLE_THEMES } from '../../wording/whistle-titles.ts'
import { aside, type Beginning, type DemoKind, move, type Path } from '../kind.ts'
import { plainStory } from '../story-parts.ts'

const DUTIES: readonly (readonly [unit: string, duty: string])[] = [
  ['fire', '查消防通道和动火'],
  ['market', '查证照和经营'],
  ['housing', '认定违建、危房'],
  ['environment', '测油烟、噪声'],
  ['transport', '查占道、超限'],
  ['water', '查河道、取水'],
  ['labour', '核用工和工资'],
]

/** Three departments, in an order that is nobody's. */
function calledBy(dice: Dice): FormValues[] {
  const first = dice.between(0, DUTIES.length - 1)
  return [0, 2, 4].map((step) => {
    const [unit = '', duty = ''] = DUTIES[(first + step) % DUTIES.length] ?? []
    return { unit, duty }
  })
}

function whistleStory(dice: Dice): Beginning {
  const urgency = dice.weighted([
    { urgency: 'ordinary', weight: 6 },
    { urgency: 'hard', weight: 3 },
    { urgency: 'emergency', weight: 1 },
  ]).urgency
  return plainStory(WHISTLE_THEMES, dice, { urgency, called: calledBy(dice) })
}

const holderThat = ({ holders = [] }: Matter, state: string) => holders.find((holder) => holder.state === state)?.id
/** Says that it is there, and nobody has checked it yet. */
const toCheck = ({ holders = [], clocks }: Matter) =>
  holders.find(
    ({ id, state }) =>
      state === 'signed' &&
      clocks.some((clock) => clock.deadline === 'reportIn' && clock.holder === id && clock.state === 'held'),
  )?.id

const CALLED = ['called'] as const

const path: Path = {
  moves: {
    called: [
      move('judge', 1, [3, 7], {
        given: (matter, { dice }) => ({
          solved: dice.weighted([
            { solved: 'yes', weight: 7 },
            { solved: 'partly', weight: 2 },
            { solved: 'no', weight: 1 },
          ]).solved,
          ...(holderThat(matter, 'asked') || holderThat(matter, 'signed')
            ? { openWhy: '没到的单位另行督办，事情先办结' }
            : {}),
        }),
      }),
    ],
  },
  asides: [
    aside('came', CALLED, 1, [0, 1], {
      when: (matter) => toCheck(matter) !== undefined,
      given: (matter) => ({ cameUnit: toCheck(matter) ?? '' }),
    }),
    aside('reportIn', CALLED, 0.96, [0, 1], { when: (matter) => holderThat(matter, 'asked') !== undefined }),
    aside('answerCall', CALLED, 0.9, [1, 2], { when: (matter) => holderThat(matter, 'signed') !== undefined }),
  ],
}

/** Whistles of the demo county; in one of them a unit is silent today. */
export const whistleKind: DemoKind = {
  ...path,
  rate: 0.12,
  offRate: 0,
  begin: (_, dice) => whistleStory(dice),
  door: ({ townshipId }) => ({ channel: 'window', postId: `${townshipId}-clerk`, unitId: townshipId }),
  stories: () => [
    {
      procedure: 'whistle',
      workingDaysAgo: 0,
      minutesAgo: 95,
      channel: 'window',
      postId: 'dongpu-clerk',
      unitId: 'dongpu',
      villageId: TOWNSHIPS[0]?.villages[0]?.[0] ?? 'dongpu',
      place: '下塘村沿街12号',
      handlingUnit: 'dongpu',
      form: {
        title: '沿街小作坊动火，火星溅到楼上',
        category: 'enforcement',
        urgency: 'emergency',
        description: '居民楼下焊接，火星四溅，镇里没有执法权，请三家一起来。',
        called: [
          { unit: 'fire', duty: '查动火和消防通道' },
          { unit: 'housing', duty: '认定加建' },
          { unit: 'market', duty: '查证照' },
        ],
      },
      steps: [
        { step: 'reportIn', days: 0, minutes: 12, given: { cameHow: 'onSite' } },
        { step: 'came', days: 0, minutes: 6, given: { cameUnit: 'fire' } },
        { step: 'reportIn', days: 0, minutes: 5, given: { cameHow: 'onSite' } },
        { step: 'came', days: 0, minutes: 4, given: { cameUnit: 'housing' } },
        { step: 'answerCall', days: 0, minutes: 30 },
      ],
    },
    {
      procedure: 'whistle',
      workingDaysAgo: 3,
      channel: 'window',
      postId: 'yunxi-clerk',
      unitId: 'yunxi',
      villageId: TOWNSHIPS[1]?.villages[0]?.[0] ?? 'yunxi',
      place: '云溪镇老码头',
      handlingUnit: 'yunxi',
      form: {
        title: '老码头乱停乱放、占道经营一起治',
        category: 'crossDepartment',
        urgency: 'ordinary',
        description: '货车占道、摊位出界、河边堆物，一家管不了。',
        called: [
          { unit: 'transport', duty: '查占道停车' },
          { unit: 'market', duty: '查摊位' },
          { unit: 'water', duty: '清河边堆物' },
        ],
      },
      steps: [
        { step: 'reportIn', days: 1, given: { cameHow: 'contacted' } },
        { step: 'came', days: 0, given: { cameUnit: 'transport' } },
        { step: 'refuseCall', days: 0, given: { refusal: '摊位在村集体地上，不属我局职责。' } },
      ],
    },
  ],
}

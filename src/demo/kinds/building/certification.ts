import { addDays, type Day } from '../../../domain/time/time.ts'
import { DEMO_POSTS } from '../../county/posts.ts'
import { COUNTY_ID, DEMO_UNITS } from '../../county/units.ts'
import type { Dice } from '../../dice.ts'
import type { Story, StoryStep } from '../../story.ts'
import { type Beginning, type DemoKind, move, type Path } from '../kind.ts'
import { common, placeFor } from '../story-parts.ts'

const path: Path = {
  moves: {
    listed: [move('selfScore', 1, [10, 30])],
    scored: [move('check', 1, [5, 15])],
    checked: [move('decide', 1, [3, 10])],
    objected: [move('decideObjection', 1, [3, 8])],
  },
  asides: [],
}

type Building = {
  readonly title: string
  readonly category: 'village' | 'township' | 'unit'
  readonly unitId: string
  readonly villageId: string
  readonly workingDaysAgo: number
  /** How far it has come: so many of the steps. */
  readonly steps: number
  readonly villages?: readonly [all: number, passed: number]
}

const BUILDINGS: readonly Building[] = [
  {
    title: '平安单位创建：县住房和城乡建设局',
    category: 'unit',
    unitId: 'housing',
    villageId: 'yuhua',
    workingDaysAgo: 31,
    steps: 3,
  },
  {
    title: '平安单位创建：县市场监督管理局',
    category: 'unit',
    unitId: 'market',
    villageId: 'yuhua',
    workingDaysAgo: 30,
    steps: 3,
  },
  {
    title: '平安乡镇创建：东浦镇',
    category: 'township',
    unitId: 'dongpu',
    villageId: 'matou',
    workingDaysAgo: 30,
    steps: 2,
    villages: [8, 5],
  },
  {
    title: '平安乡镇创建：云溪镇',
    category: 'township',
    unitId: 'yunxi',
    villageId: 'beitang',
    workingDaysAgo: 36,
    steps: 1,
    villages: [7, 3],
  },
  {
    title: '平安单位创建：县交通运输局',
    category: 'unit',
    unitId: 'transport',
    villageId: 'yuhua',
    workingDaysAgo: 20,
    steps: 0,
  },
]

function storyOf({ title, category, unitId, villageId, workingDaysAgo, steps, villages }: Building, today: Day): Story {
  const [all, passed] = villages ?? []
  const told: readonly StoryStep[] = [
    { step: 'selfScore', days: 12, given: all === undefined ? {} : { villages: all, villagesPassed: passed ?? 0 } },
    { step: 'check', days: 10, given: { bonus: 2, bonusWhy: '连续两年没有责任事故' } },
    { step: 'decide', days: 6, given: { opinion: '按标准评审，准予公示。', validUntil: addDays(today, 260) } },
  ]
  return {
    procedure: 'certification',
    workingDaysAgo,
    channel: 'other',
    postId: 'triage',
    unitId: COUNTY_ID,
    villageId,
    place: title,
    handlingUnit: unitId,
    form: { title, category, dueOn: addDays(today, 60 - workingDaysAgo), unit: unitId },
    steps: told.slice(0, steps),
  }
}

const STAFFED = DEMO_UNITS.filter(
  ({ id, kind }) => kind === 'village' && DEMO_POSTS.some(({ unitId, holder }) => unitId === id && holder),
).map(({ id }) => id)

function begin(day: Day, dice: Dice): Beginning {
  const place = placeFor('public', dice)
  // A village where nobody holds a post cannot score itself.
  const villageId = dice.pick(STAFFED)
  const village = DEMO_UNITS.find(({ id }) => id === villageId)?.name.zh ?? ''
  return {
    form: {
      title: `平安村社创建：${village}`,
      category: 'village',
      dueOn: addDays(day, dice.between(40, 80)),
      unit: villageId,
    },
    facts: { ...common(place, '平安村社创建', dice), handlingUnit: villageId, tier: 'village' },
  }
}

/** The peaceful-unit programme of the demo county. */
export const certificationKind: DemoKind = {
  ...path,
  rate: 0.04,
  offRate: 0,
  begin,
  door: () => ({ channel: 'other', postId: 'triage' }),
  // Nobody scores itself before there are criteria.
  points: ({ criteria = [] }) => (criteria.length > 2 ? {} : undefined),
  stories: (today) => BUILDINGS.map((building) => storyOf(building, today)),
}

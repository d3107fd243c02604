import { addDays, type Day } from '../../domain/time/time.ts'
import { TOWNSHIPS } from '../county/units.ts'
import type { Story, StoryStep } from '../story.ts'
import { type DemoKind, move, type Path } from './kind.ts'
import { plainStory } from './story-parts.ts'

const UNITS = TOWNSHIPS.map(({ id, zh }) => ({ unit: id, duty: `查${zh}的场所，发现一处改一处` }))

type Plan = {
  readonly title: string
  readonly category: string
  readonly goal: string
  readonly placeTypes: readonly string[]
  readonly workingDaysAgo: number
  /** Calendar days from its first day until each stage ends. */
  readonly stages: readonly [selfCheck: number, sweep: number, rectify: number]
  readonly steps: readonly StoryStep[]
}

const approved: readonly StoryStep[] = [
  { step: 'approve', days: 2 },
  { step: 'mobilise', days: 2 },
]
/** Every unit signs for its part and reports its self-check, some with nothing found. */
const reported: readonly StoryStep[] = [
  ...UNITS.map((): StoryStep => ({ step: 'signFor', days: 0 })),
  ...UNITS.map(
    (_, index): StoryStep => ({
      step: 'reportSelfCheck',
      days: index === 0 ? 4 : 1,
      given:
        index % 3 === 2
          ? { nil: true, placesSeen: 9, problemsFound: 0, problemsFixed: 0, selfCheckNote: '逐户看过，没有发现问题。' }
          : {
              nil: false,
              placesSeen: 9 + index,
              problemsFound: 3 + index,
              problemsFixed: 2 + index,
              selfCheckNote: '逐户自查，能改的当场改了。',
            },
    }),
  ),
]
const swept: readonly StoryStep[] = [...approved, ...reported, { step: 'startSweep', days: 4 }]
const quarter: StoryStep = {
  step: 'reportQuarter',
  days: 20,
  given: { placesSeen: 60, problemsFound: 22, problemsFixed: 17 },
}

const PLANS: readonly Plan[] = [
  {
    title: '九小场所消防安全百日攻坚行动',
    category: 'hundredDays',
    goal: '台账里的九小场所应查尽查，重大隐患清零，其他隐患按期整改。',
    placeTypes: ['smallShop', 'smallRestaurant', 'smallInn', 'smallSchool', 'smallWorkshop', 'smallFlammables'],
    workingDaysAgo: 130,
    stages: [25, 90, 150],
    steps: [
      ...swept,
      quarter,
      { step: 'startRectifying', days: 15 },
      { step: 'askAcceptance', days: 20 },
      { step: 'passAcceptance', days: 6 },
    ],
  },
  {
    title: '寄递渠道三项制度专项整治',
    category: 'courier',
    goal: '实名收寄、收寄验视、过机安检三个百分之百。',
    placeTypes: ['publicPlace'],
    workingDaysAgo: 48,
    stages: [25, 80, 140],
    steps: [...swept, { step: 'sumUpStage', days: 8 }],
  },
  {
    title: '危险化学品使用单位专项整治',
    category: 'chemicals',
    goal: '储存、使用单位逐家过一遍。',
    placeTypes: ['enterprise'],
    workingDaysAgo: 12,
    stages: [30, 90, 150],
    steps: [...approved, ...UNITS.slice(0, 4).map((): StoryStep => ({ step: 'signFor', days: 0 }))],
  },
  {
    title: '下塘村重点整治',
    category: 'listedPlace',
    goal: '电动自行车进楼、出租房住人等老问题半年内不反弹。',
    placeTypes: [],
    workingDaysAgo: 200,
    stages: [25, 70, 110],
    steps: [
      ...swept,
      { step: 'startRectifying', days: 30 },
      { step: 'askAcceptance', days: 20 },
      { step: 'passAcceptance', days: 5 },
      { step: 'lookBack', days: 70, given: { rebound: 'none' } },
      { step: 'removeListing', days: 4 },
    ],
  },
]

function storyOf(plan: Plan, today: Day): Story {
  const from = addDays(today, -Math.round(plan.workingDaysAgo * 1.47))
  const [selfCheckBy, sweepBy, rectifyBy] = plan.stages.map((days) => addDays(from, days))
  return {
    procedure: 'campaign',
    workingDaysAgo: plan.workingDaysAgo,
    channel: 'other',
    postId: 'triage',
    villageId: 'yuhua',
    place: '全县',
    handlingUnit: 'qinglan',
    form: {
      title: plan.title,
      category: plan.category,
      goal: plan.goal,
      ...(plan.placeTypes.length > 0 ? { placeTypes: plan.placeTypes } : {}),
      units: plan.category === 'listedPlace' ? UNITS.slice(0, 1) : UNITS,
      ...(selfCheckBy && sweepBy && rectifyBy ? { selfCheckBy, sweepBy, rectifyBy } : {}),
    },
    steps:
      plan.category === 'listedPlace'
        ? plan.steps.filter(
            ({ step }, index, all) =>
              !['signFor', 'reportSelfCheck'].includes(step) || all.findIndex((each) => each.step === step) === index,
          )
        : plan.steps,
  }
}

const path: Path = { moves: { planned: [move('approve', 1, [1, 3])] }, asides: [] }

/** Campaigns of the demo county: one that is being looked back on, two under way, one just begun, a village off the list. */
export const campaignKind: DemoKind = {
  ...path,
  rate: 0,
  offRate: 0,
  begin: (_, dice) => plainStory([], dice, {}),
  door: () => ({ channel: 'other', postId: 'triage' }),
  stories: (today) => PLANS.map((plan) => storyOf(plan, today)),
}

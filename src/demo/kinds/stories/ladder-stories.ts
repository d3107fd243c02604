import { addDays, type Day } from '../../../domain/time/time.ts'
import type { Story, StoryStep } from '../../story.ts'

/** One supervised task on each rung, from the blue slip to the listing: nobody reports, so the rule takes it up. */

const given: readonly StoryStep[] = [{ step: 'takeOver', days: 1 }]
const blue: StoryStep = { step: 'urge', days: 8 }
const yellow: StoryStep = { step: 'urge', days: 3, given: { supervisorPost: 'triage', words: '三天内报进度。' } }
const red: StoryStep = { step: 'urge', days: 5, given: { words: '单位负责人书面答复。' } }
const circular: StoryStep = { step: 'circulate', days: 5 }

const TOLD = [
  { title: '老旧小区电动车充电棚建设', unit: 'housing', ago: 10, due: 20, steps: [blue] },
  { title: '乡道临水路段护栏补齐', unit: 'transport', ago: 14, due: 20, steps: [blue, yellow] },
  { title: '小水库安全员到岗核查', unit: 'water', ago: 21, due: -9, steps: [blue, yellow, red] },
  { title: '校园周边食品摊点整治', unit: 'market', ago: 27, due: -17, steps: [blue, yellow, red, circular] },
  { title: '欠薪线索清零', unit: 'labour', ago: 33, due: -25, steps: [blue, yellow, red, circular, talk(5)] },
  {
    title: '秸秆堆放点清理',
    unit: 'agriculture',
    ago: 42,
    due: -37,
    steps: [blue, yellow, red, circular, talk(-15), { step: 'listSlip', days: 9 }],
  },
] as const

/** The day promised in a talk stands so many days from today. */
function talk(promised: number) {
  return { step: 'talk', days: 5, promised } as const
}

const dated = ({ promised, ...step }: StoryStep & { readonly promised?: number }, today: Day): StoryStep =>
  promised === undefined
    ? step.step === 'listSlip'
      ? { ...step, given: { listUntil: addDays(today, 30) } }
      : step
    : { ...step, given: { promisedOn: addDays(today, promised) } }

export const ladderStories = (today: Day): readonly Story[] =>
  TOLD.map(({ title, unit, ago, due, steps }) => ({
    procedure: 'task',
    workingDaysAgo: ago,
    channel: 'leader',
    postId: 'leader',
    villageId: 'yuhua',
    place: '全县',
    handlingUnit: unit,
    form: {
      title,
      category: 'meeting',
      description: '按会议纪要落实，每周报一次进展。',
      dueOn: addDays(today, due),
      ordering: 'leader',
    },
    steps: [
      { step: 'assign', days: 0, given: { unit, cadence: 'weekly', assists: [] } },
      ...given,
      ...(steps as readonly (StoryStep & { readonly promised?: number })[]).map((step) => dated(step, today)),
    ],
  }))

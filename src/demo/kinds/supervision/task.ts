import type { FormValues } from '../../../domain/procedure/form.ts'
import { addDays, type Day } from '../../../domain/time/time.ts'
import type { Dice } from '../../dice.ts'
import type { Facts } from '../../facts.ts'
import { TASK_THEMES } from '../../wording/other-titles.ts'
import { assistAsides, type Beginning, type DemoKind, move, type Path, withoutAssist } from '../kind.ts'
import { ladderStories } from '../stories/ladder-stories.ts'
import { plainStory } from '../story-parts.ts'

function taskStory(day: Day, dice: Dice): Beginning {
  const story = plainStory(
    TASK_THEMES,
    dice,
    { sourceOn: day, dueOn: addDays(day, dice.between(10, 40)), ordering: 'leader' },
    'county',
  )
  const unit = dice.pick([story.facts.townshipId, 'housing', 'market', 'labour', 'water', 'fire'])
  return { ...story, facts: { ...story.facts, handlingUnit: unit } }
}

const PARTS: Readonly<Record<string, string>> = {
  market: '核对登记和经营情况，提供名单',
  labour: '核实用工和工资发放情况',
  water: '提供水位、泵站运行记录',
  fire: '检查消防通道和器材',
}

/** Often a department that helps, never the one that leads. */
function assistsOf({ dice, handlingUnit }: Facts): FormValues[] {
  if (dice.chance(0.5)) return []
  const [unit = '', duty = ''] = dice.pick(Object.entries(PARTS).filter(([id]) => id !== handlingUnit))
  return [{ unit, duty }]
}

const path: Path = {
  moves: {
    initiated: [
      move('assign', 1, [0, 1], {
        given: (_, facts) => ({ unit: facts.handlingUnit, cadence: 'weekly', assists: assistsOf(facts) }),
      }),
    ],
    assigned: [move('takeOver', 1, [0, 2])],
    inProgress: [
      move('feedback', 50, [1, 4]),
      move('claim', 50, [2, 4], { given: withoutAssist }),
      move('askExtension', 4, [3, 8], {
        when: (matter) => matter.fields['askedDays'] === undefined,
        given: () => ({ askedDays: 5 }),
      }),
    ],
    extensionAsked: [
      move('grantExtension', 75, [0, 1], { given: () => ({ extendBy: 5 }) }),
      move('refuseExtension', 25, [0, 1]),
    ],
    completionClaimed: [move('review', 86, [1, 3]), move('returnForRedo', 14, [1, 3])],
    reviewed: [move('close', 1, [0, 2])],
  },
  asides: assistAsides(['assigned', 'inProgress', 'completionClaimed']),
}

/** Supervised tasks of the demo county. */
export const taskKind: DemoKind = {
  ...path,
  rate: 0.2,
  offRate: 0,
  begin: taskStory,
  door: (_, dice) =>
    dice.chance(0.5) ? { channel: 'leader', postId: 'leader' } : { channel: 'upper', postId: 'triage' },
  stories: (today) => [
    ...ladderStories(today),
    {
      procedure: 'task',
      workingDaysAgo: 14,
      channel: 'leader',
      postId: 'leader',
      villageId: 'yuhua',
      place: '雨花小区',
      handlingUnit: 'housing',
      form: {
        title: '供水管网抢修方案',
        category: 'instruction',
        description: '三天内提出方案，明确停水时段和送水点。',
        dueOn: addDays(today, 6),
        ordering: 'leader',
      },
      steps: [
        { step: 'assign', days: 0, given: { unit: 'housing', cadence: 'weekly', assists: [] } },
        { step: 'takeOver', days: 1 },
        { step: 'feedback', days: 4 },
        { step: 'claim', days: 3 },
        { step: 'review', days: 2 },
      ],
    },
    {
      procedure: 'task',
      workingDaysAgo: 10,
      channel: 'upper',
      postId: 'triage',
      villageId: 'yuehu-shequ',
      place: '县综治中心',
      handlingUnit: 'petitions',
      form: {
        title: '第三季度逾期事项通报（初稿）',
        category: 'meeting',
        description: '把逾期的逐件说清原因和下一步。',
        dueOn: addDays(today, 2),
        ordering: 'leader',
      },
      steps: [
        { step: 'assign', days: 0, given: { unit: 'petitions', cadence: 'weekly', assists: [] } },
        { step: 'takeOver', days: 1 },
        { step: 'feedback', days: 3 },
        { step: 'claim', days: 3 },
      ],
    },
  ],
}

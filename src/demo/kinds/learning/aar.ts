import { addDays } from '../../../domain/time/time.ts'
import { REVIEW_THEMES } from '../../wording/other-titles.ts'
import { aside, type DemoKind, move, type Path } from '../kind.ts'
import { plainStory } from '../story-parts.ts'

const path: Path = {
  moves: {
    opened: [move('setOutTimeline', 1, [1, 3])],
    ordered: [move('analyse', 1, [1, 4])],
    analysed: [move('listProblems', 1, [1, 3])],
    rectifying: [move('close', 1, [1, 3])],
  },
  asides: [aside('reportUp', ['rectifying'], 0.9, [0, 2]), aside('drawLessons', ['rectifying'], 0.12, [1, 3])],
}

/** Reviews of the demo county. */
export const aarKind: DemoKind = {
  ...path,
  rate: 0.035,
  offRate: 0,
  begin: (day, dice) => plainStory(REVIEW_THEMES, dice, { eventOn: addDays(day, -dice.between(3, 20)) }, 'county'),
  door: () => ({ channel: 'other', postId: 'reviewer' }),
  stories: (today) => [
    {
      procedure: 'aar',
      workingDaysAgo: 6,
      channel: 'other',
      postId: 'reviewer',
      villageId: 'yuhua',
      place: '雨花小区',
      handlingUnit: 'qinglan',
      form: {
        title: '雨花小区停水诉求处置复盘',
        category: 'report',
        description: '两天里来了四十多个电话，答复口径不一。',
        eventOn: addDays(today, -12),
      },
      steps: [{ step: 'setOutTimeline', days: 2 }],
    },
  ],
}

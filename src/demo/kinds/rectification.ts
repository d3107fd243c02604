import { addDays, type Day } from '../../domain/time/time.ts'
import { COUNTY_ID, TOWNSHIPS } from '../county/units.ts'
import type { Dice } from '../dice.ts'
import { aside, type Beginning, type DemoKind, move, type Path, withoutAssist } from './kind.ts'
import { plainStory } from './story-parts.ts'

function rectificationStory(day: Day, dice: Dice): Beginning {
  const unit = dice.pick(['housing', 'market', 'fire', 'labour', 'transport', ...TOWNSHIPS.map(({ id }) => id)])
  const titles = [
    '巡查记录不连续',
    '应急物资账物不符',
    '台账更新不及时',
    '值班电话有三部打不通',
    '消防通道标识缺失',
    '限时办结有五件逾期',
    '回访记录不完整',
  ]
  const story = plainStory(
    [
      {
        category: dice.pick(['inspectionTour', 'audit', 'oversight', 'caseReview']),
        spot: 'public',
        title: dice.pick(titles),
        about: '反馈清单所列问题，详见附件。',
        weight: 1,
      },
    ],
    dice,
    {
      measure: '逐项补齐，落实到岗位，按月自查。',
      cause: '职责没有落实到岗位。',
      feedbackOn: day,
      dueOn: addDays(day, dice.between(20, 60)),
      unit,
    },
  )
  return { ...story, facts: { ...story.facts, handlingUnit: unit } }
}

const path: Path = {
  moves: {
    listed: [
      move('settle', 1, [1, 3], {
        given: (matter, { dice }) => ({
          // The centre has too few posts to do the work and to check it.
          unit: matter.unitId === COUNTY_ID ? dice.pick(['safety', 'market', 'housing', 'water']) : matter.unitId,
          kind: dice.pick(['byDate', 'byDate', 'byDate', 'longTerm']),
          assists: [],
        }),
      }),
    ],
    rectifying: [move('fileEvidence', 1, [5, 14], { given: withoutAssist })],
    evidenceFiled: [move('sign', 95, [0, 2]), move('sendBack', 5, [0, 2])],
    signed: [move('accept', 90, [0, 3]), move('reject', 10, [0, 3])],
    accepted: [
      move('writeOff', 80, [0, 3], { given: () => ({ lookBackAfter: 'none' }) }),
      move('writeOff', 20, [0, 3], { given: () => ({ lookBackAfter: 'oneMonth' }) }),
    ],
    lookingBack: [move('lookBack', 1, [15, 19], { given: () => ({ holds: 'held' }) })],
  },
  asides: [aside('reportProgress', ['rectifying'], 0.5, [2, 6])],
}

/** Rectifications of the demo county. */
export const rectificationKind: DemoKind = {
  ...path,
  rate: 0.22,
  offRate: 0,
  begin: rectificationStory,
  door: ({ handlingUnit }) => ({ channel: 'upper', postId: 'triage', unitId: handlingUnit }),
  stories: () => [],
}

import { addDays, type Day } from '../../../domain/time/time.ts'
import type { Dice } from '../../dice.ts'
import { type Beginning, type DemoKind, move, type Path } from '../kind.ts'
import { common, placeFor } from '../story-parts.ts'

const ACTIVITIES = [
  { category: 'legalEducation', title: '法律进村普法宣传', topics: '宪法、人民调解法、信访条例，现场答问。' },
  { category: 'publicity', title: '防溺水、防火宣传', topics: '入户发放资料，广播提醒。' },
  { category: 'training', title: '网格员和调解员业务培训', topics: '登记、报告、调解记录怎么写。' },
  { category: 'meeting', title: '综治工作例会', topics: '通报本月事项，商定下月重点。' },
] as const

const path: Path = {
  moves: {
    planned: [move('arrange', 1, [2, 8])],
    arranged: [
      move('hold', 95, [4, 12], {
        given: ({ unitId }, { dice }) => ({
          attendance: [{ unit: unitId, people: dice.between(12, 60) }],
          residents: dice.between(20, 160),
          leaflets: dice.between(50, 300),
          minutes: '按安排举办，现场答了问题，提出的事逐条登记。',
        }),
      }),
      move('cancel', 5, [2, 6]),
    ],
    held: [
      move('evaluate', 1, [2, 8], {
        given: (_, { dice }) => ({
          effect: dice.pick(['good', 'good', 'partly']),
          surveyed: 50,
          understood: dice.between(30, 49),
          improvement: '下次放在赶集日，资料再少些、再短些。',
        }),
      }),
    ],
  },
  asides: [],
}

function begin(day: Day, dice: Dice): Beginning {
  const place = placeFor('public', dice)
  const { category, title, topics } = dice.pick(ACTIVITIES)
  return {
    form: { title: `${Number(day.slice(5, 7))}月${title}`, category, dueOn: addDays(day, 40), purpose: topics },
    facts: { ...common(place, topics, dice), handlingUnit: place.townshipId, tier: 'township' },
  }
}

/** Publicity, training and meetings of the demo county. */
export const activityKind: DemoKind = {
  ...path,
  rate: 0.1,
  offRate: 0,
  begin,
  door: ({ townshipId }) => ({ channel: 'other', postId: `${townshipId}-clerk` }),
  stories: () => [],
}

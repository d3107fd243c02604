import { addDays, type Day } from '../../domain/time/time.ts'
import { BY_TITLE, type Story } from '../story.ts'
import { type DemoKind, move, toldOnly } from './kind.ts'

/** The criteria for civil cases that came with the program. */
const CRITERIA = `${BY_TITLE}民商事案件评查标准`

const planOf = (title: string, today: Day, workingDaysAgo: number, from: number, steps: Story['steps']): Story => {
  const day = addDays(today, -Math.round(workingDaysAgo * 1.5))
  return {
    procedure: 'casereview',
    workingDaysAgo,
    channel: 'window',
    postId: 'court-management-head',
    unitId: 'court',
    villageId: 'chengguan',
    place: '县人民法院',
    handlingUnit: 'court',
    form: {
      title,
      category: 'routine',
      scope: 'court',
      closedFrom: addDays(day, -from),
      closedTo: addDays(day, -1),
      criteria: CRITERIA,
      unit: 'court',
    },
    steps,
  }
}

/** Three reviews: one that is done with, one in the midst of it, one that waits for its draw. */
const stories = (today: Day): readonly Story[] => [
  planOf('上半年案件常规抽查', today, 70, 150, [
    { step: 'approve', days: 2, given: { seed: '406217' } },
    { step: 'draw', days: 1, given: { howMany: 3, witnesses: '督察室、审管办' } },
  ]),
  planOf('调解结案案件专项抽查', today, 9, 200, [
    { step: 'approve', days: 1, given: { seed: '770351' } },
    { step: 'draw', days: 1, given: { howMany: 3, witnesses: '督察室、审管办' } },
  ]),
  planOf('近三个月结案常规抽查', today, 4, 90, [{ step: 'approve', days: 1, given: { seed: '915038' } }]),
]

/** Case reviews of the demo court. */
export const casereviewKind: DemoKind = toldOnly({}, stories)

/** One sheet for each case that was drawn. */
export const casesheetKind: DemoKind = toldOnly(
  {
    toAssign: [move('assign', 1, [1, 4])],
    reviewing: [
      move('openScores', 1, [1, 2], {
        when: ({ holders = [] }) => holders.every(({ seat, state }) => seat !== 'panel' || state === 'answered'),
      }),
      move('score', 1, [2, 6], {
        when: ({ holders = [] }) => holders.some(({ seat, state }) => seat === 'panel' && state !== 'answered'),
        given: (_, { dice }) => ({
          veto: false,
          opinion: dice.pick(['程序合法，文书有两处错字。', '说理充分，送达回证缺一份。']),
        }),
      }),
    ],
    toThird: [move('appointThird', 1, [1, 3])],
    scoringThird: [
      move('openScores', 1, [1, 2], {
        when: ({ holders = [] }) => holders.every(({ seat, state }) => seat !== 'third' || state === 'answered'),
      }),
      move('scoreThird', 1, [2, 5], {
        when: ({ holders = [] }) => holders.some(({ seat, state }) => seat === 'third' && state !== 'answered'),
        given: () => ({ veto: false, opinion: '两份意见都看过，重新逐项评。' }),
      }),
    ],
    scored: [
      move('grade', 1, [1, 3], {
        given: ({ fields }) => {
          const points = Number(fields['finalScore'] ?? 0)
          return {
            grade: points >= 90 ? 'excellent' : points >= 75 ? 'qualified' : points >= 60 ? 'flawed' : 'unqualified',
            gradeReason: '按评查标准逐项核对。',
          }
        },
      }),
    ],
    graded: [
      move('tell', 1, [0, 2], {
        given: ({ fields }) => ({ toHandler: [{ post: String(fields['caseHandler'] ?? 'court-civil-1-judge') }] }),
      }),
    ],
    told: [move('accept', 1, [1, 4])],
    toCorrect: [
      move('putRight', 1, [4, 10], {
        when: ({ fields }) => !fields['putRight'],
        given: () => ({ putRight: '补齐了送达回证，庭务会讲评。' }),
      }),
      move('acceptCorrection', 1, [1, 2], { when: ({ fields }) => Boolean(fields['putRight']) }),
    ],
  },
  () => [],
)

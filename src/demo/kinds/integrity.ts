import type { FormValues } from '../../domain/procedure/form.ts'
import { addDays, type Day, dayOf } from '../../domain/time/time.ts'
import type { Dice } from '../dice.ts'
import { type Beginning, type DemoKind, move, type Path } from './kind.ts'
import { common, placeFor } from './story-parts.ts'

const COURT = 'court'
const CHIEF = 'court-president'

type Point = {
  readonly title: string
  readonly powerItem: string
  readonly processStep: string
  readonly riskForm: string
}
const POINTS: readonly Point[] = [
  {
    title: '委托评估拍卖机构的选定',
    powerItem: '司法委托',
    processStep: '选定机构',
    riskForm: '绕过随机抽取，指定机构。',
  },
  { title: '案款发放', powerItem: '执行案款管理', processStep: '审批发放', riskForm: '拖延发放，或者发错对象。' },
  { title: '诉讼费减免', powerItem: '诉讼费管理', processStep: '审批减免', riskForm: '不按条件减免。' },
  { title: '物业采购', powerItem: '机关采购', processStep: '比价', riskForm: '化整为零，规避比价。' },
]

const grading = (dice: Dice): FormValues => {
  const [money, procurement, outsiders] = dice.pick([
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 0],
  ] as const)
  const met = money + procurement + outsiders
  return {
    gradedBecause: 'first',
    ...{ money, procurement, outsiders, staffing: 0, discretion: 0, unchecked: 0 },
    level: met > 2 ? 'major' : met > 1 ? 'general' : 'low',
    control: met > 2 ? 'collective' : met > 1 ? 'head' : 'post',
    owner: 'court-management-head',
    supervisor: CHIEF,
    controls: [{ measure: '两人以上办理，庭务会评议', trace: '评议记录入卷' }],
  }
}

function begin(day: Day, dice: Dice): Beginning {
  const facts = { ...common(placeFor('public', dice), '', dice), handlingUnit: COURT, tier: 'department' as const }
  const month = Number(day.slice(5, 7))
  const form: FormValues = dice.weighted<{ readonly weight: number; readonly form: FormValues }>([
    { weight: 4, form: { category: 'riskPoint', ...dice.pick(POINTS) } },
    {
      weight: 2,
      form: {
        category: 'quarterly',
        title: `${day.slice(0, 4)}年第${Math.ceil(month / 3)}季度`,
        dueOn: addDays(day, 10),
      },
    },
    {
      weight: 4,
      form: {
        category: dice.pick(['interference', 'insideAsking', 'improperContact']),
        title: `${month}月${Number(day.slice(8))}日填报`,
        happenedOn: day,
        means: dice.pick(['phone', 'inPerson', 'message']),
        person: '某单位某负责人（示例）',
        content: '打听案件进展，希望“关照”。已当场拒绝。',
        affects: dice.pick(['no', 'no', 'no', 'yes']),
      },
    },
  ]).form
  const category = String(form['category'])
  return {
    form: { ...form, ...(form['category'] === 'quarterly' ? {} : { unit: COURT }) },
    facts: { ...facts, category },
  }
}

const isRecord = ({ category }: { readonly category?: string }) => category !== 'riskPoint' && category !== 'quarterly'

const path: Path = {
  moves: {
    registered: [
      move('takeUp', 1, [0, 2], {
        when: isRecord,
        given: ({ fields }) => ({ supervisor: CHIEF, affects: fields['affects'] ?? 'no' }),
      }),
      move('gradePoint', 1, [0, 3], {
        when: ({ category }) => category === 'riskPoint',
        given: (_, { dice }) => grading(dice),
      }),
      move('fileQuarter', 1, [0, 3], {
        when: ({ category }) => category === 'quarterly',
        given: ({ openedAt }) => ({
          quarter: `q${Math.ceil(Number(dayOf(openedAt).slice(5, 7)) / 3)}`,
          recordCount: 0,
          analysis: '本季度没有影响办案的填报。',
        }),
      }),
    ],
    checking: [
      move('reportUp', 1000, [0, 1], {
        when: ({ fields }) => fields['affects'] === 'yes' && fields['reportedOn'] === undefined,
        given: () => ({ reportedTo: ['higherCourt'] }),
      }),
      move('conclude', 1, [5, 25], { given: () => ({ conclusion: 'filed', reason: '如实记录，存案卷副卷备查。' }) }),
    ],
    graded: [move('approvePoint', 1, [1, 4])],
  },
  asides: [],
}

/** Points of risk and records of the demo court; whoever is in them is nobody. */
export const integrityKind: DemoKind = {
  ...path,
  rate: 0.08,
  offRate: 0,
  begin,
  door: ({ category }, dice) => ({
    channel: 'window',
    postId:
      category === 'quarterly'
        ? 'court-inspectorate'
        : dice.pick(['court-civil-1-judge', 'court-inspectorate', 'court-enforcement-judge']),
  }),
  stories: () => [],
}

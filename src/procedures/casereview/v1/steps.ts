import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Spawn, State, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { liftRecusalStep, recusalSteps } from '../../shared/v1/recusal.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { caseReview } from '../../shared/v1/sources-apart.ts'
import { responsibleSide } from '../../shared/v1/takers.ts'

const office = responsibleSide('divisionHead', 'president')
const president = responsibleSide('president')

/** One sheet for each case. Its handler is told and may object, so is not kept out; the reviewers are others (`notOf` there). */
const sheets = (each: string) =>
  ({
    procedure: 'casesheet',
    link: 'childOf',
    each,
    carry: {
      title: 'row.reference',
      caseReference: 'row.reference',
      caseUnit: 'row.unit',
      caseHandler: 'row.owner',
      criteria: 'criteria',
    },
  }) as const satisfies Spawn

const days = (code: string, zh: string, en: string, length: number) =>
  ({
    code,
    title: text(zh, en),
    length,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
    source: ownRule,
  }) as const satisfies DeadlineRule

export const reviewDeadlines = {
  approve: days('PC-P10', '批准计划', 'To approve the plan', 5),
  draw: days('PC-P11', '抽取案件', 'To draw the cases', 5),
  summarise: days('PC-P12', '评查小结', 'To summarise', 90),
} as const satisfies Record<string, DeadlineRule>

export const reviewStates = {
  planned: {
    title: text('待批准', 'To approve'),
    group: 'open',
    public: text('正在计划', 'Being planned'),
    lane: 'president',
  },
  approved: {
    title: text('待抽取', 'To draw'),
    group: 'open',
    public: text('正在抽取', 'Being drawn'),
    lane: 'president',
  },
  reviewing: {
    title: text('逐案评查中', 'Case by case'),
    group: 'waiting',
    public: text('正在评查', 'Under review'),
    lane: 'divisionHead',
  },
  summarised: {
    title: text('已小结', 'Summarised'),
    group: 'done',
    outcome: 'summarised',
    public: text('评查结束', 'Review ended'),
  },
  cancelled: {
    title: text('已撤销', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('计划撤销', 'Cancelled'),
  },
} as const satisfies Record<string, State<'summarised' | 'cancelled'>>

export const reviewSteps = {
  approve: {
    title: text('批准，定种子', 'Approve'),
    from: ['planned'],
    to: 'approved',
    by: president,
    form: 'approval',
    guards: ['notRegisteredBy'],
    meets: ['approve'],
    starts: ['draw'],
    source: caseReview.rules,
    told: text('批准了计划，定下抽取种子', 'approved the plan and set the seed'),
  },
  returnPlan: {
    title: text('退回修改', 'Return'),
    from: ['planned'],
    by: president,
    form: 'returned',
    aside: true,
    raises: ['registrar'],
    source: ownRule,
    told: text('退回修改计划', 'returned the plan'),
  },
  revise: {
    title: text('修改计划', 'Revise'),
    from: ['planned'],
    by: office,
    form: 'plan',
    aside: true,
    source: ownRule,
    told: text('修改了计划', 'revised the plan'),
  },
  draw: {
    title: text('随机抽取', 'Draw'),
    from: ['approved'],
    to: 'reviewing',
    by: president,
    form: 'draw',
    guards: [{ the: 'category', is: ['routine', 'special'] }],
    meets: ['draw'],
    starts: ['summarise'],
    opens: [sheets('drawn')],
    issues: ['list'],
    source: caseReview.rules,
    told: text('按种子抽取了案件，一案一表', 'drew the cases by the seed, one sheet each'),
  },
  list: {
    title: text('列出重点案件', 'List'),
    from: ['approved'],
    to: 'reviewing',
    by: office,
    form: 'listing',
    guards: [{ the: 'category', is: ['key', 'special'] }],
    meets: ['draw'],
    starts: ['summarise'],
    opens: [sheets('listed')],
    issues: ['list'],
    source: caseReview.rules,
    told: text('列出了重点案件，一案一表', 'listed the key cases, one sheet each'),
  },
  summarise: {
    title: text('评查小结', 'Summarise'),
    from: ['reviewing'],
    to: 'summarised',
    by: office,
    form: 'summary',
    guards: ['allChildrenDone'],
    meets: ['summarise'],
    issues: ['summary'],
    source: caseReview.rules,
    told: text('作了小结', 'summarised the review'),
  },
  cancel: {
    title: text('撤销计划', 'Cancel'),
    from: ['planned', 'approved'],
    to: 'cancelled',
    by: president,
    form: 'cancellation',
    aside: true,
    source: ownRule,
    told: text('撤销了计划', 'cancelled the plan'),
  },
  recuse: { ...recusalSteps.recuse, by: office, raises: ['responsible'], source: caseReview.recusal },
  liftRecusal: { ...liftRecusalStep(president), source: caseReview.recusal },
} as const satisfies Record<string, Step>

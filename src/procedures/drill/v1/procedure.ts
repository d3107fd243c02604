import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { drillLaw } from '../../shared/v1/sources-drill.ts'
import { DRILL_FORMS, drillForms } from './forms.ts'
import { drillDeadlines, drillStates } from './states.ts'
import { drillSteps } from './steps.ts'
import { drillReviewSteps } from './steps-review.ts'

const column = (field: string, zh: string, en: string) => ({ field, title: text(zh, en) })

/** 演练: a plan is played by those who would really come; what it shows is put right in earnest. */
export const drillV1 = defineProcedure({
  id: 'drill',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('应急演练', 'Drills'),
  short: text('演练', 'Drill'),
  prefix: 'YL',
  purpose: text(
    '按预案演一遍，评出问题，真改真修订',
    'Plays a plan, finds what does not work, and puts it right in earnest',
  ),
  source: drillLaw.safety,
  exercise: true,
  categories: DRILL_FORMS,
  outcomes: {
    improved: text('问题已整改', 'Gaps put right'),
    passed: text('没有要改的', 'Nothing to change'),
    cancelled: text('已取消', 'Cancelled'),
  },
  seats: {
    players: { title: text('参演单位', 'Players'), holds: 'unit', many: true },
    injects: { title: text('情景事件', 'Injects'), holds: 'row', many: true },
  },
  forms: { ...drillForms, ...importedForms(drillForms.drill) },
  documents: {
    arrangement: { title: text('演练方案', 'Arrangement'), source: drillLaw.safety },
    script: { title: text('演练脚本', 'Script') },
    evaluation: { title: text('演练评估报告', 'Evaluation report'), source: drillLaw.evaluation },
    gapList: { title: text('演练问题清单', 'List of gaps') },
  },
  deadlines: drillDeadlines,
  schedules: {
    year: {
      named: text('应急演练', 'Response drill'),
      every: 'year',
      opens: { at: 'start' },
      due: { field: 'dueOn', at: 'end' },
      units: ['township', 'department'],
      answers: { category: 'tabletop' },
      source: drillLaw.yearPlan,
    },
    halfYear: {
      named: text('生产安全应急演练', 'Work safety drill'),
      every: 'halfYear',
      opens: { at: 'start' },
      due: { field: 'dueOn', at: 'end' },
      units: ['department'],
      answers: { category: 'field' },
      source: drillLaw.sampled,
    },
  },
  opening: {
    form: 'drill',
    by: ['triageOfficer', 'leader', 'handler', 'inspector', 'clerk'],
    state: 'planned',
    starts: ['hold'],
  },
  states: drillStates,
  steps: {
    ...drillSteps,
    ...drillReviewSteps,
    ...commonSteps,
    ...recusalSteps,
    ...importedSteps(
      'planned',
      ['hold'],
      [
        { step: 'closedAsImported', to: 'closed', title: text('已结束', 'Closed') },
        { step: 'passedAsImported', to: 'noGaps', title: text('没有要改的', 'Nothing to change') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已取消', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    column('reference', '编号', 'Reference'),
    column('title', '演练名称', 'Drill'),
    column('plan', '预案', 'Plan'),
    column('category', '类型', 'Form'),
    column('scope', '内容', 'Scope'),
    column('notice', '是否预先通知', 'Announced'),
    column('heldOn', '日期', 'Held on'),
    column('place', '地点', 'Place'),
    column('unitId', '组织单位', 'Organised by'),
    column('people', '参演人数', 'People'),
    column('scenario', '情景', 'Scenario'),
    column('score', '评估得分', 'Score'),
    column('gaps', '问题', 'Gaps'),
    column('planRevisedOn', '预案修订日期', 'Plan revised on'),
    column('state', '状态', 'State'),
  ],
})

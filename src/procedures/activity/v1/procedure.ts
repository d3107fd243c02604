import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { ACTIVITY_KINDS, activityForms } from './forms.ts'
import { activityDeadlines, activityStates, activitySteps } from './steps.ts'

const column = (field: string, zh: string, en: string) => ({ field, title: text(zh, en) })

/** 活动: publicity, legal education, training, meetings. Attendance is numbers by unit, never a list of people. */
export const activityV1 = defineProcedure({
  id: 'activity',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('宣传培训会议', 'Publicity, training, meetings'),
  short: text('活动', 'Activity'),
  prefix: 'HD',
  purpose: text(
    '定期举办，按单位记人数，议定的事逐条交办，办完评价',
    'Held regularly; numbers by unit; what is decided is handed over, and the effect evaluated',
  ),
  source: ownRule,
  categories: ACTIVITY_KINDS,
  outcomes: { held: text('已举办', 'Held'), cancelled: text('已取消', 'Cancelled') },
  seats: { invited: { title: text('请的单位', 'Units invited'), holds: 'unit', many: true } },
  forms: { ...activityForms, ...importedForms(activityForms.activity) },
  documents: {
    invitation: { title: text('活动通知', 'Invitation') },
    minutes: { title: text('活动纪要', 'Minutes') },
  },
  deadlines: activityDeadlines,
  schedules: {
    meeting: {
      named: text('工作例会', 'Regular meeting'),
      every: 'month',
      opens: { at: 'start' },
      due: { field: 'dueOn', at: 'end' },
      units: ['county'],
      answers: { category: 'meeting' },
      source: ownRule,
    },
    teaching: {
      named: text('普法宣传', 'Legal education'),
      every: 'quarter',
      opens: { at: 'start' },
      due: { field: 'dueOn', at: 'end' },
      units: ['township'],
      answers: { category: 'legalEducation' },
      source: ownRule,
    },
  },
  opening: {
    form: 'activity',
    by: ['handler', 'clerk', 'triageOfficer', 'leader', 'inspector', 'mediator'],
    state: 'planned',
    starts: ['hold'],
  },
  states: activityStates,
  steps: {
    ...activitySteps,
    ...commonSteps,
    ...recusalSteps,
    ...importedSteps(
      'planned',
      ['hold'],
      [
        { step: 'heldAsImported', to: 'evaluated', title: text('已举办', 'Held') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已取消', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    column('reference', '编号', 'Reference'),
    column('title', '活动', 'Activity'),
    column('category', '种类', 'Kind'),
    column('unitId', '主办单位', 'Organised by'),
    column('heldOn', '日期', 'Held on'),
    column('place', '地点', 'Place'),
    column('people', '到场人数', 'People'),
    column('residents', '群众人数', 'Residents'),
    column('leaflets', '发放资料', 'Leaflets'),
    column('decided', '议定事项', 'Decided'),
    column('effect', '效果', 'Effect'),
    column('rate', '达到率', 'Share'),
    column('improvement', '改进', 'Next time'),
    column('state', '状态', 'State'),
  ],
})

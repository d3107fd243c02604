import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { INCIDENT_KINDS } from '../../shared/v1/incident-kinds.ts'
import { planLaw } from '../../shared/v1/sources-incident.ts'
import { planDeadlines } from './deadlines.ts'
import { planForms } from './forms.ts'
import { planStates, planSteps } from './steps.ts'

/** 应急预案: who leads, who comes, with what, and what is done by which minute. An incident or a drill takes its rows from here. */
export const planV1 = defineProcedure({
  id: 'plan',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('应急预案', 'Response plans'),
  short: text('预案', 'Plan'),
  prefix: 'YA',
  purpose: text(
    '指挥、队伍、物资和分钟级步骤，启动和演练时照着走',
    'Command, teams, supplies and steps by the minute, to be followed when it is activated or drilled',
  ),
  source: planLaw.content,
  categories: INCIDENT_KINDS,
  outcomes: { ended: text('已废止', 'Withdrawn') },
  record: { inForce: ['inForce', 'underReview'] },
  sight: { line: 'everyone' },
  forms: { ...planForms, ...importedForms(planForms.plan) },
  documents: { plan: { title: text('应急预案文本', 'Response plan'), source: planLaw.content } },
  deadlines: planDeadlines,
  opening: {
    form: 'plan',
    by: ['clerk', 'inspector', 'triageOfficer', 'handler'],
    state: 'draft',
    starts: ['approve'],
  },
  states: planStates,
  steps: {
    ...planSteps,
    ...importedSteps(
      'draft',
      ['approve'],
      [{ step: 'endedAsImported', to: 'ended', title: text('已废止', 'Withdrawn') }],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('预案名称', 'Name') },
    { field: 'category', title: text('事件种类', 'Kind of event') },
    { field: 'tier', title: text('预案层级', 'Level of the plan') },
    { field: 'place', title: text('适用范围', 'Covers') },
    { field: 'unitId', title: text('编制单位', 'Drafted by') },
    { field: 'state', title: text('状态', 'State') },
    { field: 'drilledOn', title: text('上次演练', 'Last drilled') },
    { field: 'drill', title: text('下次演练', 'Next drill') },
    { field: 'revisionReasons', title: text('修订原因', 'Why revised') },
    { field: 'filedWith', title: text('备案单位', 'Filed with') },
    { field: 'filedOn', title: text('备案日期', 'Filed on') },
    { field: 'filingNo', title: text('备案编号', 'Number of the filing') },
  ],
})

import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import {
  commonForms,
  commonSteps,
  extensionForm,
  reviewForm,
  superviseForm,
  superviseStep,
} from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { INCIDENT_KINDS } from '../../shared/v1/incident-kinds.ts'
import { recusalForms, recusalSteps } from '../../shared/v1/recusal.ts'
import { incidentLaw } from '../../shared/v1/sources-incident.ts'
import { reportDeadlines } from './deadlines-report.ts'
import { workDeadlines } from './deadlines-work.ts'
import { afterForms } from './forms-after.ts'
import { reportForms } from './forms-report.ts'
import { responseForms } from './forms-response.ts'
import { incidentStates } from './states.ts'
import { afterSteps } from './steps-after.ts'
import { reportSteps } from './steps-report.ts'
import { responseSteps } from './steps-response.ts'

const column = (field: string, zh: string, en: string) => ({ field, title: text(zh, en) })

/** 突发事件: reported up within minutes, graded, answered by a plan, investigated, learned from. Grade and response level are two things. */
export const incidentV1 = defineProcedure({
  id: 'incident',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('突发事件', 'Incidents'),
  short: text('突发', 'Incident'),
  prefix: 'TF',
  purpose: text(
    '快报事实、分级响应、按预案处置、查清原因、改到位',
    'Report at once, respond by level and plan, find the causes, put them right',
  ),
  source: incidentLaw.law,
  categories: INCIDENT_KINDS,
  outcomes: {
    settled: text('处置结束', 'Settled'),
    notIncident: text('不是突发事件', 'Not an incident'),
    passedOn: text('已转送', 'Passed on'),
  },
  seats: {
    forces: { title: text('调集的队伍', 'Teams called'), holds: 'unit', many: true },
    actions: { title: text('预案步骤', 'Steps of the plan'), holds: 'row', many: true },
  },
  forms: {
    ...commonForms,
    ...recusalForms,
    ...reportForms,
    ...responseForms,
    ...afterForms,
    extension: extensionForm,
    supervise: superviseForm,
    review: reviewForm,
    ...importedForms(reportForms.report),
  },
  documents: {
    firstReport: { title: text('突发事件首报', 'First report'), source: incidentLaw.content },
    upReport: { title: text('突发事件上报', 'Report to the next level'), source: incidentLaw.levelsReport },
    supplement: { title: text('突发事件续报', 'Supplementary report'), source: incidentLaw.supplement },
    finalReport: { title: text('突发事件终报', 'Final report'), source: incidentLaw.supplement },
    activation: { title: text('应急响应启动令', 'Response order'), source: incidentLaw.levels },
    levelChange: { title: text('响应级别调整令', 'Change of level'), source: incidentLaw.adjust },
    handUp: { title: text('提请上级统一领导的报告', 'Report handing up'), source: incidentLaw.handUp },
    standDown: { title: text('响应结束令', 'Stand-down order'), source: incidentLaw.standDown },
    investigation: { title: text('事故调查报告', 'Investigation report'), source: incidentLaw.investigation },
    evaluation: { title: text('整改措施落实评估', 'Evaluation of the measures'), source: incidentLaw.evaluation },
  },
  deadlines: { ...reportDeadlines, ...workDeadlines },
  opening: {
    form: 'report',
    by: ['triageOfficer', 'clerk', 'handler', 'inspector', 'leader'],
    state: 'reported',
    starts: ['unitReport', 'departmentReport', 'dutyReport', 'healthReport', 'verify'],
  },
  states: incidentStates,
  steps: {
    ...reportSteps,
    ...responseSteps,
    ...afterSteps,
    supervise: superviseStep,
    ...commonSteps,
    ...recusalSteps,
    recuse: { ...recusalSteps.recuse, source: incidentLaw.noInterest },
    ...importedSteps(
      'reported',
      ['verify'],
      [
        { step: 'closedAsImported', to: 'closed', title: text('已结束', 'Closed') },
        { step: 'dismissedAsImported', to: 'dismissed', title: text('不是突发事件', 'Not an incident') },
        { step: 'passedOnAsImported', to: 'passedOn', title: text('转有权机关', 'Passed on') },
      ],
    ),
  },
  ledger: [
    column('reference', '编号', 'Reference'),
    column('eventAt', '发生时间', 'Happened'),
    column('place', '地点', 'Place'),
    column('title', '事件', 'Incident'),
    column('category', '类别', 'Kind'),
    column('level', '事件等级', 'Grade'),
    column('responseLevel', '响应级别', 'Response level'),
    column('reportedAt', '首报时间', 'First reported'),
    column('reportedHow', '首报方式', 'How'),
    column('supplement.met', '续报', 'Supplements'),
    column('deaths', '死亡', 'Deaths'),
    column('missing', '失联', 'Missing'),
    column('injured', '重伤', 'Injured'),
    column('loss', '直接损失', 'Loss'),
    column('measures', '处置措施', 'Measures'),
    column('forces', '到场单位', 'Units'),
    column('endedAt', '响应结束时间', 'Response ended'),
    column('group', '调查组', 'Group'),
    column('submittedOn', '报告日期', 'Report'),
    column('repliedOn', '批复日期', 'Reply'),
    column('fixes', '整改措施', 'Rectification'),
    column('evaluatedOn', '整改评估日期', 'Evaluated'),
    column('reviewTitle', '复盘', 'Review'),
  ],
})

import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { REPORT_CATEGORIES } from '../../shared/v1/categories.ts'
import { commonSteps, sponsorStep, superviseStep } from '../../shared/v1/common-steps.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { intake, petition } from '../../shared/v1/sources.ts'
import { orderingSide } from '../../shared/v1/takers.ts'
import { reportDeadlines } from './deadlines.ts'
import { reportForms } from './forms.ts'
import { reportStates } from './states.ts'
import { reportAnswerSteps } from './steps-answer.ts'
import { reportImportSteps } from './steps-import.ts'
import { reportIntakeSteps } from './steps-intake.ts'

/** Routed once more, the report stays where it is. */
const { to: _, ...routing } = reportIntakeSteps.triage

/** 诉求与线索: whatever comes in, from any channel, until the reporter has an answer. */
export const reportV1 = defineProcedure({
  id: 'report',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('诉求与线索', 'Reports'),
  short: text('诉求', 'Report'),
  prefix: 'SQ',
  purpose: text(
    '各个渠道来的都先收下，定去向，办完告诉反映人',
    'Takes in whatever comes, routes it, and tells the reporter the result',
  ),
  source: petition.rules,
  categories: REPORT_CATEGORIES,
  outcomes: {
    resolved: text('办结', 'Resolved'),
    remediesTold: text('告知法定途径', 'Remedies told'),
    declined: text('不予受理', 'Declined'),
    transferred: text('转有权机关', 'Transferred'),
    merged: text('重复件并办', 'Merged'),
    withdrawn: text('撤回', 'Withdrawn'),
  },
  forms: { ...reportForms, ...importedForms(reportForms.report) },
  documents: {
    acceptance: { title: text('受理通知单', 'Slip of acceptance'), source: petition.tell },
    notice: { title: text('受理告知书', 'Notice of acceptance'), source: petition.tell },
    interim: { title: text('先行答复函', 'Interim answer'), source: intake.interim },
    remedySheet: { title: text('法定途径告知书', 'Sheet of legal remedies'), source: petition.stillDissatisfied },
    declineNotice: { title: text('不予受理告知书', 'Notice of refusal'), source: petition.notAgain },
    dispatch: { title: text('交办单', 'Dispatch order'), source: petition.forward },
    transferLetter: { title: text('转送函', 'Transfer letter'), source: petition.forward },
    reply: { title: text('答复意见书', 'Written reply'), source: petition.opinion },
    followUpRecord: { title: text('回访记录', 'Call-back record'), source: intake.callBack },
  },
  deadlines: reportDeadlines,
  opening: {
    form: 'report',
    by: ['reporter', 'clerk', 'triageOfficer', 'inspector', 'handler', 'mediator', 'leader'],
    state: 'received',
    starts: ['tell', 'route'],
  },
  reporting: {
    steps: {
      add: ['addMaterial'],
      withdraw: ['withdraw'],
      satisfied: ['rateSatisfied'],
      dissatisfied: ['rateDissatisfied'],
    },
    promises: ['tell', 'tellByUnit', 'handle', 'finalReply', 'redo'],
  },
  states: reportStates,
  steps: {
    ...reportIntakeSteps,
    ...reportAnswerSteps,
    ...reportImportSteps,
    ...commonSteps,
    addMaterial: {
      ...commonSteps.addMaterial,
      by: ['reporter', ...commonSteps.addMaterial.by],
      public: text('您补充了情况', 'You added more'),
      publicByOffice: text('工作人员补充了情况', 'The office added more'),
    },
    // Nobody's turn while what came of it runs: for another matter in the same report, or one that came back.
    routeAnother: { ...routing, title: text('再分流一件', 'Route another'), from: ['tracked'], aside: true },
    ruleRemit: {
      ...routing,
      title: text('裁定承办单位', 'Rule on the remit'),
      from: ['tracked'],
      by: orderingSide('leader'),
      guards: [{ the: 'returns', atLeast: 3 }],
      source: intake.noSecondReturn,
      told: text('三次退回后裁定了承办单位', 'ruled who handles it after three returns'),
    },
    supervise: superviseStep,
    sponsor: sponsorStep,
  },
  ledger: [
    { field: 'reference', title: text('登记号', 'Reference') },
    { field: 'tell.start', title: text('收到日期', 'Received on') },
    { field: 'channel', title: text('渠道', 'Channel') },
    { field: 'peopleCount', title: text('人数', 'People') },
    { field: 'placeUnitId', title: text('属地', 'Village or township') },
    { field: 'place', title: text('事项地', 'Place') },
    { field: 'description', title: text('内容摘要', 'Content') },
    { field: 'category', title: text('分类', 'Kind') },
    { field: 'state', title: text('受理、转送、交办', 'State') },
    { field: 'unitId', title: text('去向单位', 'Unit') },
    { field: 'difficulty', title: text('难易', 'Difficulty') },
    { field: 'toldOn', title: text('告知日期', 'Told on') },
    { field: 'handle', title: text('办理期限', 'Due on') },
    { field: 'nextReplyOn', title: text('先行答复延至', 'Interim answer until') },
    { field: 'followUp.start', title: text('答复日期', 'Answered on') },
    { field: 'documentNo', title: text('意见书号', 'Document number') },
    { field: 'opinion', title: text('处理意见', 'Opinion') },
    { field: 'satisfaction', title: text('满意度', 'Satisfaction') },
    { field: 'remedies', title: text('复查、复核等途径', 'Remedies') },
    { field: 'outcome', title: text('办理结果', 'Outcome') },
    { field: 'closedAt', title: text('办结日期', 'Closed') },
  ],
})

import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { DISPUTE_CATEGORIES } from '../../shared/v1/categories.ts'
import { commonSteps, sponsorStep, superviseStep } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { mediation } from '../../shared/v1/sources.ts'
import { disputeDeadlines } from './deadlines.ts'
import { disputeForms } from './forms.ts'
import { mediationSteps, performanceSteps } from './steps.ts'

/** 矛盾纠纷: mediation that every party wants, tier by tier, and its performance. */
export const disputeV1 = defineProcedure({
  id: 'dispute',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('矛盾纠纷排查化解', 'Disputes'),
  short: text('纠纷', 'Dispute'),
  prefix: 'JF',
  purpose: text(
    '各方愿意才调；调成的盯到履行，调不成的讲清别的途径',
    'Mediates when all want it; follows an agreement to performance, or explains the other remedies',
  ),
  source: mediation.law,
  categories: DISPUTE_CATEGORIES,
  outcomes: {
    performed: text('协议已履行', 'Performed'),
    unwilling: text('不同意调解', 'Not willing'),
    remediesTold: text('终止，已告知途径', 'Ended, remedies told'),
    breachTold: text('未履行，转法院途径', 'Not performed, court routes told'),
    escalated: text('上交上一级', 'Escalated'),
    transferred: text('转有权机关', 'Transferred'),
    withdrawn: text('当事人撤回', 'Withdrawn'),
  },
  forms: { ...disputeForms, ...importedForms(disputeForms.dispute) },
  documents: {
    consentForm: { title: text('调解申请或同意书', 'Application or consent form'), source: mediation.free },
    mediationRecord: { title: text('调解工作记录', 'Mediation record'), source: mediation.record },
    agreement: { title: text('调解协议书', 'Mediation agreement'), source: mediation.written },
    endRecord: { title: text('终止调解记录', 'Record of the end'), source: mediation.remedies },
    remedySheet: { title: text('途径告知单', 'Remedy sheet'), source: mediation.remedies },
    followUp: { title: text('履行回访记录', 'Follow-up record'), source: mediation.followUp },
    transferLetter: { title: text('移交函', 'Transfer letter'), source: mediation.pass },
  },
  deadlines: disputeDeadlines,
  opening: {
    form: 'dispute',
    by: ['mediator', 'clerk', 'triageOfficer', 'inspector', 'handler', 'leader'],
    state: 'registered',
    starts: ['accept'],
  },
  states: {
    registered: {
      title: text('待征求意愿', 'To ask consent'),
      group: 'open',
      public: text('登记了，要问各方愿不愿意调解', 'Registered; the parties will be asked'),
      lane: 'clerk',
    },
    consentAsked: {
      title: text('等各方答复', 'Awaiting answers'),
      group: 'waiting',
      public: text('在等各方答复', 'Waiting for the parties to answer'),
      lane: 'clerk',
    },
    accepted: {
      title: text('待定调解员', 'To choose mediator'),
      group: 'open',
      public: text('各方同意，正在定调解员', 'Agreed to; a mediator is being chosen'),
      lane: 'triageOfficer',
    },
    mediatorChosen: {
      title: text('待调解', 'To mediate'),
      group: 'open',
      public: text('定了调解员，准备调解', 'A mediator was chosen'),
    },
    mediating: {
      title: text('调解中', 'Mediating'),
      group: 'open',
      public: text('正在调解', 'In mediation'),
    },
    performing: {
      title: text('履行中', 'Performing'),
      group: 'waiting',
      public: text('达成了协议，正在履行', 'Agreed; being performed'),
      lane: 'mediator',
    },
    breached: {
      title: text('没履行', 'Not performed'),
      group: 'open',
      public: text('协议没有履行，正在督促', 'Not performed; being pressed'),
    },
    failed: {
      title: text('待告知或上交', 'To tell or escalate'),
      group: 'open',
      public: text('没有调成，要告知别的途径', 'No agreement; other remedies will be told'),
      lane: 'mediator',
    },
    performed: {
      title: text('已履行', 'Performed'),
      group: 'done',
      outcome: 'performed',
      public: text('协议履行了', 'The agreement was performed'),
    },
    unwilling: {
      title: text('不同意调解', 'Not willing'),
      group: 'done',
      outcome: 'unwilling',
      public: text('有一方不愿调解，已告知别的途径', 'One party declined; other remedies were told'),
    },
    remediesTold: {
      title: text('已终止', 'Ended'),
      group: 'done',
      outcome: 'remediesTold',
      public: text('没有调成，已告知别的途径', 'No agreement; other remedies were told'),
    },
    breachTold: {
      title: text('转法院途径', 'Court routes told'),
      group: 'done',
      outcome: 'breachTold',
      public: text('没有履行，已告知申请执行或起诉', 'Not performed; court routes were told'),
    },
    escalated: {
      title: text('已上交', 'Escalated'),
      group: 'done',
      outcome: 'escalated',
      public: text('交上一级调解', 'Passed to the next tier'),
    },
    transferred: {
      title: text('已转有权机关', 'Transferred'),
      group: 'done',
      outcome: 'transferred',
      public: text('转给有权处理的机关', 'Passed to the competent organ'),
    },
    withdrawn: {
      title: text('已撤回', 'Withdrawn'),
      group: 'done',
      outcome: 'withdrawn',
      public: text('当事人撤回', 'Withdrawn by the parties'),
    },
  },
  steps: {
    ...mediationSteps,
    ...performanceSteps,
    ...commonSteps,
    supervise: superviseStep,
    sponsor: sponsorStep,
    ...importedSteps(
      'registered',
      ['accept'],
      [
        { step: 'performedAsImported', to: 'performed', title: text('协议已履行', 'Performed') },
        { step: 'unwillingAsImported', to: 'unwilling', title: text('不同意调解', 'Not willing') },
        { step: 'remediesToldAsImported', to: 'remediesTold', title: text('没有调成', 'No agreement') },
        { step: 'breachToldAsImported', to: 'breachTold', title: text('没有履行', 'Not performed') },
        { step: 'escalatedAsImported', to: 'escalated', title: text('已上交', 'Escalated') },
        { step: 'transferredAsImported', to: 'transferred', title: text('已转有权机关', 'Transferred') },
        { step: 'withdrawnAsImported', to: 'withdrawn', title: text('已撤回', 'Withdrawn') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'foundOn', title: text('排查或受理日期', 'Found or applied on') },
    { field: 'source', title: text('来源', 'Source') },
    { field: 'placeUnitId', title: text('属地', 'Village or township') },
    { field: 'partyA', title: text('甲方（称谓）', 'Party A') },
    { field: 'partyB', title: text('乙方（称谓）', 'Party B') },
    { field: 'partyAPhone', title: text('甲方联系方式（密）', 'Contact of party A (sealed)') },
    { field: 'partyBPhone', title: text('乙方联系方式（密）', 'Contact of party B (sealed)') },
    { field: 'peopleCount', title: text('涉及人数', 'People involved') },
    { field: 'category', title: text('纠纷类型', 'Kind') },
    { field: 'description', title: text('简要情况', 'Facts') },
    { field: 'claims', title: text('诉求', 'Claims') },
    { field: 'level', title: text('风险等级', 'Level') },
    { field: 'difficulty', title: text('化解难度', 'Difficulty') },
    { field: 'unitId', title: text('主办单位', 'Unit') },
    { field: 'sponsorPostId', title: text('包案领导', 'Sponsoring leader') },
    { field: 'ownerPostId', title: text('调解员', 'Mediator') },
    { field: 'record', title: text('进展', 'Progress') },
    { field: 'outcome', title: text('化解结果', 'Outcome') },
    { field: 'agreementNo', title: text('协议编号', 'Agreement number') },
    { field: 'agreementAmount', title: text('协议金额', 'Amount') },
    { field: 'performance', title: text('履行情况', 'Performance') },
    { field: 'confirmation', title: text('司法确认', 'Confirmation') },
    { field: 'visitedOn', title: text('回访日期', 'Followed up on') },
    { field: 'closedAt', title: text('办结日期', 'Closed') },
    { field: 'note', title: text('备注', 'Note') },
  ],
})

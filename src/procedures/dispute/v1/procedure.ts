import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { DISPUTE_CATEGORIES } from '../../shared/v1/categories.ts'
import { commonSteps, sponsorStep, superviseStep } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { reregisterStep, returnForms, returnOutcomes, returnStates, returnStep } from '../../shared/v1/putting-right.ts'
import { liftRecusalStep, recusalForms } from '../../shared/v1/recusal.ts'
import { mediation, ownRule } from '../../shared/v1/sources.ts'
import { responsibleSide } from '../../shared/v1/takers.ts'
import { disputeDeadlines } from './deadlines.ts'
import { disputeForms } from './forms.ts'
import { disputeStates } from './states.ts'
import { consentSteps } from './steps-consent.ts'
import { mediationSteps } from './steps-mediation.ts'
import { performanceSteps } from './steps-performance.ts'

/** 矛盾纠纷: mediation that every party wants, tier by tier, and its performance. */
export const disputeV1 = defineProcedure({
  id: 'dispute',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('矛盾纠纷排查化解', 'Disputes'),
  short: text('纠纷', 'Dispute'),
  prefix: 'JF',
  purpose: text(
    '各方都愿意才调解；达成协议的跟到履行，未达成的告知救济途径',
    'Mediates when all want it; follows an agreement to performance, or explains the other remedies',
  ),
  source: mediation.law,
  categories: DISPUTE_CATEGORIES,
  outcomes: {
    ...returnOutcomes,
    performed: text('协议已履行', 'Performed'),
    unwilling: text('不同意调解', 'Not willing'),
    remediesTold: text('未达成协议，已告知救济途径', 'Ended, remedies told'),
    breachTold: text('未履行，已告知诉讼、执行途径', 'Not performed, court routes told'),
    escalated: text('提级调处', 'Referred to the next tier'),
    transferred: text('移送有权机关', 'Transferred'),
    withdrawn: text('当事人撤回', 'Withdrawn'),
  },
  forms: {
    ...disputeForms,
    ...returnForms,
    liftRecusal: recusalForms.liftRecusal,
    ...importedForms(disputeForms.dispute),
  },
  documents: {
    consentForm: { title: text('调解申请书或同意书', 'Application or consent form'), source: mediation.free },
    mediationRecord: {
      title: text('人民调解记录（行政调解为调解笔录）', 'Mediation record'),
      source: mediation.record,
    },
    agreement: {
      title: text('人民调解协议书（行政调解为行政调解协议书）', 'Mediation agreement'),
      source: mediation.written,
    },
    endRecord: { title: text('终止调解记录', 'Record of the end'), source: mediation.remedies },
    remedySheet: { title: text('救济途径告知书', 'Remedy sheet'), source: mediation.remedies },
    followUp: { title: text('履行回访记录', 'Follow-up record'), source: mediation.followUp },
    transferLetter: { title: text('移送函', 'Transfer letter'), source: mediation.pass },
    policeReport: { title: text('报告公安机关函', 'Letter to the police'), source: mediation.police },
  },
  deadlines: disputeDeadlines,
  seats: {
    party: { title: text('当事人', 'Parties'), holds: 'party', many: true },
    timeParty: { title: text('被征求延长的当事人', 'Parties asked for more time'), holds: 'party', many: true },
  },
  opening: {
    form: 'dispute',
    by: ['mediator', 'clerk', 'triageOfficer', 'inspector', 'handler', 'leader'],
    state: 'registered',
    starts: ['accept'],
  },
  states: { ...disputeStates, ...returnStates },
  steps: {
    ...consentSteps,
    ...mediationSteps,
    ...performanceSteps,
    ...commonSteps,
    // The petition rules say nothing of a dispute that nobody petitions about.
    giveBack: returnStep(['registered']),
    reregister: reregisterStep(['registered']),
    liftRecusal: liftRecusalStep(responsibleSide('leader', 'triageOfficer')),
    supervise: { ...superviseStep, source: ownRule },
    sponsor: { ...sponsorStep, source: ownRule },
    ...importedSteps(
      'registered',
      ['accept'],
      [
        { step: 'performedAsImported', to: 'performed', title: text('协议已履行', 'Performed') },
        { step: 'unwillingAsImported', to: 'unwilling', title: text('不同意调解', 'Not willing') },
        { step: 'remediesToldAsImported', to: 'remediesTold', title: text('未达成协议', 'No agreement') },
        { step: 'breachToldAsImported', to: 'breachTold', title: text('未履行', 'Not performed') },
        { step: 'escalatedAsImported', to: 'escalated', title: text('已提级调处', 'Referred upwards') },
        { step: 'transferredAsImported', to: 'transferred', title: text('已移送有权机关', 'Transferred') },
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

import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import {
  commonForms,
  commonSteps,
  sponsorForm,
  sponsorStep,
  superviseForm,
  superviseStep,
} from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { liftRecusalStep, recusalForms } from '../../shared/v1/recusal.ts'
import { petition } from '../../shared/v1/sources.ts'
import { PETITION_CATEGORIES } from './categories.ts'
import { petitionDeadlines } from './deadlines.ts'
import { petitionIntakeForms } from './forms-intake.ts'
import { petitionOpinionForms } from './forms-opinion.ts'
import { petitionReviewForms } from './forms-review.ts'
import { petitionStates } from './states.ts'
import { petitionHandlingSteps } from './steps-handling.ts'
import { petitionIntakeSteps } from './steps-intake.ts'
import { petitionReviewSteps } from './steps-review.ts'
import { HEADS } from './takers.ts'

/** 信访事项: received, routed, investigated, answered in writing, and reviewed twice if the petitioner asks. */
export const petitionV1 = defineProcedure({
  id: 'petition',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('信访事项', 'Petitions'),
  short: text('信访', 'Petition'),
  prefix: 'XF',
  purpose: text(
    '十五日内告知，六十日内出具处理意见；不服的，可以复查、复核',
    'Told within fifteen days, answered in writing within sixty; open to review and re-review',
  ),
  source: petition.rules,
  categories: PETITION_CATEGORIES,
  outcomes: {
    concluded: text('办结', 'Concluded'),
    settled: text('调解和解', 'Settled'),
    otherRoute: text('告知法定途径', 'Other route told'),
    transferred: text('转有权机关', 'With another organ'),
    notAcceptedAgain: text('不再受理', 'Not accepted again'),
    withdrawn: text('撤回', 'Withdrawn'),
  },
  forms: {
    ...commonForms,
    ...petitionIntakeForms,
    ...petitionOpinionForms,
    ...petitionReviewForms,
    liftRecusal: recusalForms.liftRecusal,
    sponsor: sponsorForm,
    supervise: superviseForm,
    ...importedForms(petitionIntakeForms.petition),
  },
  documents: {
    receipt: { title: text('收件回执', 'Receipt'), source: petition.enter },
    acceptance: { title: text('受理告知书', 'Notice of acceptance'), source: petition.tell },
    notice: { title: text('告知书', 'Notice'), source: petition.tell },
    routeNotice: { title: text('法定途径告知书', 'Notice of the legal route'), source: petition.sixRoutes },
    notAgainNotice: {
      title: text('不再受理告知书', 'Notice that it is not accepted again'),
      source: petition.notAgain,
    },
    forwardLetter: { title: text('转送函', 'Letter of forwarding'), source: petition.forward },
    dispatch: { title: text('交办函', 'Letter of assignment'), source: petition.forward },
    objection: { title: text('异议函', 'Objection'), source: petition.tell },
    ruling: { title: text('承办单位决定书', 'Decision on the competent unit'), source: petition.remit },
    transferLetter: { title: text('移送函', 'Transfer letter'), source: petition.secrecy },
    hearingNotice: { title: text('听证通知书', 'Notice of hearing'), source: petition.opinion },
    hearingRecord: { title: text('听证笔录', 'Record of the hearing'), source: petition.opinion },
    extensionNotice: { title: text('延期办理告知书', 'Notice of extension'), source: petition.limit },
    opinion: { title: text('信访事项处理意见书', 'Opinion letter'), source: petition.opinion },
    agreement: { title: text('调解和解协议书', 'Agreement'), source: petition.settle },
    report: { title: text('办理结果报告', 'Report of the result'), source: petition.forward },
    executionReport: { title: text('执行情况报告', 'Report on execution'), source: petition.opinion },
    serviceRecord: { title: text('送达回证', 'Record of service'), source: petition.review },
    reviewOpinion: { title: text('复查意见书', 'Review opinion'), source: petition.review },
    recheckOpinion: { title: text('复核意见书', 'Re-review opinion'), source: petition.recheck },
  },
  deadlines: petitionDeadlines,
  opening: {
    form: 'petition',
    by: ['clerk', 'triageOfficer', 'handler', 'leader'],
    state: 'received',
    starts: ['route', 'tell'],
  },
  reporting: {
    steps: {
      add: ['addMaterial'],
      withdraw: ['withdraw'],
      satisfied: ['acceptOpinion'],
      dissatisfied: ['requestReview', 'requestRecheck'],
    },
    promises: ['tell', 'tellByUnit', 'handle', 'duty', 'study', 'redo', 'review', 'recheck'],
  },
  states: petitionStates,
  steps: {
    ...petitionIntakeSteps,
    ...petitionHandlingSteps,
    ...petitionReviewSteps,
    liftRecusal: liftRecusalStep(HEADS),
    ...importedSteps(
      'received',
      ['route', 'tell', 'handle'],
      [
        {
          step: 'closeAsImported',
          to: 'closed',
          title: text('已办结', 'Concluded'),
          public: text('已经办结', 'Concluded'),
        },
        {
          step: 'settleAsImported',
          to: 'settled',
          title: text('已和解', 'Settled'),
          public: text('达成了协议', 'An agreement was reached'),
        },
        {
          step: 'routeAsImported',
          to: 'informedOtherRoute',
          title: text('走其他法定途径', 'Another route'),
          public: text('告诉了您应当走的法定途径', 'You were told which legal route applies'),
        },
        {
          step: 'transferAsImported',
          to: 'transferred',
          title: text('已转出', 'Transferred'),
          public: text('转给有权处理的机关', 'Passed to the competent organ'),
        },
        {
          step: 'refuseAsImported',
          to: 'notAcceptedAgain',
          title: text('不再受理', 'Not accepted again'),
          public: text('没有再受理', 'Not accepted again'),
        },
        {
          step: 'withdrawAsImported',
          to: 'withdrawn',
          title: text('信访人撤回', 'Withdrawn'),
          public: text('撤回了', 'Withdrawn'),
        },
      ],
    ),
    ...commonSteps,
    addMaterial: {
      ...commonSteps.addMaterial,
      by: ['reporter', ...commonSteps.addMaterial.by],
      public: text('您补充了情况', 'You added more'),
      publicByOffice: text('工作人员补充了情况', 'The office added more'),
    },
    supervise: superviseStep,
    sponsor: sponsorStep,
  },
  // Who petitioned has no column: the ledger never names anybody.
  ledger: [
    { field: 'reference', title: text('登记号', 'Reference') },
    { field: 'tell.start', title: text('收到日期', 'Received on') },
    { field: 'channel', title: text('渠道', 'Channel') },
    { field: 'peopleCount', title: text('人数', 'People') },
    { field: 'place', title: text('事项地', 'Place') },
    { field: 'description', title: text('内容摘要', 'Content') },
    { field: 'category', title: text('分类', 'Kind') },
    { field: 'route', title: text('办理途径', 'Route') },
    { field: 'state', title: text('受理、转送、交办', 'State') },
    { field: 'unitId', title: text('去向单位', 'Unit') },
    { field: 'toldOn', title: text('告知日期', 'Told on') },
    { field: 'handle', title: text('办理期限', 'Due on') },
    { field: 'extendBy', title: text('延期', 'Extension') },
    { field: 'servedOn', title: text('答复日期', 'Answered on') },
    { field: 'documentNo', title: text('意见书号', 'Opinion number') },
    { field: 'opinion', title: text('处理意见', 'Opinion') },
    { field: 'reviewOpinion', title: text('复查', 'Review') },
    { field: 'recheckOpinion', title: text('复核', 'Re-review') },
    { field: 'satisfaction', title: text('满意度', 'Satisfaction') },
    { field: 'outcome', title: text('办理结果', 'Outcome') },
    { field: 'closedAt', title: text('办结日期', 'Concluded') },
  ],
})

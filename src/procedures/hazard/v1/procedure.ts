import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { HAZARD_CATEGORIES } from '../../shared/v1/categories.ts'
import { commonSteps, sponsorStep, superviseStep } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { reregisterStep, returnForms, returnOutcomes, returnStates, returnStep } from '../../shared/v1/putting-right.ts'
import { ownRule, safety } from '../../shared/v1/sources.ts'
import { checkDeadlines } from './deadlines-check.ts'
import { listingDeadlines } from './deadlines-listing.ts'
import { orderDeadlines } from './deadlines-order.ts'
import { hazardForms } from './forms.ts'
import { hazardStates } from './states.ts'
import { hazardCheckSteps } from './steps-check.ts'
import { hazardClosingSteps } from './steps-closing.ts'
import { hazardForceSteps } from './steps-force.ts'
import { hazardListingSteps } from './steps-listing.ts'
import { hazardOrderSteps } from './steps-order.ts'
import { hazardRecordSteps } from './steps-record.ts'

/** 隐患排查整改: from what was found at a site to a fix that somebody else has checked. */
export const hazardV1 = defineProcedure({
  id: 'hazard',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('隐患排查整改', 'Hazards'),
  short: text('隐患', 'Hazard'),
  prefix: 'YH',
  purpose: text(
    '查出来的隐患写明整改单位、整改措施、整改时限；改完由别人复查，再由领导批准销号',
    'Each hazard has someone to fix it, a way and a day; somebody else checks the fix, and a leader writes it off',
  ),
  source: safety.law,
  categories: HAZARD_CATEGORIES,
  outcomes: {
    writtenOff: text('已销号', 'Written off'),
    ...returnOutcomes,
    notHazard: text('不构成隐患', 'Not a hazard'),
    passedOn: text('移送有权部门', 'Passed on'),
  },
  forms: { ...hazardForms, ...returnForms, ...importedForms(hazardForms.hazard) },
  documents: {
    inspectionRecord: { title: text('现场检查记录', 'Inspection record'), source: safety.order },
    judgment: { title: text('重大火灾隐患判定意见', 'Judgment of a major fire hazard'), source: safety.fireJudgment },
    tipOffRecord: { title: text('举报事项核查材料', 'Findings on a tip-off'), source: safety.tipOff },
    majorReport: { title: text('重大事故隐患报告', 'Report of a major hazard'), source: safety.reportMajor },
    passLetter: { title: text('移送函', 'Letter of transfer'), source: safety.tipOff },
    order: { title: text('责令限期整改指令书', 'Rectification order'), source: safety.order },
    fireOrder: { title: text('责令限期改正通知书', 'Fire order'), source: safety.fireLaw },
    plan: { title: text('重大事故隐患治理方案', 'Plan for a major hazard'), source: safety.majorPlan },
    rectificationReport: { title: text('整改情况报告', 'Rectification report') },
    reinspection: { title: text('整改复查意见书', 'Reinspection opinion'), source: safety.reinspection },
    resumption: { title: text('恢复生产经营审查意见书', 'Opinion on resuming work'), source: safety.order },
    listing: { title: text('挂牌督办通知书', 'Listing notice'), source: safety.listing },
    delisting: { title: text('摘牌通知书', 'Delisting notice'), source: safety.listing },
    penalty: { title: text('行政处罚决定书', 'Penalty decision'), source: safety.refusal },
    seal: { title: text('查封决定书', 'Sealing decision'), source: safety.seal },
    powerCutNotice: { title: text('停止供电通知书', 'Notice of a power cut'), source: safety.powerCut },
    writeOff: { title: text('隐患销号审批表', 'Write-off form') },
  },
  deadlines: { ...orderDeadlines, ...checkDeadlines, ...listingDeadlines },
  opening: {
    form: 'hazard',
    by: ['inspector', 'handler', 'clerk', 'triageOfficer', 'leader'],
    state: 'recorded',
    starts: ['order', 'orderFire'],
  },
  states: { ...hazardStates, ...returnStates },
  steps: {
    ...hazardRecordSteps,
    ...hazardOrderSteps,
    ...hazardCheckSteps,
    ...hazardClosingSteps,
    ...hazardListingSteps,
    ...hazardForceSteps,
    raiseRisk: {
      title: text('登记为风险', 'Raise risk'),
      from: 'open',
      by: ['inspector', 'triageOfficer', 'leader'],
      form: 'risk',
      aside: true,
      opens: [
        {
          procedure: 'risk',
          link: 'childOf',
          carry: {
            title: 'riskTitle',
            description: 'riskReason',
            category: 'riskDimension',
            place: 'place',
            placeUnit: 'placeUnit',
          },
        },
      ],
      source: safety.reportMajor,
      told: text('登记为风险', 'raised a risk'),
    },
    ...commonSteps,
    giveBack: returnStep(['recorded', 'graded'], ['notListed']),
    reregister: reregisterStep(['recorded', 'graded'], ['notListed']),
    // The petition rules say nothing of hazards.
    supervise: { ...superviseStep, source: safety.law },
    sponsor: { ...sponsorStep, source: ownRule },
    ...importedSteps(
      'recorded',
      ['order', 'orderFire', 'rectify'],
      [
        { step: 'writtenOffAsImported', to: 'writtenOff', title: text('已销号', 'Written off') },
        { step: 'notHazardAsImported', to: 'notHazard', title: text('不构成隐患', 'Not a hazard') },
        { step: 'passedOnAsImported', to: 'passedOn', title: text('已移送', 'Passed on') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'foundOn', title: text('排查日期', 'Found on') },
    { field: 'placeName', title: text('被查单位或场所', 'Place inspected') },
    { field: 'placeType', title: text('场所类别', 'Kind of place') },
    { field: 'place', title: text('地址', 'Address') },
    { field: 'placeUnitId', title: text('所属乡镇或网格', 'Village or township') },
    { field: 'inspectors', title: text('检查人', 'Inspectors') },
    { field: 'source', title: text('检查类型', 'Kind of check') },
    { field: 'spot', title: text('隐患部位', 'Exact spot') },
    { field: 'description', title: text('隐患描述', 'Description') },
    { field: 'category', title: text('隐患类别', 'Kind') },
    { field: 'level', title: text('隐患等级', 'Level') },
    { field: 'legalBasis', title: text('依据条款', 'Article') },
    { field: 'photos', title: text('整改前照片', 'Photos before') },
    { field: 'measures', title: text('整改措施', 'Measures') },
    { field: 'responsibleUnit', title: text('责任单位', 'Responsible unit') },
    { field: 'responsiblePerson', title: text('整改责任人', 'Person responsible') },
    { field: 'fund', title: text('资金（元）', 'Funds (yuan)') },
    { field: 'rectifyBy', title: text('整改期限', 'Rectify by') },
    { field: 'interimMeasures', title: text('防范措施（重大）', 'Interim measures') },
    { field: 'documentNo', title: text('文书编号', 'Document number') },
    { field: 'fixedOn', title: text('整改完成日期', 'Fixed on') },
    { field: 'photosAfter', title: text('整改后照片', 'Photos after') },
    { field: 'reinspectedOn', title: text('复查日期', 'Reinspected on') },
    { field: 'reinspectors', title: text('复查人', 'Reinspected by') },
    { field: 'opinion', title: text('复查意见', 'Opinion') },
    { field: 'listedOn', title: text('挂牌日期', 'Listed on') },
    { field: 'listedBy', title: text('挂牌单位', 'Listed by') },
    { field: 'delistedOn', title: text('摘牌日期', 'Delisted on') },
    { field: 'outcome', title: text('是否销号', 'Written off') },
    { field: 'writtenOffOn', title: text('销号日期', 'Written off on') },
    { field: 'penalty', title: text('处罚情况', 'Penalty') },
    { field: 'note', title: text('备注', 'Note') },
  ],
})

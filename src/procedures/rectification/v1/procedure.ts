import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { assistSteps } from '../../shared/v1/assisting.ts'
import { PROBLEM_SOURCES } from '../../shared/v1/categories.ts'
import { commonSteps, superviseStep } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { governance } from '../../shared/v1/sources.ts'
import { rectificationDeadlines } from './deadlines.ts'
import { rectificationForms } from './forms.ts'
import { rectificationStates } from './states.ts'
import { rectificationOrderSteps } from './steps-order.ts'
import { rectificationWorkSteps } from './steps-work.ts'

/** 整改: one problem of a list, from responsibility to write-off and look-back. */
export const rectificationV1 = defineProcedure({
  id: 'rectification',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('问题整改销号', 'Rectification'),
  short: text('整改', 'Rectification'),
  prefix: 'ZG',
  ordered: true,
  purpose: text(
    '一个问题一条：整改单位、整改目标、整改时限；由别人验收后销号',
    'One line for one problem: who, what and when; written off after another has accepted it',
  ),
  source: governance.writeOff,
  categories: PROBLEM_SOURCES,
  outcomes: { writtenOff: text('已销号', 'Written off'), cancelled: text('已撤销', 'Cancelled') },
  forms: { ...rectificationForms, ...importedForms(rectificationForms.rectification) },
  documents: {
    responsibilityList: { title: text('责任清单', 'Responsibility list'), source: governance.writeOff },
    evidence: { title: text('整改佐证', 'Evidence'), source: governance.writeOff },
    acceptance: { title: text('验收意见', 'Acceptance opinion'), source: governance.writeOff },
    writeOff: { title: text('销号审批表', 'Write-off form'), source: governance.writeOff },
    lookBack: { title: text('回头看记录', 'Look-back record'), source: governance.lookBack },
  },
  deadlines: rectificationDeadlines,
  opening: {
    form: 'rectification',
    by: ['reviewer', 'triageOfficer', 'inspector', 'leader', 'clerk'],
    state: 'listed',
    starts: ['settle'],
  },
  states: rectificationStates,
  steps: {
    ...rectificationOrderSteps,
    ...rectificationWorkSteps,
    ...assistSteps,
    ...commonSteps,
    ...recusalSteps,
    supervise: superviseStep,
    ...importedSteps(
      'listed',
      ['settle', 'rectify'],
      [
        { step: 'writtenOffAsImported', to: 'writtenOff', title: text('已销号', 'Written off') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已撤销', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'category', title: text('问题来源', 'Source') },
    { field: 'feedbackOn', title: text('反馈日期', 'Told on') },
    { field: 'problemNo', title: text('问题编号', 'Problem number') },
    { field: 'title', title: text('问题描述', 'Problem') },
    { field: 'description', title: text('问题表现和佐证', 'How it shows') },
    { field: 'kind', title: text('整改类型', 'Kind') },
    { field: 'goal', title: text('整改目标', 'Goal') },
    { field: 'measure', title: text('整改措施', 'Measure') },
    { field: 'unitId', title: text('牵头单位', 'Lead unit') },
    { field: 'assists', title: text('配合单位', 'Assisting units') },
    { field: 'ownerPostId', title: text('直接责任岗位', 'Responsible post') },
    { field: 'sponsorPostId', title: text('责任领导', 'Leader in charge') },
    { field: 'dueOn', title: text('完成时限', 'Due on') },
    { field: 'doneWork', title: text('整改进展', 'What was done') },
    { field: 'materials', title: text('佐证材料', 'Evidence') },
    { field: 'fixedOn', title: text('完成日期', 'Done on') },
    { field: 'verifierPostId', title: text('验收岗位', 'Accepting post') },
    { field: 'opinion', title: text('验收意见', 'Opinion') },
    { field: 'writtenOffOn', title: text('销号日期', 'Written off on') },
    { field: 'lookBack', title: text('回头看结果', 'Look-back') },
  ],
})

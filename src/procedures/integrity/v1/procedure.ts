import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { liftRecusalStep, recusalForms, recusalSteps } from '../../shared/v1/recusal.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { integrity } from '../../shared/v1/sources-apart.ts'
import { integrityDeadlines } from './deadlines.ts'
import { pointForms } from './forms-point.ts'
import { CATEGORIES, opening, recordForms } from './forms-record.ts'
import { integrityStates } from './states.ts'
import { integritySteps, RECORDERS } from './steps.ts'

/**
 * 廉政: points of risk with their controls, and sealed records of interference. For the supervision office, the chief it names and
 * whoever recorded; never for those who are named, never for the line above. Every reading is on record.
 */
export const integrityV1 = defineProcedure({
  id: 'integrity',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('廉政风险和“三个规定”填报', 'Integrity: points of risk, records of interference'),
  short: text('廉政', 'Integrity'),
  prefix: 'LZ',
  purpose: text(
    '如实记录，只补不改，记录人受保护；风险点按等级防控，每年重新定级',
    'Recorded in full and only added to, the recorder protected; points controlled by grade and graded anew each year',
  ),
  source: integrity.duty,
  categories: CATEGORIES,
  outcomes: {
    concluded: text('已办结', 'Concluded'),
    retired: text('不再是风险点', 'No point any more'),
    reported: text('已报', 'Reported'),
  },
  sight: { only: ['auditor'], line: 'own', readings: true },
  forms: {
    opening,
    ...recordForms,
    ...pointForms,
    recuse: recusalForms.recuse,
    liftRecusal: recusalForms.liftRecusal,
    ...importedForms(opening),
  },
  documents: {
    recordForm: { title: text('填报登记表（一案一表）', 'Record, one for each case'), source: integrity.rules },
    report: { title: text('专项报告', 'Special report'), source: integrity.atOnce },
    quarterReport: { title: text('季度分析报告', 'Quarterly analysis'), source: integrity.quarterly },
  },
  deadlines: integrityDeadlines,
  schedules: {
    quarterly: {
      named: text('“三个规定”季度报告', 'Quarterly report on interference'),
      every: 'quarter',
      opens: { at: 'end', before: 5 },
      due: { field: 'dueOn', at: 'end', after: 10 },
      units: ['court'],
      answers: { category: 'quarterly' },
      source: integrity.quarterly,
    },
  },
  opening: { form: 'opening', by: RECORDERS, state: 'registered', starts: ['sort', 'quarter', 'reportAtOnce'] },
  states: integrityStates,
  steps: {
    ...integritySteps,
    recuse: {
      ...recusalSteps.recuse,
      by: ['auditor', 'president', 'leader'],
      raises: ['responsible'],
      source: ownRule,
    },
    liftRecusal: {
      ...liftRecusalStep([
        { role: 'president', is: 'supervisor' },
        { role: 'leader', is: 'supervisor' },
      ]),
      source: ownRule,
    },
    ...importedSteps(
      'registered',
      ['sort', 'quarter', 'reportAtOnce'],
      [
        { step: 'concludedAsImported', to: 'concluded', title: text('已办结', 'Concluded') },
        { step: 'retiredAsImported', to: 'retired', title: text('已撤销', 'Retired') },
        { step: 'reportedAsImported', to: 'quarterFiled', title: text('已报', 'Reported') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'category', title: text('类别', 'Kind') },
    { field: 'title', title: text('标题', 'Title') },
    { field: 'openedAt', title: text('登记日期', 'Recorded on') },
    { field: 'caseNo', title: text('案号', 'Case number') },
    { field: 'happenedOn', title: text('发生日期', 'Day') },
    { field: 'means', title: text('方式', 'How') },
    { field: 'affects', title: text('是否影响办案', 'Case affected') },
    { field: 'reportedTo', title: text('报给谁', 'Reported to') },
    { field: 'conclusion', title: text('核查结果', 'Result') },
    { field: 'powerItem', title: text('权力事项', 'Power') },
    { field: 'processStep', title: text('流程环节', 'Step') },
    { field: 'riskForm', title: text('风险表现形式', 'How it may show') },
    { field: 'level', title: text('风险等级', 'Grade') },
    { field: 'controls', title: text('防控措施', 'Controls') },
    { field: 'ownerPostId', title: text('防控责任岗位', 'Controlled by') },
    { field: 'regrade', title: text('复评日期', 'To be graded anew') },
    { field: 'recordCount', title: text('季度件数', 'Records in the quarter') },
    { field: 'outcome', title: text('状态', 'Outcome') },
  ],
})

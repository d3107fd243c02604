import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { periodic } from '../../shared/v1/sources-periodic.ts'
import { periodicReportForms, REPORT_KINDS } from './forms.ts'
import { periodicReportDeadlines, periodicReportStates, periodicReportSteps } from './steps.ts'

/** 定期报告: what a unit reports each period, whether or not anything happened. The calendar opens it. */
export const periodicReportV1 = defineProcedure({
  id: 'periodicReport',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('定期报告', 'Regular reports'),
  short: text('定期报告', 'Regular report'),
  prefix: 'DQ',
  purpose: text(
    '到期自动登记，起草、审签、按时报送；没有情况也要报',
    'Opened by the calendar; drafted, signed and filed in time, also when there is nothing to report',
  ),
  source: ownRule,
  categories: REPORT_KINDS,
  outcomes: { filed: text('已报送', 'Filed'), cancelled: text('已撤销', 'Cancelled') },
  forms: { ...periodicReportForms, ...importedForms(periodicReportForms.assignment) },
  documents: { report: { title: text('定期报告', 'Regular report') } },
  deadlines: periodicReportDeadlines,
  schedules: {
    petitionYear: {
      named: text('信访工作年度报告', 'Yearly report on petitions'),
      every: 'year',
      opens: { at: 'end', before: 30 },
      due: { field: 'dueOn', at: 'end' },
      units: ['county'],
      answers: { category: 'petitionYear' },
      source: periodic.petitionYear,
    },
    hazardQuarter: {
      named: text('隐患排查治理统计', 'Statistics of hazards'),
      every: 'quarter',
      opens: { at: 'end', before: 5 },
      due: { field: 'dueOn', at: 'end', after: 15 },
      units: ['township', 'department'],
      answers: { category: 'hazardStatistics' },
      source: periodic.hazardStatistics,
    },
    hazardYear: {
      named: text('隐患排查治理年度统计', 'Yearly statistics of hazards'),
      every: 'year',
      opens: { at: 'end', before: 10 },
      due: { field: 'dueOn', at: 'end', after: 31 },
      units: ['township', 'department'],
      answers: { category: 'hazardStatistics' },
      source: periodic.hazardStatistics,
    },
  },
  opening: {
    form: 'assignment',
    by: ['triageOfficer', 'leader', 'clerk', 'inspector'],
    state: 'toWrite',
    starts: ['file'],
  },
  states: periodicReportStates,
  steps: {
    ...periodicReportSteps,
    ...commonSteps,
    ...recusalSteps,
    ...importedSteps(
      'toWrite',
      ['file'],
      [
        { step: 'filedAsImported', to: 'filed', title: text('已报送', 'Filed') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已撤销', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('报告', 'Report') },
    { field: 'category', title: text('种类', 'Kind') },
    { field: 'unitId', title: text('报告单位', 'Unit') },
    { field: 'openedAt', title: text('布置日期', 'Asked on') },
    { field: 'dueOn', title: text('报送时限', 'Due on') },
    { field: 'isNil', title: text('有无情况', 'Anything to report') },
    { field: 'figures', title: text('统计数', 'Figures') },
    { field: 'signature', title: text('审签意见', 'Opinion of the head') },
    { field: 'filedTo', title: text('报给谁', 'Filed with') },
    { field: 'filedOn', title: text('报送日期', 'Filed on') },
    { field: 'filingNo', title: text('文号', 'Number') },
    { field: 'state', title: text('状态', 'State') },
  ],
})

import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { REVIEW_SUBJECTS } from '../../shared/v1/categories.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { governance, safety } from '../../shared/v1/sources.ts'
import { aarDeadlines } from './deadlines.ts'
import { aarForms } from './forms.ts'
import { aarStates } from './states.ts'
import { aarSteps } from './steps.ts'

/** 复盘: what happened, why, who changes what, and who else should look. About procedures and places, never about a person. */
export const aarV1 = defineProcedure({
  id: 'aar',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('事后复盘', 'After-action review'),
  short: text('复盘', 'Review'),
  prefix: 'FP',
  purpose: text(
    '理清经过和原因，列出问题，逐条整改，同类单位举一反三',
    'Sets out course and causes, lists problems, rectifies each, and passes the lesson on',
  ),
  source: governance.review,
  categories: REVIEW_SUBJECTS,
  outcomes: {
    learned: text('问题整改完', 'Problems rectified'),
    nothingFound: text('没有要改的', 'Nothing to change'),
    cancelled: text('已撤销', 'Cancelled'),
  },
  forms: { ...aarForms, ...importedForms(aarForms.aar) },
  documents: {
    report: { title: text('复盘报告', 'Review report'), source: governance.review },
    problemList: { title: text('问题清单', 'Problem list') },
    lesson: { title: text('举一反三通知', 'Lesson notice') },
    evaluation: { title: text('整改落实评估', 'Evaluation of the measures'), source: safety.evaluation },
  },
  deadlines: aarDeadlines,
  opening: {
    form: 'aar',
    by: ['reviewer', 'leader', 'triageOfficer'],
    state: 'opened',
    starts: ['analyse'],
  },
  states: aarStates,
  steps: {
    ...aarSteps,
    ...commonSteps,
    ...recusalSteps,
    ...importedSteps(
      'opened',
      ['analyse'],
      [
        { step: 'closedAsImported', to: 'closed', title: text('已办结', 'Closed') },
        { step: 'nothingFoundAsImported', to: 'nothingFound', title: text('没有发现问题', 'Nothing found') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已撤销', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('复盘编号', 'Reference') },
    { field: 'title', title: text('复盘题目', 'Title') },
    { field: 'category', title: text('复盘对象', 'Reviewed') },
    { field: 'eventOn', title: text('发生日期', 'Day of the event') },
    { field: 'place', title: text('地点', 'Place') },
    { field: 'unitId', title: text('主持单位', 'Reviewing unit') },
    { field: 'causes', title: text('根本原因', 'Root causes') },
    { field: 'worked', title: text('管用的做法', 'What worked') },
    { field: 'failed', title: text('没管用的做法', 'What failed') },
    { field: 'problems', title: text('问题清单', 'Problems') },
    { field: 'lesson', title: text('举一反三', 'Lesson') },
    { field: 'planClauses', title: text('预案修订', 'Plan clauses') },
    { field: 'evaluation', title: text('落实评估', 'Evaluation') },
    { field: 'conclusion', title: text('结论', 'Conclusion') },
    { field: 'closedAt', title: text('结束日期', 'Closed') },
  ],
})

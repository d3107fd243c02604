import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedSteps } from '../../shared/v1/imported.ts'
import { caseReview } from '../../shared/v1/sources-apart.ts'
import { REVIEW_KINDS, reviewForms } from './forms.ts'
import { reviewDeadlines, reviewStates, reviewSteps } from './steps.ts'

/**
 * 案件评查: closed cases are drawn by a seed set before and in public, or listed one by one; each has a sheet of its own. What comes
 * up often is summarised; no judgment changes, and no score attaches to anybody.
 */
export const casereviewV1 = defineProcedure({
  id: 'casereview',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('案件质量评查', 'Case quality reviews'),
  short: text('评查', 'Case review'),
  prefix: 'AP',
  purpose: text(
    '按事先定的种子抽案，谁都能重算；一案一表，评完作小结，不影响裁判',
    'Cases drawn by a seed set before, which anyone can repeat; one sheet each, then a summary; judgments stay as they are',
  ),
  source: caseReview.rules,
  categories: REVIEW_KINDS,
  outcomes: { summarised: text('已小结', 'Summarised'), cancelled: text('已撤销', 'Cancelled') },
  sight: { only: ['president', 'divisionHead', 'courtClerk'] },
  forms: reviewForms,
  documents: {
    list: { title: text('评查案件清单', 'List of cases'), source: caseReview.rules },
    summary: { title: text('评查情况小结', 'Summary of the review'), source: caseReview.rules },
  },
  deadlines: reviewDeadlines,
  opening: { form: 'plan', by: ['divisionHead', 'president'], state: 'planned', starts: ['approve'] },
  states: reviewStates,
  steps: {
    ...reviewSteps,
    ...importedSteps(
      'planned',
      ['approve'],
      [
        { step: 'summarisedAsImported', to: 'summarised', title: text('已小结', 'Summarised') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已撤销', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('计划名称', 'Title') },
    { field: 'category', title: text('评查方式', 'How') },
    { field: 'topic', title: text('专项主题', 'Topic') },
    { field: 'scope', title: text('评哪个单位', 'Cases of') },
    { field: 'closedFrom', title: text('结案日期从', 'Closed from') },
    { field: 'closedTo', title: text('结案日期到', 'Closed until') },
    { field: 'criteria', title: text('评查标准', 'Criteria') },
    { field: 'seed', title: text('抽取种子', 'Seed') },
    { field: 'howMany', title: text('抽取件数', 'Drawn') },
    { field: 'findings', title: text('普遍问题', 'What came up often') },
    { field: 'measures', title: text('改进措施', 'What will change') },
    { field: 'outcome', title: text('结果', 'Outcome') },
    { field: 'closedAt', title: text('小结日期', 'Summarised on') },
  ],
})

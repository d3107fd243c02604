import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonForms, commonSteps } from '../../shared/v1/common-steps.ts'
import { importedSteps } from '../../shared/v1/imported.ts'
import { governance } from '../../shared/v1/sources.ts'
import { lessonDeadlines } from './deadlines.ts'
import { lessonForms } from './forms.ts'
import { CHANGES, RECORDS } from './row-changes.ts'
import { lessonOutcomes, lessonStates } from './states.ts'
import { lessonSteps } from './steps.ts'

/** 举一反三: what was learned once becomes a new version of what everybody works by, and a check in every unit exposed to the same. */
export const lessonV1 = defineProcedure({
  id: 'lesson',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('举一反三', 'Lessons'),
  short: text('教训', 'Lesson'),
  prefix: 'JY',
  purpose: text(
    '一条教训改一次检查表、预案或标准，同类单位都查一遍；看得到改在哪一版、哪些单位查了、问题有没有回来',
    'A lesson changes a checklist, plan or criterion and is checked in every like unit; which version, which units, and whether the problem came back stay in sight',
  ),
  source: governance.review,
  categories: CHANGES,
  outcomes: lessonOutcomes,
  sight: { line: 'everyone' },
  cameBack: {
    checks: 'selfcheck',
    foundToo: ['corrected'],
    notHere: ['notHere'],
    findings: 'hazard',
    category: 'findingCategory',
    item: 'findingItem',
    without: ['notHazard', 'returned', 'reregistered', 'passedOn'],
    visits: 'inspection',
    made: 'checkedOn',
    versions: RECORDS.map((record) => ({ before: record, after: `${record}After` })),
  },
  forms: { ...commonForms, ...lessonForms },
  documents: {
    proposal: { title: text('修改建议', 'Proposal') },
    notice: { title: text('举一反三通知', 'Lesson notice') },
    closing: { title: text('落实情况', 'How it was applied') },
  },
  deadlines: lessonDeadlines,
  opening: {
    form: 'lesson',
    by: ['reviewer', 'handler', 'inspector', 'triageOfficer', 'clerk', 'leader'],
    state: 'draft',
    starts: ['propose'],
  },
  states: lessonStates,
  steps: {
    ...lessonSteps,
    ...commonSteps,
    ...importedSteps(
      'draft',
      ['propose'],
      [
        { step: 'appliedAsImported', to: 'applied', title: text('已落实', 'Applied') },
        { step: 'checkedOnlyAsImported', to: 'checkedOnly', title: text('已查，台账未改', 'Checked only') },
        { step: 'refusedAsImported', to: 'refused', title: text('不采纳', 'Not taken') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已撤销', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('教训', 'Lesson') },
    { field: 'origin', title: text('从哪里来', 'Drawn from') },
    { field: 'category', title: text('改什么', 'What changes') },
    { field: 'unitId', title: text('由哪个单位定', 'Decided by') },
    { field: 'checklist', title: text('检查表原版', 'Checklist before') },
    { field: 'checklistAfter', title: text('检查表新版', 'Checklist after') },
    { field: 'plan', title: text('预案原版', 'Plan before') },
    { field: 'planAfter', title: text('预案新版', 'Plan after') },
    { field: 'criteria', title: text('标准原版', 'Criteria before') },
    { field: 'criteriaAfter', title: text('标准新版', 'Criteria after') },
    { field: 'exposed', title: text('自查单位', 'Units that check') },
    { field: 'apply', title: text('自查时限', 'To be checked by') },
    { field: 'findingCategory', title: text('同类问题', 'Shows as') },
    { field: 'outcome', title: text('结果', 'Outcome') },
    { field: 'conclusion', title: text('落实情况', 'How it was applied') },
    { field: 'closedAt', title: text('结束日期', 'Closed') },
  ],
})

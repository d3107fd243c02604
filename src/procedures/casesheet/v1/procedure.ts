import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedSteps } from '../../shared/v1/imported.ts'
import { caseReview } from '../../shared/v1/sources-apart.ts'
import { sheetDeadlines } from './deadlines.ts'
import { sheetForms } from './forms.ts'
import { sheetStates } from './states.ts'
import { sheetSteps } from './steps.ts'

const REREVIEW = { asked: text('待复评', 'To review again'), answered: text('已复评', 'Reviewed again') } as const
const SCORING = { asked: text('待打分', 'To score'), answered: text('已打分', 'Scored') } as const

/**
 * 一案一表: the review of one case by two people who do not see each other's scores. It judges a case, never a person: nothing adds
 * scores up for a handler, and the judgment stays as it is.
 */
export const casesheetV1 = defineProcedure({
  id: 'casesheet',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('案件评查表', 'Case review sheets'),
  short: text('评查表', 'Review sheet'),
  prefix: 'PC',
  purpose: text(
    '一案一表，两人背对背打分，一并公开；评的是案件，不影响裁判，也不给人排名',
    'One sheet a case, two blind scores opened together; it judges the case, leaves the judgment, and ranks nobody',
  ),
  source: caseReview.noForce,
  categories: {},
  outcomes: { confirmed: text('已评定', 'Confirmed'), cancelled: text('没有评查', 'Not reviewed') },
  sight: { only: ['president', 'divisionHead', 'courtClerk'] },
  seats: {
    panel: { title: text('评查人', 'Reviewers'), holds: 'post', many: true, stands: SCORING },
    third: { title: text('第三名评查人', 'Third reviewer'), holds: 'post', many: true, stands: SCORING },
    rereview: { title: text('复评人', 'Reviewers of the objection'), holds: 'post', many: true, stands: REREVIEW },
    caseHandler: { title: text('案件承办人', 'Handler of the case'), holds: 'post', many: true },
  },
  forms: sheetForms,
  documents: {
    notice: { title: text('评查结果告知单', 'Notice of the result'), source: caseReview.objection },
    decision: { title: text('评查委员会决定', 'Decision of the committee'), source: caseReview.objection },
  },
  deadlines: sheetDeadlines,
  opening: { form: 'sheet', by: ['divisionHead', 'president'], state: 'toAssign', starts: ['assign'] },
  states: sheetStates,
  steps: {
    ...sheetSteps,
    ...importedSteps(
      'toAssign',
      ['assign'],
      [
        { step: 'confirmedAsImported', to: 'confirmed', title: text('已评定', 'Confirmed') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('没有评查', 'Not reviewed') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'caseReference', title: text('案件编号', 'Number of the case') },
    { field: 'caseUnit', title: text('承办部门', 'Division') },
    { field: 'criteria', title: text('评查标准', 'Criteria') },
    { field: 'finalScore', title: text('得分', 'Points') },
    { field: 'vetoes', title: text('一票否决', 'Veto') },
    { field: 'grade', title: text('等次', 'Grade') },
    { field: 'gradeReason', title: text('主要问题', 'Main points') },
    { field: 'objection', title: text('异议', 'Objection') },
    { field: 'putRight', title: text('整改', 'Put right') },
    { field: 'closedAt', title: text('评定日期', 'Confirmed on') },
  ],
})

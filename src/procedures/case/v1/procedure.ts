import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { limits } from '../../shared/v1/court-sources.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { CASE_FAMILIES } from './categories.ts'
import { enforcementDeadlines } from './deadlines-enforcement.ts'
import { appealDeadlines, filingDeadlines, hearingDeadlines } from './deadlines-steps.ts'
import { trialDeadlines } from './deadlines-trial.ts'
import { caseDocuments } from './documents.ts'
import { enforcementForms } from './forms-enforcement.ts'
import { filingForms } from './forms-filing.ts'
import { serviceForms } from './forms-service.ts'
import { supervisionForms } from './forms-supervision.ts'
import { trialForms } from './forms-trial.ts'
import { caseLedger } from './ledger.ts'
import { caseSignals } from './signals.ts'
import { caseOutcomes, doneStates, openStates } from './states.ts'
import { enforcementSteps } from './steps-enforcement.ts'
import { filingSteps } from './steps-filing.ts'
import { limitSteps } from './steps-limit.ts'
import { serviceSteps } from './steps-service.ts'
import { supervisionSteps } from './steps-supervision.ts'
import { trialSteps } from './steps-trial.ts'

/** 案件: a court case from its papers to the archive. The case is followed, never who is in it; nothing here ranks a judge. */
export const caseV1 = defineProcedure({
  id: 'case',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('案件', 'Court cases'),
  short: text('案件', 'Case'),
  prefix: 'AJ',
  purpose: text(
    '立案、审理、送达、执行、归档，期限怎样算当事人都看得到',
    'Filed, tried, served, enforced and archived; the sides read how every limit is counted',
  ),
  source: limits.disclose,
  categories: CASE_FAMILIES,
  outcomes: caseOutcomes,
  // A court's cases are the court's: the line of the county above it neither sees nor decides them.
  sight: { only: ['president', 'divisionHead', 'judge', 'courtClerk'] },
  seats: {
    party: {
      title: text('各方', 'Sides'),
      holds: 'party',
      many: true,
      stands: {
        asked: text('裁判文书没有登记送达', 'No service of a decision recorded'),
        answered: text('裁判文书已送达', 'Served with the decision'),
      },
    },
    measure: {
      title: text('查封、扣押、冻结的财产', 'Measures'),
      holds: 'row',
      many: true,
      stands: { asked: text('没有解除', 'Not lifted'), answered: text('已解除或处置完毕', 'Lifted or sold') },
    },
    supervisor: { title: text('院庭长监督、审批', 'Supervising president or head'), holds: 'post' },
  },
  forms: {
    ...filingForms,
    ...trialForms,
    ...serviceForms,
    ...enforcementForms,
    ...supervisionForms,
    ...importedForms(filingForms.case),
  },
  documents: caseDocuments,
  deadlines: {
    ...filingDeadlines,
    ...trialDeadlines,
    ...hearingDeadlines,
    ...appealDeadlines,
    ...enforcementDeadlines,
  },
  opening: { form: 'case', by: ['courtClerk', 'judge'], state: 'received', starts: ['file'] },
  states: { ...openStates, ...doneStates },
  steps: {
    ...filingSteps,
    ...limitSteps,
    ...trialSteps,
    ...serviceSteps,
    ...enforcementSteps,
    ...supervisionSteps,
    ...importedSteps(
      'received',
      ['file'],
      [
        { step: 'judgedAsImported', to: 'effective', title: text('裁判生效', 'Judged') },
        { step: 'settledAsImported', to: 'settled', title: text('调解', 'Settled') },
        { step: 'withdrawnAsImported', to: 'withdrawn', title: text('撤诉', 'Withdrawn') },
        { step: 'dismissedAsImported', to: 'dismissed', title: text('驳回起诉', 'Dismissed') },
        { step: 'transferredAsImported', to: 'transferred', title: text('移送', 'Transferred') },
        { step: 'terminatedAsImported', to: 'terminated', title: text('终结诉讼', 'Terminated') },
        { step: 'notFiledAsImported', to: 'notFiled', title: text('不予立案', 'Not filed') },
        { step: 'papersReturnedAsImported', to: 'papersReturned', title: text('退回材料', 'Papers given back') },
        { step: 'settledFirstAsImported', to: 'settledFirst', title: text('诉前调解成功', 'Settled before filing') },
        { step: 'enforcedAsImported', to: 'enforced', title: text('执行完毕', 'Enforced in full') },
        { step: 'provisionalAsImported', to: 'provisional', title: text('终本', 'Ended for now') },
        { step: 'enforcementEndedAsImported', to: 'enforcementEnded', title: text('终结执行', 'Enforcement ended') },
        { step: 'remandedAsImported', to: 'remanded', title: text('发回重审', 'Remanded') },
      ],
    ),
  },
  signals: caseSignals,
  ledger: caseLedger,
})

import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedSteps } from '../../shared/v1/imported.ts'
import { personal } from '../../shared/v2/sources-personal.ts'
import { datarequestDeadlines } from './deadlines.ts'
import { datarequestForms, KINDS } from './forms.ts'
import { datarequestStates } from './states.ts'
import { answerSteps } from './steps-answer.ts'
import { findSteps } from './steps-find.ts'

/**
 * 个人信息权利请求: somebody asks what is kept of them, to have it corrected, deleted or explained. Only matters that they name
 * are looked at; who asks is verified before anything is said; the head decides and the desk carries it out and answers.
 */
export const datarequestV1 = defineProcedure({
  id: 'datarequest',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('个人信息权利请求', 'Requests about personal data'),
  short: text('信息请求', 'Data request'),
  prefix: 'XQ',
  purpose: text(
    '本人要查、要改、要删，先核实身份，只查本人说的事项，按时答复，不同意要说理由',
    'A person asks to see, correct or delete what is kept: verified first, only in matters they name, answered in time',
  ),
  source: personal.rights,
  categories: KINDS,
  outcomes: {
    answered: text('已办理并答复', 'Carried out and answered'),
    refused: text('未同意', 'Refused'),
    unverified: text('未能核实身份', 'Not verified'),
    withdrawn: text('本人撤回', 'Withdrawn'),
  },
  sight: { only: ['clerk', 'leader'], line: 'own', readings: true },
  seats: { keepers: { title: text('承办岗位', 'Posts that have it'), holds: 'post', many: true } },
  forms: datarequestForms,
  documents: {
    copy: { title: text('本人信息副本', 'Copy of what is kept'), source: personal.copy },
    reply: { title: text('个人信息请求答复书', 'Answer to the request'), source: personal.refusal },
    refusal: {
      title: text('不予办理告知书（写明理由和起诉权利）', 'Refusal with reasons and remedies'),
      source: personal.refusal,
    },
  },
  deadlines: datarequestDeadlines,
  opening: { form: 'opening', by: ['clerk', 'reporter'], state: 'received', starts: ['reply', 'verify'] },
  reporting: {
    steps: {
      add: ['addMaterial'],
      withdraw: ['withdraw'],
      satisfied: ['acceptAnswer'],
      dissatisfied: ['objectAnswer'],
    },
    promises: ['reply'],
  },
  states: datarequestStates,
  steps: {
    ...findSteps,
    ...answerSteps,
    ...importedSteps(
      'received',
      ['reply', 'verify'],
      [
        { step: 'answeredAsImported', to: 'answered', title: text('已答复', 'Answered') },
        { step: 'refusedAsImported', to: 'refused', title: text('未同意', 'Refused') },
        { step: 'withdrawnAsImported', to: 'withdrawn', title: text('已撤回', 'Withdrawn') },
        { step: 'unverifiedAsImported', to: 'unverified', title: text('核实不了', 'Not verified') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'openedAt', title: text('登记日期', 'Recorded on') },
    { field: 'receivedOn', title: text('收到日期', 'Received on') },
    { field: 'category', title: text('请求事项', 'What is asked') },
    { field: 'asker', title: text('提出人', 'Who asks') },
    { field: 'verifiedHow', title: text('身份核实方式', 'How verified') },
    { field: 'decision', title: text('决定', 'Decision') },
    { field: 'decisionReason', title: text('理由和依据', 'Reason') },
    { field: 'remedies', title: text('救济途径', 'Remedies') },
    { field: 'reply', title: text('答复期限', 'Due') },
    { field: 'toldOn', title: text('答复日期', 'Answered on') },
    { field: 'outcome', title: text('结果', 'Outcome') },
  ],
})

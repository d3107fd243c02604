import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedSteps } from '../../shared/v1/imported.ts'
import { privacy } from '../../shared/v1/sources-apart.ts'
import { counsellingDeadlines } from './deadlines.ts'
import { counsellingForms } from './forms.ts'
import { counsellingStates } from './states.ts'
import { counsellingSteps } from './steps.ts'

/**
 * 心理疏导转介: somebody who wishes it is passed to a service. Whether they come, how often and that it is over is all that is
 * recorded; no category says more, no question asks why, and nobody above the two units sees it.
 */
export const counsellingV1 = defineProcedure({
  id: 'counselling',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('心理疏导转介', 'Referrals to counselling'),
  short: text('疏导', 'Referral'),
  prefix: 'XL',
  purpose: text(
    '本人愿意才转介，只记转给谁、做了几次；随时可以撤回，撤回就销毁联系方式',
    'Only for those who wish it: to whom and how often; taken back at any time, and the contact destroyed',
  ),
  source: privacy.law,
  categories: {},
  outcomes: {
    finished: text('已结束', 'Finished'),
    stopped: text('已中止', 'Stopped'),
    refused: text('本人不同意，没有转介', 'Not wished, not passed on'),
    withdrawn: text('本人撤回同意', 'Consent taken back'),
  },
  sight: { only: ['mediator', 'handler', 'clerk'], line: 'own', readings: true },
  forms: counsellingForms,
  documents: {
    consentForm: { title: text('转介征得同意书', 'Consent form'), source: privacy.consent },
    slip: { title: text('转介单', 'Referral slip'), source: privacy.passing },
  },
  deadlines: counsellingDeadlines,
  opening: { form: 'referral', by: ['mediator', 'clerk', 'handler'], state: 'registered', starts: ['ask'] },
  states: counsellingStates,
  steps: {
    ...counsellingSteps,
    ...importedSteps(
      'registered',
      ['ask'],
      [
        { step: 'finishedAsImported', to: 'finished', title: text('已结束', 'Finished') },
        { step: 'stoppedAsImported', to: 'stopped', title: text('已中止', 'Stopped') },
        { step: 'refusedAsImported', to: 'refused', title: text('本人不同意', 'Not wished') },
        { step: 'withdrawnAsImported', to: 'withdrawn', title: text('本人撤回同意', 'Consent taken back') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'openedAt', title: text('登记日期', 'Recorded on') },
    { field: 'raisedBy', title: text('谁提出', 'Whose wish') },
    { field: 'consentVersion', title: text('告知书版本', 'Consent text') },
    { field: 'consentedOn', title: text('同意日期', 'Consented on') },
    { field: 'unitId', title: text('服务单位', 'Service') },
    { field: 'heldTimes', title: text('次数', 'Times held') },
    { field: 'outcome', title: text('结果', 'Outcome') },
    { field: 'closedAt', title: text('结束日期', 'Ended on') },
  ],
})

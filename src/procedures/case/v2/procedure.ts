import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { otherTime, retrial } from '../../shared/v2/sources-court.ts'
import { caseV1 } from '../v1/procedure.ts'
import { caseSignals } from '../v1/signals.ts'
import { IS_CRIMINAL_RETRIAL, IS_NO_RETRIAL_REVIEW } from './conditions.ts'
import { afterJudgment, enforcementMore, retrialLimits } from './deadlines.ts'
import { afterForms } from './forms-after.ts'
import { retrialForms } from './forms-retrial.ts'
import { enforcementMoreSteps, enforcementRightSteps, otherTimeSteps } from './steps-after.ts'
import { retrialSteps } from './steps-retrial.ts'

/** Clocks that begin, stand still and end with another one. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  trialCriminal: ['retrialCriminal'],
  enforcementNotice: ['noAction'],
  enforce: ['noAction', 'orderedAbove'],
}
type Use = 'starts' | 'meets' | 'cancels' | 'pauses' | 'resumes'

/** Which of them a step takes along: what is begun, ended or left out for the one is so for the other. */
const ALONG: Readonly<Record<Use, readonly string[]>> = {
  starts: ['trialCriminal', 'enforcementNotice'],
  meets: ['trialCriminal', 'enforce'],
  cancels: [],
  pauses: ['trialCriminal', 'enforce'],
  resumes: ['trialCriminal', 'enforce'],
}
/** What has no days to leave out. */
const FIXED = ['orderedAbove']

function along(step: Step): Step {
  const more = (use: Use) =>
    (step[use] ?? [])
      .flatMap((id) => (ALONG[use].includes(id) ? (BESIDE[id] ?? []) : []))
      .filter((id) => use === 'meets' || !FIXED.includes(id))
  const lists = (Object.keys(ALONG) as Use[]).flatMap((use) =>
    more(use).length > 0 ? [[use, [...(step[use] ?? []), ...more(use)]] as const] : [],
  )
  return { ...step, ...Object.fromEntries(lists) }
}

const { steps } = caseV1
const guarded = (id: string, ...guards: NonNullable<Step['guards']>): Step => {
  const step = steps[id]
  if (!step) throw new Error(`case has no step ${id}`)
  return { ...step, guards: [...(step.guards ?? []), ...guards] }
}

const cancelling = (id: string, ...clocks: readonly string[]): Step => {
  const step = guarded(id)
  return { ...step, cancels: [...(step.cancels ?? []), ...clocks] }
}
const MISSED_TIME = ['timeAgain', 'timeGiven']

/** Steps of the first version that hold for fewer cases now. */
const narrowed: Readonly<Record<string, Step>> = {
  ...steps,
  pronounce: guarded('pronounce', IS_NO_RETRIAL_REVIEW),
  excludeCivil: guarded('excludeCivil', IS_NO_RETRIAL_REVIEW),
  convertCivil: guarded('convertCivil', IS_NO_RETRIAL_REVIEW),
  convertCriminal: guarded('convertCriminal', { not: IS_CRIMINAL_RETRIAL }),
  askCriminalExtension: guarded('askCriminalExtension', { not: IS_CRIMINAL_RETRIAL }),
  recordCriminalGrant: guarded('recordCriminalGrant', { not: IS_CRIMINAL_RETRIAL }),
  // It went up, or the appeal is gone: that does not say that the answer was sent.
  ...Object.fromEntries(
    ['withdrawAppeal', 'withdrawEarlyAppeal'].map((id) => [id, cancelling(id, 'sendAppealAnswer')]),
  ),
  // On a time that was missed the court above decides then, or nobody.
  sendUp: cancelling('sendUp', 'sendAppealAnswer', ...MISSED_TIME),
  endOtherwise: cancelling('endOtherwise', ...MISSED_TIME),
  // It was not effective after all.
  recordPostedAppeal: {
    ...guarded('recordPostedAppeal'),
    meets: ['timeGiven'],
    cancels: ['archive', 'askRetrial', 'askEnforcement'],
    clears: [...(steps['recordPostedAppeal']?.clears ?? []), 'effectiveOn'],
  },
}

const { nearLimit } = caseSignals

/** 案件, version 2: what runs after the judgment (retrial, enforcement), applications for a retrial, missed time, and six months without enforcement. */
export const caseV2: Procedure = {
  ...caseV1,
  version: 2,
  effectiveOn: '2024-11-02',
  forms: { ...caseV1.forms, ...retrialForms, ...afterForms },
  documents: {
    ...caseV1.documents,
    effectCertificate: { title: text('裁判文书生效证明', 'Certificate of effect'), source: retrial.apply },
    retrialRuling: { title: text('再审审查裁定书', 'Ruling on the application'), source: retrial.review },
    timeDecision: { title: text('顺延期限决定书', 'Decision on missed time'), source: otherTime.missed },
    filesLetter: { title: text('调卷移送函', 'Letter with the file'), source: otherTime.filesCalled },
  },
  deadlines: { ...caseV1.deadlines, ...retrialLimits, ...afterJudgment, ...enforcementMore },
  steps: {
    ...Object.fromEntries(Object.entries(narrowed).map(([id, step]) => [id, along(step)])),
    ...retrialSteps,
    ...enforcementRightSteps,
    ...otherTimeSteps,
    ...enforcementMoreSteps,
  },
  signals: {
    ...caseV1.signals,
    nearLimit: {
      ...nearLimit,
      if: { limits: [...nearLimit.if.limits, 'retrialCriminal'], left: 20 },
      answers: [...nearLimit.answers, 'askRetrialExtension'],
    },
    notEnforced: {
      title: text('满六个月未执行完', 'Not enforced in six months'),
      if: { the: { rounds: 'mayGoAbove' }, atLeast: 1 },
      answers: ['recordOrderAbove', 'supervise', 'holdJointMeeting'],
    },
  },
  ledger: [
    ...caseV1.ledger.slice(0, -1),
    { field: 'effectiveOn', title: text('生效日期', 'Effective on') },
    { field: 'askRetrial', title: text('申请再审到', 'Retrial may be asked until') },
    { field: 'askEnforcement', title: text('申请执行到', 'Enforcement may be asked until') },
    { field: 'retrialResult', title: text('再审审查结果', 'Application for a retrial') },
    ...caseV1.ledger.slice(-1),
  ],
}

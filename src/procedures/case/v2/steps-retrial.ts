import type { Spawn, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { retrial } from '../../shared/v2/sources-court.ts'
import { ALL_SERVED, isFamily } from '../v1/conditions.ts'
import { TRIAL_LIMITS } from '../v1/deadlines-trial.ts'
import { limitSteps } from '../v1/steps-limit.ts'
import { IS_CRIMINAL_RETRIAL, IS_RETRIAL_REVIEW, LATE_FITS, RETRIAL_FITS } from './conditions.ts'

/** Where an effective judgment stands. */
const EFFECTIVE = ['effective', 'dismissed', 'settled'] as const
const DELIVERY = ['deliver', 'deliverCriminal'] as const

/** The same dispute again, under a number of its own. */
const again = (when: NonNullable<Spawn['when']>, materialsOn: string, claims: string) =>
  ({
    procedure: 'case',
    link: 'childOf',
    when,
    carry: {
      title: 'title',
      category: 'category',
      cause: 'cause',
      materialsOn,
      claims,
      parties: 'parties',
      place: 'place',
      placeUnit: 'placeUnit',
      otherNumber: 'caseNumber',
    },
  }) as const satisfies Spawn

const applied = {
  from: EFFECTIVE,
  by: ['courtClerk', 'judge'],
  aside: true,
  opens: [again({ field: 'retrialTo', is: ['here'] }, 'retrialAskedOn', 'retrialGrounds')],
  source: retrial.apply,
  tells: text(
    '申请一方：裁判不停止执行；审查三个月',
    'Who applies: the judgment is enforced meanwhile; examined within three months',
  ),
} as const satisfies Omit<Step, 'title'>

/** The six months in which a side may apply for a retrial, what is examined then, and a criminal retrial's own time. */
export const retrialSteps = {
  certifyEffect: {
    title: text('登记生效、出具生效证明', 'Certify that it is effective'),
    from: EFFECTIVE,
    by: ['courtClerk', 'judge'],
    form: 'effect',
    guards: [isFamily('civil'), RETRIAL_FITS],
    aside: true,
    // Put right, both begin anew.
    cancels: ['askRetrial', 'askEnforcement'],
    starts: ['askRetrial', 'askEnforcement'],
    issues: ['effectCertificate'],
    source: retrial.apply,
    tells: text(
      '各方：哪天生效；申请再审六个月，申请执行二年，各到哪天',
      'The sides: since when it is effective; until when they may apply for a retrial, and for enforcement',
    ),
    told: text('登记了生效日期，出具生效证明', 'certified since when it is effective'),
    public: text('登记了生效日期', 'It is certified since when it is effective'),
  },
  recordRetrialApplication: {
    ...applied,
    title: text('登记再审申请', 'Record an application'),
    form: 'retrialApplication',
    guards: [{ limits: ['askRetrial'], stand: 'inTime' }],
    told: text('一方申请再审', 'a side applied for a retrial'),
  },
  recordLateRetrialApplication: {
    ...applied,
    title: text('登记六个月后的再审申请', 'Record one after six months'),
    form: 'lateRetrialApplication',
    guards: [{ the: 'effectiveOn', recorded: true }, { the: 'retrialOpen', recorded: true, is: ['yes'] }, LATE_FITS],
    told: text('一方申请再审，依法算在期内', 'a side applied for a retrial; it is in time by law'),
  },
  lapseRetrial: {
    title: text('申请再审期满', 'Time for a retrial over'),
    from: EFFECTIVE,
    by: ['system'],
    aside: true,
    source: retrial.apply,
    told: text('申请再审的六个月期满', 'the six months to apply for a retrial are over'),
  },
  excludeRetrialReview: {
    ...limitSteps.excludeCivil,
    title: text('扣除审查期限', 'Leave days out'),
    form: 'excludeRetrialReview',
    guards: ['notTheHandler', IS_RETRIAL_REVIEW],
    source: retrial.review,
    told: text('扣除再审审查期限', 'left days out of the limit'),
  },
  decideRetrialReview: {
    title: text('再审审查裁定', 'Rule on the application'),
    from: ['preparing', 'heard'],
    to: 'decided',
    by: ['judge'],
    form: 'retrialReview',
    guards: [IS_RETRIAL_REVIEW],
    handles: true,
    meets: TRIAL_LIMITS,
    cancels: ['nextHearing'],
    starts: DELIVERY,
    issues: ['retrialRuling'],
    opens: [again({ field: 'retrialResult', is: ['ordered'] }, 'endedOn', 'rulingReason')],
    source: retrial.review,
    tells: text('各方：裁定再审的，中止原裁判的执行', 'The sides: where a retrial is ordered, enforcement stops'),
    told: text('对再审申请作出裁定', 'ruled on the application'),
    public: text('对再审申请作出了裁定', 'The application is ruled on'),
  },
  confirmRetrialRuling: {
    alone: text('裁定送达就生效，不能上诉', 'The ruling binds once served; no appeal lies'),
    title: text('再审审查裁定送达完毕', 'The ruling is served'),
    from: ['decided'],
    to: 'effective',
    by: ['courtClerk', 'judge'],
    form: 'final',
    guards: [ALL_SERVED, IS_RETRIAL_REVIEW],
    meets: DELIVERY,
    starts: ['archive'],
    source: retrial.review,
    tells: text('各方', 'The sides'),
    told: text('裁定送达了各方', 'the ruling is served on every side'),
  },
  askRetrialExtension: {
    ...limitSteps.askCriminalExtension,
    title: text('申请延长再审期限', 'Ask for more time'),
    guards: [IS_CRIMINAL_RETRIAL],
    asks: 'retrialCriminal',
    source: retrial.criminal,
    told: text('申请延长再审期限，报院长审批', 'asked the president for more time'),
  },
  grantRetrialExtension: {
    ...limitSteps.recordCriminalGrant,
    title: text('批准延长再审期限', 'Grant more time'),
    form: 'grantExtension',
    guards: ['notTheHandler', IS_CRIMINAL_RETRIAL],
    extends: 'retrialCriminal',
    source: retrial.criminal,
    told: text('批准延长再审期限，总共不超过六个月', 'granted more time, six months at most in all'),
  },
} as const satisfies Record<string, Step>

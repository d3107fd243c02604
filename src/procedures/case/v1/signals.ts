import type { Signal } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { isFamily } from './conditions.ts'
import { ALL_LIMITS } from './deadlines-trial.ts'

const SUPERVISE = ['supervise', 'holdJointMeeting', 'markSupervised'] as const

/** What is to be noticed of a case (PROCEDURES section 8): of the case, never of its parties, and nothing is ranked by it. Thresholds are ours. */
export const caseSignals = {
  nearLimit: {
    title: text('临近或超过期限', 'Near or over its limit'),
    if: { limits: ALL_LIMITS, left: 20 },
    answers: [
      'askExtension',
      'askCriminalExtension',
      'askAdministrativeExtension',
      'askEnforcementExtension',
      'supervise',
      'urge',
    ],
  },
  adjournedTwice: {
    title: text('两次延期开庭', 'Put off twice'),
    if: {
      any: [
        { the: { rounds: 'adjourn' }, atLeast: 2 },
        { the: { rounds: 'adjournOther' }, atLeast: 2 },
      ],
    },
    answers: SUPERVISE,
  },
  pendingLong: {
    title: text('立案超过十二个月未结', 'Pending for more than twelve months'),
    if: {
      all: [
        { the: 'filedOn', given: true },
        { day: 'today', notBefore: { field: 'filedOn' }, days: 366 },
      ],
    },
    answers: SUPERVISE,
  },
  group: {
    title: text('同类系列案件', 'One of a group of similar cases'),
    if: { the: 'similar', atLeast: 5 },
    answers: SUPERVISE,
  },
  amount: {
    title: text('标的额一千万元以上', 'Ten million yuan or more in dispute'),
    if: { the: 'amount', atLeast: 1_000_000_000 },
    answers: SUPERVISE,
  },
  afterRemand: {
    title: text('发回重审或再审的案件', 'Tried again after a remand'),
    if: { the: 'afterRemand', is: ['yes'] },
    answers: [...SUPERVISE, 'explainJudgment'],
  },
  enforcementStuck: {
    title: text('执行四个月没有到位', 'Nothing recovered in four months'),
    if: {
      all: [
        isFamily('enforcement'),
        { not: { the: 'recovered', given: true } },
        { the: 'filedOn', given: true },
        { day: 'today', notBefore: { field: 'filedOn' }, days: 120 },
      ],
    },
    answers: ['supervise', 'holdJointMeeting'],
  },
  measureEnds: {
    title: text('查封、冻结快到期', 'A measure is about to end'),
    if: { limits: ['seizure'], left: 60 },
    answers: ['renewMeasure', 'liftMeasure'],
  },
  hearingSafety: {
    title: text('开庭需要安保预案，还没有定', 'The hearing needs a safety plan'),
    if: { all: [{ the: 'securityNeed', is: ['yes'] }, { not: { the: 'safetyPlan', given: true } }] },
    answers: ['planHearing'],
  },
  supervised: {
    title: text('四类案件，院庭长监督', 'One of the four supervised classes'),
    if: { the: 'supervisedClass', given: true },
    answers: ['supervise', 'holdJointMeeting', 'explainJudgment'],
  },
} as const satisfies Record<string, Signal>

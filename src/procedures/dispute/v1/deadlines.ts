import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { mediation, ownRule } from '../../shared/v1/sources.ts'

const urged = [
  { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') },
] as const satisfies DeadlineRule['escalation']
const dayBefore = [{ before: { length: 1, unit: 'workingDay' } }] as const satisfies DeadlineRule['warn']

/** More time only as all parties agree; the mediator records it. */
const moreByAll = {
  max: { length: 30, unit: 'calendarDay' },
  by: ['mediator'],
  applyBefore: { length: 1, unit: 'calendarDay' },
} as const

const mediating = {
  unit: 'calendarDay',
  roll: 'next',
  warn: [{ share: 0.5 }, { share: 0.8 }, { before: { length: 3, unit: 'workingDay' } }],
  extension: [moreByAll, moreByAll, moreByAll],
  escalation: [
    ...urged,
    {
      after: { length: 5, unit: 'workingDay' },
      to: 'leader',
      title: text('上一级联合调解', 'Joint mediation one tier up'),
    },
  ],
} as const satisfies Partial<DeadlineRule>

/** The law sets people's mediation no limit; administrative mediation and mediation for a court have limits of their own. */
export const disputeDeadlines = {
  accept: {
    code: 'MED-P3',
    title: text('征求意愿、决定是否受理', 'Ask and decide whether to accept'),
    length: 10,
    unit: 'workingDay',
    from: 'foundOn',
    roll: 'none',
    warn: [{ share: 0.8 }],
    escalation: urged,
    source: ownRule,
  },
  acceptAdministrative: {
    code: 'MED-03',
    title: text('行政调解：决定是否受理', 'Administrative mediation: decide whether to accept'),
    length: { by: 'difficulty', lengths: { simple: 5, ordinary: 5, complex: 10 } },
    unit: 'workingDay',
    from: 'foundOn',
    roll: 'none',
    when: { field: 'body', is: ['administrative'] },
    warn: [{ share: 0.8 }],
    escalation: urged,
    source: mediation.accept,
  },
  transfer: {
    code: 'MED-04',
    title: text('移送有权机关', 'Pass to the competent organ'),
    length: 3,
    unit: 'workingDay',
    from: 'foundOn',
    roll: 'none',
    warn: dayBefore,
    escalation: urged,
    source: mediation.pass,
  },
  chooseMediator: {
    code: 'MED-P4',
    title: text('选定调解员', 'Choose the mediator'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    escalation: urged,
    source: ownRule,
  },
  mediate: {
    ...mediating,
    code: 'MED-02',
    title: text('调解期限', 'Mediate'),
    length: 30,
    when: { field: 'body', is: ['people', 'administrative'] },
    source: mediation.limit,
  },
  mediateForCourt: {
    ...mediating,
    code: 'MED-05',
    title: text('法院委派、委托调解期限', 'Mediate for a court'),
    length: {
      by: 'body',
      lengths: { people: 30, administrative: 30, delegated: 30, entrusted: 15, entrustedSimple: 7 },
    },
    when: { field: 'body', is: ['delegated', 'entrusted', 'entrustedSimple'] },
    source: mediation.forCourt,
  },
  confirm: {
    code: 'CNF-01',
    title: text('共同申请司法确认', 'Apply jointly for confirmation'),
    length: 30,
    unit: 'calendarDay',
    from: 'effectiveOn',
    roll: 'next',
    when: { field: 'confirmable', is: ['yes'] },
    // Reminders on days 1, 20 and 27 of the thirty.
    warn: [
      { before: { length: 29, unit: 'calendarDay' } },
      { before: { length: 10, unit: 'calendarDay' } },
      { before: { length: 3, unit: 'calendarDay' } },
    ],
    source: mediation.confirm,
  },
  courtAccepts: {
    code: 'CNF-02',
    title: text('法院决定是否受理', 'The court decides whether to accept'),
    length: 3,
    unit: 'calendarDay',
    from: 'filedOn',
    roll: 'next',
    warn: [],
    source: mediation.courtAccepts,
  },
  courtDecides: {
    code: 'CNF-04',
    title: text('法院作出司法确认裁定', 'The court rules on confirmation'),
    length: 30,
    unit: 'calendarDay',
    // The older rule (CNF-03) has fifteen days: the aim, not the limit.
    target: { length: 15, unit: 'calendarDay' },
    from: 'filedOn',
    roll: 'next',
    warn: [{ before: { length: 3, unit: 'calendarDay' } }],
    source: mediation.courtDecides,
  },
  perform: {
    code: 'MED-P1',
    title: text('履行协议', 'Perform the agreement'),
    length: { dayIn: 'performBy' },
    unit: 'calendarDay',
    roll: 'none',
    warn: [{ before: { length: 3, unit: 'workingDay' } }],
    escalation: [{ after: { length: 3, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') }],
    source: mediation.followUp,
  },
  remedies: {
    code: 'MED-P2',
    title: text('告知救济途径或提请上级调解', 'Tell remedies or refer upwards'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    escalation: urged,
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { mediation, ownRule } from '../../shared/v1/sources.ts'

export const disputeDeadlines = {
  accept: {
    code: 'MED-03',
    title: text('决定是否受理', 'Decide whether to accept'),
    length: { by: 'difficulty', lengths: { simple: 5, ordinary: 5, complex: 10 } },
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.8 }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') }],
    source: mediation.accept,
  },
  mediate: {
    code: 'MED-02',
    title: text('调解期限', 'Mediate'),
    length: 30,
    unit: 'calendarDay',
    roll: 'next',
    warn: [{ share: 0.5 }, { share: 0.8 }, { before: { length: 3, unit: 'workingDay' } }],
    extension: [
      {
        max: { length: 30, unit: 'calendarDay' },
        by: ['mediator', 'leader'],
        applyBefore: { length: 1, unit: 'calendarDay' },
      },
      {
        max: { length: 30, unit: 'calendarDay' },
        by: ['mediator', 'leader'],
        applyBefore: { length: 1, unit: 'calendarDay' },
      },
      {
        max: { length: 30, unit: 'calendarDay' },
        by: ['mediator', 'leader'],
        applyBefore: { length: 1, unit: 'calendarDay' },
      },
    ],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') },
      {
        after: { length: 5, unit: 'workingDay' },
        to: 'leader',
        title: text('上一级联合调解', 'Joint mediation one tier up'),
      },
    ],
    source: mediation.limit,
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
    title: text('告知途径或上交', 'Tell remedies or escalate'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

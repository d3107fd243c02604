import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance, ownRule, safety } from '../../shared/v1/sources.ts'
import { NOT_FIRE_KINDS } from './deadlines-order.ts'
import { orderingLeader } from './who.ts'

const toLeader = [
  { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
] as const satisfies DeadlineRule['escalation']
const dayBefore = [{ before: { length: 1, unit: 'workingDay' } }] as const satisfies DeadlineRule['warn']

const check = {
  length: 10,
  unit: 'calendarDay',
  // An office's own duty: done before the holiday, though the legal limit is after it.
  roll: 'previous',
  when: { field: 'category', is: NOT_FIRE_KINDS },
  warn: [{ share: 0.8 }],
  escalation: toLeader,
  source: safety.reinspection,
} as const
const checkFire = {
  length: 3,
  unit: 'workingDay',
  roll: 'none',
  when: { field: 'category', is: ['fire'] },
  warn: dayBefore,
  escalation: toLeader,
  source: safety.fireReinspection,
} as const

/** The fix, its check, the write-off, and work that may go on. */
export const checkDeadlines = {
  rectify: {
    code: 'HAZ-01',
    title: text('整改期限', 'Rectify'),
    length: { dayIn: 'rectifyBy' },
    unit: 'calendarDay',
    keepsEarlier: true,
    roll: 'none',
    pausable: true,
    thenStarts: ['reinspectAtExpiry', 'reinspectFireAtExpiry'],
    warn: [
      { share: 0.5 },
      { share: 0.8 },
      { before: { length: 3, unit: 'workingDay' } },
      { before: { length: 1, unit: 'workingDay' } },
    ],
    // No law sets how long: asked for before the last day, twice at most.
    extension: [
      {
        max: { length: 60, unit: 'calendarDay' },
        by: [orderingLeader],
        applyBefore: { length: 1, unit: 'calendarDay' },
      },
      {
        max: { length: 60, unit: 'calendarDay' },
        by: [orderingLeader],
        applyBefore: { length: 1, unit: 'calendarDay' },
      },
    ],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('红单催办', 'Red order') },
      { after: { length: 3, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
      {
        after: { length: 10, unit: 'workingDay' },
        to: 'leader',
        title: text('挂牌或处罚', 'Listing or penalty'),
      },
    ],
    source: safety.rectify,
  },
  decideExtension: {
    code: 'HAZ-P9',
    title: text('决定是否延期', 'Decide the extension'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    escalation: toLeader,
    source: ownRule,
  },
  reinspect: { ...check, code: 'HAZ-08', title: text('申请后复查', 'Reinspect on request') },
  reinspectAtExpiry: { ...check, code: 'HAZ-08b', title: text('期满复查', 'Reinspect at expiry') },
  reinspectFire: { ...checkFire, code: 'HAZ-04', title: text('消防复查', 'Fire reinspection') },
  reinspectFireAtExpiry: {
    ...checkFire,
    code: 'HAZ-04b',
    title: text('消防期满复查', 'Fire reinspection at expiry'),
  },
  orderAgain: {
    code: 'HAZ-P10',
    title: text('再次责令整改或处罚', 'Order again or penalise'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    escalation: toLeader,
    source: ownRule,
  },
  list: {
    code: 'HAZ-P11',
    title: text('按清单整改', 'Rectify by list'),
    length: { dayIn: 'listBy' },
    unit: 'calendarDay',
    roll: 'none',
    warn: [{ share: 0.8 }, { before: { length: 3, unit: 'workingDay' } }],
    escalation: toLeader,
    source: safety.rectify,
  },
  resume: {
    code: 'HAZ-07',
    title: text('审查能否恢复生产经营', 'Review before work resumes'),
    length: 10,
    unit: 'calendarDay',
    from: 'resumptionAskedOn',
    roll: 'previous',
    warn: [{ share: 0.8 }],
    escalation: toLeader,
    source: safety.resume,
  },
  writeOff: {
    code: 'HAZ-P12',
    title: text('批准销号', 'Approve the write-off'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    escalation: toLeader,
    source: ownRule,
  },
  lookBack: {
    code: 'HAZ-P4',
    title: text('回头看', 'Look back'),
    length: 30,
    unit: 'calendarDay',
    from: 'writtenOffOn',
    roll: 'next',
    afterClosing: true,
    warn: [{ share: 0.8 }],
    source: governance.lookBack,
  },
} as const satisfies Record<string, DeadlineRule>

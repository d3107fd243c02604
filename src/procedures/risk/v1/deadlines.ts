import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance, ownRule } from '../../shared/v1/sources.ts'
import { orderingSide } from '../../shared/v1/takers.ts'

const watched = {
  unit: 'month',
  roll: 'previous',
  warn: [{ before: { length: 5, unit: 'workingDay' } }],
  escalation: [{ after: { length: 5, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
  source: governance.riskReview,
} as const satisfies Partial<DeadlineRule>

/** The higher it stands, the sooner it is looked at again; at least once a year. */
const MONTHS = { major: 1, serious: 3, general: 6, low: 12 }

const more = {
  max: { length: 90, unit: 'calendarDay' },
  by: orderingSide('leader'),
  applyBefore: { length: 1, unit: 'calendarDay' },
} as const

export const riskDeadlines = {
  assess: {
    code: 'RSK-P1',
    title: text('评估', 'Assess'),
    length: 10,
    unit: 'workingDay',
    from: 'foundOn',
    roll: 'none',
    warn: [{ share: 0.8 }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: ownRule,
  },
  decide: {
    code: 'RSK-P2',
    title: text('确定管控措施', 'Decide treatment'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: ownRule,
  },
  treat: {
    code: 'RSK-P3',
    title: text('措施落实时限', 'Treat'),
    length: { dayIn: 'treatBy' },
    unit: 'calendarDay',
    roll: 'none',
    warn: [{ share: 0.5 }, { share: 0.8 }, { before: { length: 3, unit: 'workingDay' } }],
    extension: [more, more],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('红单催办', 'Red order') },
      { after: { length: 5, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
    ],
    source: ownRule,
  },
  reassess: {
    ...watched,
    code: 'RSK-P4',
    title: text('复评', 'Reassess'),
    length: { by: 'residualLevel', lengths: MONTHS },
    from: 'reassessedOn',
  },
  reassessAccepted: {
    ...watched,
    code: 'RSK-P5',
    title: text('接受后复评', 'Reassess what was accepted'),
    length: { by: 'inherentLevel', lengths: MONTHS },
  },
} as const satisfies Record<string, DeadlineRule>

import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance, ownRule } from '../../shared/v1/sources.ts'

export const rectificationDeadlines = {
  settle: {
    code: 'RCT-P1',
    title: text('定责任', 'Settle responsibility'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: ownRule,
  },
  rectify: {
    code: 'RCT-P2',
    title: text('整改时限', 'Rectify'),
    length: { dayIn: 'dueOn' },
    unit: 'calendarDay',
    roll: 'none',
    warn: [{ share: 0.5 }, { share: 0.8 }, { before: { length: 3, unit: 'workingDay' } }],
    extension: [
      { max: { length: 90, unit: 'calendarDay' }, by: ['leader'], applyBefore: { length: 1, unit: 'calendarDay' } },
      { max: { length: 90, unit: 'calendarDay' }, by: ['leader'], applyBefore: { length: 1, unit: 'calendarDay' } },
    ],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('红单催办', 'Red order') },
      { after: { length: 5, unit: 'workingDay' }, to: 'leader', title: text('通报', 'Circular') },
    ],
    source: governance.writeOff,
  },
  progress: {
    code: 'RCT-P3',
    title: text('报整改进展', 'Report progress'),
    length: 1,
    unit: 'month',
    roll: 'previous',
    when: { field: 'kind', is: ['longTerm'] },
    warn: [{ before: { length: 3, unit: 'workingDay' } }],
    source: ownRule,
  },
  decideExtension: {
    code: 'RCT-P4',
    title: text('决定是否延期', 'Decide the extension'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  accept: {
    code: 'RCT-P5',
    title: text('签字和验收', 'Sign and check'),
    length: 10,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.8 }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: ownRule,
  },
  lookBack: {
    code: 'RCT-P6',
    title: text('回头看', 'Look back'),
    length: { by: 'lookBackAfter', lengths: { oneMonth: 1, threeMonths: 3, sixMonths: 6 } },
    unit: 'month',
    roll: 'next',
    warn: [{ before: { length: 5, unit: 'workingDay' } }],
    source: governance.lookBack,
  },
} as const satisfies Record<string, DeadlineRule>

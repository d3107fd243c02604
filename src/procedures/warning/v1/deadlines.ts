import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'

/** No law sets how soon a count is looked at: these are our defaults, which an office may change. */
export const warningDeadlines = {
  judge: {
    code: 'WRN-P1',
    title: text('研判', 'Judge'),
    length: 1,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.5 }],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
    ],
    source: ownRule,
  },
  watch: {
    code: 'WRN-P2',
    title: text('观察到', 'Watched until'),
    length: { dayIn: 'watchUntil' },
    unit: 'calendarDay',
    roll: 'none',
    onExpiry: { takes: 'lookAgain' },
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  outcome: {
    code: 'WRN-P3',
    title: text('写结果', 'Say what came of it'),
    length: 30,
    unit: 'calendarDay',
    roll: 'next',
    warn: [{ before: { length: 3, unit: 'workingDay' } }],
    escalation: [
      { after: { length: 5, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
    ],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

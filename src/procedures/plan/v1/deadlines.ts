import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { approval } from '../../shared/v1/record-steps.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { planLaw } from '../../shared/v1/sources-incident.ts'

export const planDeadlines = {
  ...approval('PLN-P4'),
  file: {
    code: 'PLN-P1',
    title: text('报送备案', 'File it'),
    length: 20,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 5, unit: 'workingDay' } }],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
    ],
    source: ownRule,
  },
  drill: {
    code: 'DRL-04',
    title: text('下一次演练', 'Next drill'),
    length: {
      by: 'cycle',
      lengths: {
        halfYear: { length: 6, unit: 'month' },
        year: { length: 1, unit: 'year' },
        twoYears: { length: 2, unit: 'year' },
        threeYears: { length: 3, unit: 'year' },
      },
    },
    unit: 'year',
    from: 'drilledOn',
    roll: 'previous',
    warn: [{ before: { length: 30, unit: 'calendarDay' } }],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
    ],
    source: planLaw.drill,
  },
  review: {
    code: 'PLN-P2',
    title: text('定期评估', 'Regular review'),
    length: 1,
    unit: 'year',
    roll: 'none',
    warn: [{ before: { length: 30, unit: 'calendarDay' } }],
    onExpiry: { takes: 'askReview' },
    source: ownRule,
  },
  assess: {
    code: 'PLN-P3',
    title: text('评估或修订', 'Assess or revise'),
    length: 20,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 5, unit: 'workingDay' } }],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
    ],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

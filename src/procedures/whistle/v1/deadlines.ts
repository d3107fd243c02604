import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { ladderSources } from '../../shared/v2/sources-ladder.ts'

/** No common rule sets how soon a called unit must be there: all of these are proposals that a county changes. */
export const whistleDeadlines = {
  reportIn: {
    code: 'WHI-P1',
    title: text('报到', 'Report in'),
    length: {
      by: 'urgency',
      lengths: {
        emergency: { length: 30, unit: 'minute' },
        ordinary: { length: 1, unit: 'workingDay' },
        hard: { length: 5, unit: 'workingDay' },
      },
    },
    unit: 'workingDay',
    roll: 'none',
    per: 'called',
    warn: [{ share: 0.5 }],
    escalation: [
      { after: { length: 0, unit: 'minute' }, to: 'leader', title: text('催促报到', 'Urge it to come') },
      { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督促报到', 'Supervise') },
    ],
    source: ladderSources.whistle,
  },
  answer: {
    code: 'WHI-P2',
    title: text('反馈办理情况', 'Answer'),
    length: {
      by: 'urgency',
      lengths: {
        emergency: { length: 1, unit: 'workingDay' },
        ordinary: { length: 5, unit: 'workingDay' },
        hard: { length: 10, unit: 'workingDay' },
      },
    },
    unit: 'workingDay',
    roll: 'none',
    per: 'called',
    warn: [{ share: 0.8 }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('催促反馈', 'Urge an answer') }],
    source: ownRule,
  },
  arbitrate: {
    code: 'WHI-P3',
    title: text('裁定谁来', 'Rule who comes'),
    length: { by: 'urgency', lengths: { emergency: { length: 1, unit: 'hour' }, ordinary: 1, hard: 2 } },
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.5 }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('催促裁定', 'Urge a ruling') }],
    source: ownRule,
  },
  judge: {
    code: 'WHI-P4',
    title: text('评判并办结', 'Judge and close'),
    length: { by: 'urgency', lengths: { emergency: 3, ordinary: 10, hard: 30 } },
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.8 }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

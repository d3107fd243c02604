import type { DeadlineRule, Escalation } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { dutyLaw } from '../../shared/v1/sources-duty.ts'

const toLeader = (length: number): readonly Escalation[] => [
  { after: { length, unit: 'minute' }, to: 'leader', title: text('报分管领导', 'To the leader') },
]

export const dutyDeadlines = {
  publish: {
    code: 'DUT-P1',
    title: text('公布', 'Publish'),
    length: { dayIn: 'startsAt' },
    unit: 'hour',
    roll: 'none',
    warn: [{ before: { length: 48, unit: 'hour' } }, { before: { length: 12, unit: 'hour' } }],
    escalation: toLeader(0),
    source: ownRule,
  },
  signOn: {
    code: 'DUT-P2',
    title: text('到岗', 'Be on duty'),
    length: 15,
    unit: 'minute',
    from: 'startsAt',
    roll: 'none',
    warn: [{ before: { length: 10, unit: 'minute' } }],
    escalation: toLeader(5),
    source: ownRule,
  },
  handOver: {
    code: 'DUT-P3',
    title: text('交接签字', 'Hand-over signed'),
    length: 30,
    unit: 'minute',
    from: 'endsAt',
    roll: 'none',
    warn: [{ before: { length: 15, unit: 'minute' } }],
    escalation: toLeader(10),
    source: dutyLaw.handover,
  },
  check: {
    code: 'DUT-P4',
    title: text('审阅归档', 'Check and file'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: [],
    onExpiry: { takes: 'file' },
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

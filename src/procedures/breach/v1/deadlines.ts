import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { personal } from '../../shared/v2/sources-personal.ts'

const toLeader = [
  { after: { length: 2, unit: 'hour' }, to: 'leader', title: text('报分管领导', 'To the leader') },
] as const

/** The law says at once; the numbers are ours until the county sets its own. */
export const breachDeadlines = {
  contain: {
    code: 'BRC-01',
    title: text('立即采取补救措施', 'To contain it at once'),
    length: 2,
    unit: 'hour',
    roll: 'none',
    warn: [{ share: 0.5 }],
    escalation: toLeader,
    source: personal.atOnce,
  },
  assess: {
    code: 'BRC-P1',
    title: text('研判', 'To assess it'),
    length: 24,
    unit: 'hour',
    roll: 'none',
    warn: [{ share: 0.5 }],
    source: ownRule,
  },
  authority: {
    code: 'BRC-02',
    title: text('通知主管部门', 'To tell the authority'),
    length: 24,
    unit: 'hour',
    roll: 'none',
    warn: [{ share: 0.5 }],
    escalation: toLeader,
    source: personal.atOnce,
  },
  persons: {
    code: 'BRC-03',
    title: text('通知个人', 'To tell the persons'),
    length: 72,
    unit: 'hour',
    roll: 'none',
    warn: [{ share: 0.5 }],
    source: personal.atOnce,
  },
  tellAll: {
    code: 'BRC-P5',
    title: text('通知完，转入补救', 'Everybody told, to be mended'),
    length: 4,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.5 }],
    source: ownRule,
  },
  mend: {
    code: 'BRC-P2',
    title: text('补救完成', 'To mend it'),
    length: 10,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.8 }],
    source: ownRule,
  },
  check: {
    code: 'BRC-P3',
    title: text('验收补救', 'To check it'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  review: {
    code: 'BRC-P4',
    title: text('复盘、结案', 'To review and close'),
    length: 15,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 3, unit: 'workingDay' } }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

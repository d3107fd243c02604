import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance, ownRule } from '../../shared/v1/sources.ts'
import { quarterly } from './sources.ts'

const dayBefore = [{ before: { length: 1, unit: 'workingDay' } }] as const satisfies DeadlineRule['warn']
const weekBefore = [{ before: { length: 5, unit: 'workingDay' } }] as const satisfies DeadlineRule['warn']
const toLeader = [
  { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
] as const satisfies DeadlineRule['escalation']

/** So many working days by our own default. */
const days = (code: string, zh: string, en: string, length: number) =>
  ({ code, title: text(zh, en), length, unit: 'workingDay', roll: 'none', warn: dayBefore, source: ownRule }) as const

/** Until a day of the plan. */
const until = (code: string, zh: string, en: string, dayIn: string) =>
  ({
    code,
    title: text(zh, en),
    length: { dayIn },
    unit: 'calendarDay',
    roll: 'none',
    warn: weekBefore,
    escalation: toLeader,
    source: ownRule,
  }) as const

export const campaignDeadlines = {
  approve: days('ZX-P1', '批准方案', 'Approve the plan', 5),
  mobilise: days('ZX-P2', '动员部署', 'Mobilise', 5),
  signFor: { ...days('ZX-P3', '签收任务', 'Sign for it', 2), per: 'units' },
  selfCheck: { ...until('ZX-P4', '报自查情况', 'Report the self-check', 'selfCheckBy'), per: 'units' },
  selfCheckStage: until('ZX-P5', '自查阶段', 'Self-check stage', 'selfCheckBy'),
  sweep: until('ZX-P6', '排查阶段', 'Sweep', 'sweepBy'),
  rectify: until('ZX-P7', '集中整改阶段', 'Rectification', 'rectifyBy'),
  quarter: {
    code: 'ZX-P8',
    title: text('报季度进展', 'Quarterly report'),
    length: 3,
    unit: 'month',
    roll: 'previous',
    warn: weekBefore,
    source: quarterly,
  },
  stage: {
    code: 'ZX-P9',
    title: text('半年小结', 'Half-yearly summary'),
    length: 6,
    unit: 'month',
    roll: 'previous',
    warn: weekBefore,
    source: quarterly,
  },
  accept: days('ZX-P10', '验收', 'Accept', 10),
  lookBack: {
    code: 'ZX-P11',
    title: text('回头看', 'Look back'),
    length: 6,
    unit: 'month',
    roll: 'previous',
    warn: [{ share: 0.5 }, { share: 0.8 }],
    source: governance.lookBack,
  },
  summary: days('ZX-P12', '总结', 'Sum up', 15),
  close: days('ZX-P13', '批准总结', 'Approve the summary', 5),
} as const satisfies Record<string, DeadlineRule>

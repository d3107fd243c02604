import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ACCIDENT_KINDS } from '../../shared/v1/incident-kinds.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { incidentLaw } from '../../shared/v1/sources-incident.ts'

const leader = text('报分管领导', 'To the leader')
const soon = [{ after: { length: 10, unit: 'minute' }, to: 'leader', title: leader }] as const
const nextDay = [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: leader }] as const

const minutes = (code: string, zh: string, en: string, length: number) =>
  ({
    code,
    title: text(zh, en),
    length,
    unit: 'minute',
    roll: 'none',
    warn: [{ share: 0.8 }],
    escalation: soon,
    source: ownRule,
  }) as const

const days = (length: number) => ({ length, unit: 'calendarDay' }) as const

export const workDeadlines = {
  verify: minutes('INC-P1', '核实', 'Verify', 60),
  grade: minutes('INC-P2', '定级', 'Grade', 60),
  respond: minutes('INC-P3', '定是否启动响应', 'Decide on the response', 30),
  signIn: { ...minutes('INC-P4', '签到', 'Sign in', 30), from: 'activatedAt', per: 'forces' },
  act: {
    ...minutes('INC-P5', '预案步骤', 'Step of the plan', 1),
    length: { numberIn: 'minutes' },
    from: 'activatedAt',
    per: 'actions',
    source: incidentLaw.plan,
  },
  supplement: {
    code: 'INC-P6',
    title: text('下一次续报', 'Next supplement'),
    length: {
      by: 'responseLevel',
      lengths: { 1: 2, 2: 4, 3: 8, 4: 24, 0: 24 },
    },
    unit: 'hour',
    roll: 'none',
    warn: [{ before: { length: 30, unit: 'minute' } }],
    escalation: [{ after: { length: 1, unit: 'hour' }, to: 'leader', title: leader }],
    source: ownRule,
  },
  recover: {
    code: 'INC-P7',
    title: text('终报和损失评估', 'Final report and assessment'),
    length: 30,
    unit: 'calendarDay',
    roll: 'none',
    warn: [{ share: 0.8 }],
    escalation: nextDay,
    source: ownRule,
  },
  formGroup: {
    code: 'INC-P8',
    title: text('成立调查组', 'Form the group'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    when: { field: 'category', is: ACCIDENT_KINDS },
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    escalation: nextDay,
    source: ownRule,
  },
  investigate: {
    code: 'INC-05',
    title: text('提交调查报告', 'Investigation report'),
    length: 60,
    unit: 'calendarDay',
    from: 'eventAt',
    roll: 'previous',
    pausable: { appraisal: { title: text('技术鉴定', 'Technical appraisal') } },
    extension: [{ max: days(60), by: ['leader'] }],
    warn: [{ share: 0.5 }, { share: 0.8 }],
    escalation: nextDay,
    source: incidentLaw.investigation,
  },
  reply: {
    code: 'INC-06',
    title: text('批复', 'Reply'),
    length: { by: 'level', lengths: { major: 30, serious: 15, general: 15, low: 15 } },
    unit: 'calendarDay',
    from: 'submittedOn',
    roll: 'previous',
    // Only where the accident is extraordinary (art. 32).
    extension: [{ max: { by: 'level', lengths: { major: days(30) } }, by: ['leader'] }],
    warn: [{ share: 0.8 }],
    escalation: nextDay,
    source: incidentLaw.reply,
  },
  evaluate: {
    code: 'INC-07',
    title: text('评估并公开落实情况', 'Evaluate and publish'),
    length: 1,
    unit: 'year',
    from: 'repliedOn',
    roll: 'previous',
    warn: [{ share: 0.5 }, { share: 0.8 }],
    escalation: nextDay,
    source: incidentLaw.evaluation,
  },
  evaluateAgain: {
    code: 'INC-P10',
    title: text('督促落实后再评估', 'Evaluate again'),
    length: 6,
    unit: 'month',
    roll: 'previous',
    warn: [{ share: 0.8 }],
    escalation: nextDay,
    source: ownRule,
  },
  settle: {
    code: 'INC-P9',
    title: text('复盘并结束', 'Review and close'),
    length: 20,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.8 }],
    escalation: nextDay,
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

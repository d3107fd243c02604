import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule, safety } from '../../shared/v1/sources.ts'

export const aarDeadlines = {
  analyse: {
    code: 'AAR-P1',
    title: text('分析并列问题', 'Analyse and list problems'),
    length: 20,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.5 }, { share: 0.8 }],
    extension: [
      { max: { length: 30, unit: 'calendarDay' }, by: ['leader'], applyBefore: { length: 1, unit: 'calendarDay' } },
    ],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: ownRule,
  },
  evaluate: {
    code: 'INC-07',
    title: text('评估并公开落实情况', 'Evaluate and publish'),
    length: 1,
    unit: 'year',
    from: 'repliedOn',
    roll: 'previous',
    when: { field: 'category', is: ['accident'] },
    warn: [{ share: 0.5 }, { share: 0.8 }, { before: { length: 1, unit: 'month' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: safety.evaluation,
  },
  reportUp: {
    code: 'AAR-P2',
    title: text('报上一级', 'Report to the level above'),
    length: 10,
    unit: 'workingDay',
    roll: 'none',
    when: { field: 'category', is: ['incident', 'accident'] },
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: {
      article: text(
        '《突发事件应对法》（2024）第九十二条要求报告，期限由本地定',
        'Emergency Response Law (2024), art. 92 asks for the report; the limit is local',
      ),
      mark: 'product',
    },
  },
} as const satisfies Record<string, DeadlineRule>

import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'

const days = (code: string, zh: string, en: string, length: number) =>
  ({
    code,
    title: text(zh, en),
    length,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  }) as const satisfies DeadlineRule

/** No escalation: it would tell the line above. */
export const counsellingDeadlines = {
  ask: days('XL-P1', '问过本人意思', 'To ask for consent', 5),
  handOver: days('XL-P2', '转给服务单位', 'To hand over', 3),
  take: days('XL-P3', '接下转介', 'To take it up', 3),
  goOn: {
    code: 'XL-P4',
    title: text('确认是否继续', 'To confirm whether it goes on'),
    length: 3,
    unit: 'month',
    roll: 'next',
    warn: [{ before: { length: 5, unit: 'workingDay' } }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

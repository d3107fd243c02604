import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { assistDeadlines } from '../../shared/v1/assisting.ts'
import { governance, ownRule } from '../../shared/v1/sources.ts'

const dayBefore = [{ before: { length: 1, unit: 'workingDay' } }] as const

export const taskDeadlines = {
  ...assistDeadlines,
  assign: {
    code: 'TSK-P1',
    title: text('交办', 'Assign'),
    length: 2,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    source: ownRule,
  },
  finish: {
    code: 'TSK-P2',
    title: text('完成时限', 'Finish'),
    length: { dayIn: 'dueOn' },
    unit: 'calendarDay',
    roll: 'none',
    warn: [{ share: 0.5 }, { share: 0.8 }, { before: { length: 3, unit: 'workingDay' } }],
    extension: [
      { max: { length: 90, unit: 'calendarDay' }, by: ['leader'], applyBefore: { length: 1, unit: 'calendarDay' } },
      { max: { length: 90, unit: 'calendarDay' }, by: ['leader'], applyBefore: { length: 1, unit: 'calendarDay' } },
    ],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('红单', 'Red order') },
      { after: { length: 5, unit: 'workingDay' }, to: 'leader', title: text('通报', 'Circular') },
      { after: { length: 10, unit: 'workingDay' }, to: 'leader', title: text('约谈', 'Summon to talk') },
    ],
    source: governance.colours,
  },
  takeOver: {
    code: 'TSK-P7',
    title: text('签收', 'Sign for it'),
    length: 2,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') }],
    source: ownRule,
  },
  feedback: {
    code: 'TSK-P3',
    title: text('反馈进展', 'Report progress'),
    length: { by: 'cadence', lengths: { weekly: 7, halfMonthly: 15, monthly: { length: 1, unit: 'month' } } },
    unit: 'calendarDay',
    roll: 'next',
    warn: dayBefore,
    source: ownRule,
  },
  decideExtension: {
    code: 'TSK-P4',
    title: text('决定是否延期', 'Decide the extension'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    source: ownRule,
  },
  review: {
    code: 'TSK-P5',
    title: text('审核', 'Review'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    source: ownRule,
  },
  close: {
    code: 'TSK-P8',
    title: text('批准办结', 'Approve the close'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: dayBefore,
    source: ownRule,
  },
  redo: {
    code: 'TSK-P6',
    title: text('重办', 'Redo'),
    length: { dayIn: 'redoBy' },
    unit: 'calendarDay',
    keepsEarlier: true,
    roll: 'none',
    warn: [{ share: 0.5 }, { before: { length: 1, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('通报', 'Circular') }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

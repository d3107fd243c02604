import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { intake, ownRule, petition } from '../../shared/v1/sources.ts'

export const reportDeadlines = {
  tell: {
    code: 'PET-02',
    title: text('告知受理和去向', 'Tell receipt and route'),
    length: 15,
    unit: 'calendarDay',
    roll: 'previous',
    warn: [{ share: 0.5 }, { share: 0.8 }, { before: { length: 3, unit: 'workingDay' } }],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') },
      { after: { length: 3, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
    ],
    source: petition.tell,
  },
  handle: {
    code: 'RPT-01',
    title: text('办理', 'Handle'),
    length: { by: 'difficulty', lengths: { simple: 1, ordinary: 7, complex: 20 } },
    unit: 'calendarDay',
    // Rolled back over a holiday, a limit of one day would end before it begins.
    roll: 'next',
    warn: [{ share: 0.5 }, { share: 0.8 }],
    extension: [{ max: { length: 30, unit: 'calendarDay' }, by: ['leader'] }],
    escalation: [
      { after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('红单催办', 'Red order') },
      { after: { length: 3, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
    ],
    source: intake.threeTiers,
  },
  returnOrder: {
    code: 'PET-04',
    title: text('签收或退回', 'Take over or return'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'triageOfficer', title: text('催办', 'Urge') }],
    source: petition.tell,
  },
  receipt: {
    code: 'RPT-02',
    title: text('要对方回执', 'Obtain the receipt'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  followUp: {
    code: 'RPT-03',
    title: text('回访', 'Call back'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  redo: {
    code: 'RPT-04',
    title: text('重新办理', 'Handle again'),
    length: 7,
    unit: 'calendarDay',
    roll: 'next',
    warn: [{ share: 0.5 }, { share: 0.8 }],
    escalation: [{ after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'

const toLeader = [
  { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
] as const satisfies DeadlineRule['escalation']
const own = { roll: 'none', escalation: toLeader, source: ownRule } as const

export const lessonDeadlines = {
  propose: {
    code: 'JY-P1',
    title: text('写明修改建议', 'Write the proposal'),
    length: 10,
    unit: 'workingDay',
    ...own,
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
  },
  decide: {
    code: 'JY-P2',
    title: text('定采不采纳', 'Decide'),
    length: 10,
    unit: 'workingDay',
    ...own,
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
  },
  change: {
    code: 'JY-P3',
    title: text('改出新版', 'Make the new version'),
    length: 2,
    unit: 'workingDay',
    ...own,
    when: { field: 'category', is: ['checklist', 'plan', 'criteria'] },
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
  },
  apply: {
    code: 'JY-P4',
    title: text('单位都查完，结束', 'All checked and closed'),
    length: { dayIn: 'checkBy' },
    unit: 'calendarDay',
    ...own,
    warn: [{ share: 0.5 }, { before: { length: 3, unit: 'calendarDay' } }],
    extension: [{ max: { length: 60, unit: 'calendarDay' }, by: ['leader'] }],
  },
} as const satisfies Record<string, DeadlineRule>

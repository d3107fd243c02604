import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { integrity } from '../../shared/v1/sources-apart.ts'
import { RECORDS } from './forms-record.ts'

const before = [{ before: { length: 1, unit: 'workingDay' } }] as const

/** Nothing is raised to the line above by time alone: it does not see these matters. */
export const integrityDeadlines = {
  sort: {
    code: 'LZ-P1',
    title: text('受理、定级', 'To take up'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    when: { field: 'category', is: ['riskPoint', ...RECORDS] },
    warn: before,
    source: ownRule,
  },
  reportAtOnce: {
    code: 'INT-01',
    title: text('立即向上报告', 'To report upward at once'),
    length: 24,
    unit: 'hour',
    roll: 'none',
    when: { field: 'affects', is: ['yes'] },
    warn: [{ share: 0.5 }],
    source: integrity.atOnce,
  },
  quarter: {
    code: 'LZ-P5',
    title: text('报季度报告', 'To send the quarterly report'),
    length: { dayIn: 'dueOn' },
    unit: 'calendarDay',
    roll: 'none',
    when: { field: 'category', is: ['quarterly'] },
    warn: [{ before: { length: 3, unit: 'workingDay' } }],
    source: integrity.quarterly,
  },
  check: {
    code: 'LZ-P2',
    title: text('核查办结', 'To look into it'),
    length: 30,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ share: 0.5 }, { share: 0.8 }],
    source: ownRule,
  },
  approve: {
    code: 'LZ-P3',
    title: text('审定等级和措施', 'To approve grade and controls'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: before,
    source: ownRule,
  },
  redo: {
    code: 'LZ-P6',
    title: text('重新定级', 'To grade again'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: before,
    source: ownRule,
  },
  regrade: {
    code: 'INT-02',
    title: text('年度重新定级', 'The yearly grading'),
    length: 1,
    unit: 'year',
    roll: 'previous',
    warn: [{ before: { length: 1, unit: 'month' } }],
    source: integrity.yearly,
  },
  protect: {
    code: 'LZ-P4',
    title: text('查清并保护记录人', 'To protect whoever recorded'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    afterClosing: true,
    warn: before,
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { archives, enforcement } from '../../shared/v1/court-sources.ts'

const toHead = [
  { after: { length: 1, unit: 'workingDay' }, to: 'divisionHead', title: text('报局长、庭长', 'Tell the head') },
] as const satisfies DeadlineRule['escalation']
const own = {
  unit: 'calendarDay',
  roll: 'next',
  warn: [{ before: { length: 1, unit: 'workingDay' } }],
  escalation: toHead,
} as const satisfies Partial<DeadlineRule>
const years = (length: number) => ({ length, unit: 'year' }) as const

/** Beside the limit of enforcement itself; seizures, checks and the file outlast the case. */
export const enforcementDeadlines = {
  enforcementNotice: {
    ...own,
    code: 'ENF-02',
    title: text('发出执行通知', 'Send the enforcement notice'),
    length: 10,
    from: 'materialsOn',
    when: { field: 'category', is: ['enforcement'] },
    source: enforcement.notice,
  },
  search: {
    ...own,
    code: 'ENF-03',
    title: text('完成财产查控', 'Finish the search for assets'),
    length: 1,
    unit: 'month',
    when: { field: 'category', is: ['enforcement'] },
    source: enforcement.search,
  },
  seizure: {
    code: 'ENF-07',
    title: text('查封、扣押、冻结期限', 'Seizure or freezing ends'),
    length: {
      by: 'measureKind',
      lengths: { deposit: years(1), movable: years(2), realEstate: years(3), other: years(3) },
    },
    unit: 'year',
    roll: 'none',
    from: 'orderedOn',
    per: 'measure',
    extension: Array.from({ length: 6 }, () => ({
      max: {
        by: 'measureKind',
        lengths: { deposit: years(1), movable: years(2), realEstate: years(3), other: years(3) },
      },
      by: ['judge'],
    })),
    afterClosing: true,
    warn: [{ before: { length: 60, unit: 'calendarDay' } }, { before: { length: 15, unit: 'calendarDay' } }],
    escalation: toHead,
    source: enforcement.seizure,
  },
  decideObjection: {
    ...own,
    code: 'ENF-05',
    title: text('审查执行异议', 'Decide the objection'),
    length: 15,
    from: 'objectedOn',
    source: enforcement.objection,
  },
  check: {
    ...own,
    code: 'ENF-08b',
    title: text('终本后定期查询', 'Search again'),
    length: 6,
    unit: 'month',
    afterClosing: true,
    warn: [{ before: { length: 10, unit: 'workingDay' } }],
    source: enforcement.checks,
  },
  archive: {
    ...own,
    code: 'ARC-01',
    title: text('归档', 'Archive the file'),
    length: 3,
    unit: 'month',
    from: 'endedOn',
    afterClosing: true,
    warn: [{ before: { length: 10, unit: 'workingDay' } }],
    source: archives.file,
  },
  archiveAfterAppeal: {
    ...own,
    code: 'ARC-01b',
    title: text('二审后归档', 'Archive after the appeal'),
    length: 3,
    unit: 'month',
    from: 'fileBackOn',
    afterClosing: true,
    warn: [{ before: { length: 10, unit: 'workingDay' } }],
    source: archives.file,
  },
} as const satisfies Record<string, DeadlineRule>

import type { Level } from '../matter/level.ts'
import type { Channel } from '../matter/matter.ts'
import type { Instant } from '../time/time.ts'

/** One matter as counts know it at a moment: no title, no person, no words. */
export type CountRow = {
  readonly id: string
  /** The unit that was responsible then. */
  readonly unitId: string
  readonly procedure: string
  readonly state: string
  readonly category?: string
  readonly level?: Level
  /** The village or township where it happened. */
  readonly place?: string
  /** Through which channel it came in. */
  readonly source: Channel
  readonly openedAt: Instant
  /** Of one that was over then. */
  readonly closedAt?: Instant
  /** It ended by going back: not the unit's remit. */
  readonly returned?: true
  /** A time limit had passed when it was closed. */
  readonly late?: true
  /** Of one that was not over: the earliest time limit that had passed. */
  readonly overdueSince?: Instant
}

/** What is counted from `from` until just before `at`, by what was on record just before `at`. */
export type CountSpan = { readonly from: Instant; readonly at: Instant }

/** What is counted; the order is that of the tables. */
export const COUNTED = ['opened', 'closed', 'onTime', 'late', 'returned', 'open', 'overdue'] as const
export type Counted = (typeof COUNTED)[number]

const isEnded = ({ closedAt }: CountRow, { from }: CountSpan) => closedAt !== undefined && closedAt >= from
const isClosed = (row: CountRow, span: CountSpan) => isEnded(row, span) && !row.returned

const TESTS: Readonly<Record<Counted, (row: CountRow, span: CountSpan) => boolean>> = {
  opened: ({ openedAt }, { from }) => openedAt >= from,
  closed: isClosed,
  onTime: (row, span) => isClosed(row, span) && !row.late,
  late: (row, span) => isClosed(row, span) && row.late === true,
  returned: (row, span) => isEnded(row, span) && row.returned === true,
  open: ({ closedAt }) => closedAt === undefined,
  overdue: ({ closedAt, overdueSince }) => closedAt === undefined && overdueSince !== undefined,
}

/** Whether a matter is one of those that a figure counts: the number and the list behind it both rest on this alone. */
export const isCounted = (counted: Counted, row: CountRow, span: CountSpan): boolean => TESTS[counted](row, span)

import { LARGEST_COUNT } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'

/**
 * So many matters that were opened, fell due and were closed in the same steps (days or weeks, numbered from 1).
 * No more than that is known of them: neither whose they are nor who handled them.
 */
export type FlowRecord = {
  readonly count: number
  /** May be 0 or below for matters from before the first step. */
  readonly opened: number
  /** The last step in which it is still in time; null without a deadline. */
  readonly due: number | null
  /** Null while open. */
  readonly closed: number | null
}

/** What came, waited and went, up to the end of step `now`. */
export type MatterFlow = { readonly now: number; readonly records: readonly FlowRecord[] }

/** Counts at the end of each step; index 0 is the end of step 1. */
export type FlowStocks = {
  readonly open: readonly number[]
  readonly overdue: readonly number[]
  /** Matters opened in each step. */
  readonly arrivals: readonly number[]
}

const LONGEST = 20_000

/** Refuses steps that are no whole numbers, matters closed before they were opened, and anything after `now`. */
export function checkFlow({ now, records }: MatterFlow): StatisticsFailure | undefined {
  if (!Number.isSafeInteger(now) || now < 1 || now > LONGEST) return failure('bad-parameter', 'now')
  for (const [index, { count, opened, due, closed }] of records.entries()) {
    const at = index + 1
    if (!Number.isInteger(count) || count < 1 || count > LARGEST_COUNT) return failure('bad-series', 'count', at)
    if (!Number.isSafeInteger(opened) || opened > now) return failure('bad-series', 'opened', at)
    if (due !== null && !Number.isSafeInteger(due)) return failure('bad-series', 'due', at)
    if (closed === null) continue
    if (!Number.isSafeInteger(closed) || closed < opened || closed > now) return failure('bad-series', 'closed', at)
  }
  return undefined
}

/** Open and overdue matters at the end of each step, and what came in it. */
export function flowStocks({ now, records }: MatterFlow): FlowStocks {
  const open = new Array<number>(now + 2).fill(0)
  const overdue = new Array<number>(now + 2).fill(0)
  const arrivals = new Array<number>(now).fill(0)
  for (const { count, opened, due, closed } of records) {
    if (opened >= 1) arrivals[opened - 1]! += count
    const gone = closed ?? now + 1
    addSpan(open, opened, gone, count)
    if (due !== null) addSpan(overdue, Math.max(opened, due), gone, count)
  }
  return { open: runningSums(open, now), overdue: runningSums(overdue, now), arrivals }
}

/** Adds to the steps from `from` up to but without `to`, as differences. */
function addSpan(differences: number[], from: number, to: number, count: number): void {
  const start = Math.max(from, 1)
  if (to <= start) return
  differences[start]! += count
  differences[to]! -= count
}

function runningSums(differences: readonly number[], now: number): number[] {
  let sum = 0
  return Array.from({ length: now }, (_, i) => (sum += differences[i + 1]!))
}

/** What was known at the end of an earlier step. */
export const asKnownAt = ({ records }: MatterFlow, now: number): MatterFlow => ({
  now,
  records: records
    .filter(({ opened }) => opened <= now)
    .map((record) => (record.closed !== null && record.closed > now ? { ...record, closed: null } : record)),
})

import type { Instant } from '../../domain/time/time.ts'
import { type LogEntry, MATTER_KINDS } from '../../engine/transparency/entry.ts'
import { commitmentOf, type LogKey } from '../transparency/log-key.ts'
import { hexOf } from '../transparency/sequence.ts'
import type { EventRecord, RecordFault } from './check-records.ts'

/** An entry of the log that stands for events of a matter. */
export type MatterEntry = Pick<LogEntry, 'kind' | 'first' | 'last' | 'loggedAt'> & {
  readonly matterId: string
  readonly index: number
  readonly commitment: Uint8Array
}

/** What a log says of matters, with what is needed to compare. */
export type MatterLog = Pick<LogKey, 'blindOf'> & {
  /** Matters above this id were not taken in yet, for the log has just begun; null when all were. */
  readonly begunAfter: string | null
  /** When the entry before this one's batch was taken in: what comes after it cannot have been there before. */
  readonly batchBefore: (index: number) => Instant | undefined
}

/** Clocks of two servers differ a little, and a round of many deadlines takes a while: no more than this, in milliseconds. */
const TOLERANCE_MS = 3_600_000

/**
 * The first thing in the events of one matter that is not as it was taken into the log: missing, rewritten, never taken in,
 * or dated before it can have happened. `waiting` is the first version that is on its way into the log, if any.
 */
export function logFault(
  log: MatterLog,
  matterId: string,
  stored: readonly Pick<EventRecord, 'version' | 'at' | 'hash'>[],
  entries: readonly MatterEntry[],
  waiting: number | undefined,
): RecordFault | undefined {
  let next = 1
  for (const entry of entries) {
    if (entry.first !== next) return { rule: 'not-in-log', at: String(next) }
    const fault = entryFault(log, matterId, stored, entry)
    if (fault) return fault
    next = entry.last + 1
  }
  const isLater = log.begunAfter !== null && matterId > log.begunAfter
  const isAll = next > stored.length || isLater || (waiting !== undefined && waiting <= next)
  return isAll ? undefined : { rule: 'not-in-log', at: String(next) }
}

function entryFault(
  { blindOf, batchBefore }: MatterLog,
  matterId: string,
  stored: readonly Pick<EventRecord, 'version' | 'at' | 'hash'>[],
  { kind, index, first, last, loggedAt, commitment }: MatterEntry,
): RecordFault | undefined {
  const event = stored[last - 1]
  if (!event) return { rule: 'logged-missing', at: String(stored.length + 1) }
  const entry = { kind, subject: matterId, first, last, digest: hexOf(event.hash), loggedAt }
  if (!commitmentOf(entry, blindOf(index)).equals(commitment)) return { rule: 'log-differs', at: String(last) }
  const before = batchBefore(index)
  if (kind !== 'events' || before === undefined) return undefined
  const odd = stored.slice(first - 1, last).find(({ at }) => Date.parse(at) < Date.parse(before) - TOLERANCE_MS)
  return odd && { rule: 'backdated', at: String(odd.version) }
}

/** Kinds of entries that stand for events, as SQL. */
export const MATTER_KINDS_SQL = MATTER_KINDS.map((kind) => `'${kind}'`).join(', ')

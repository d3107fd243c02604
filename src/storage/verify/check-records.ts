import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { type Link, verifyChain } from '../../engine/record/chain.ts'
import { replay } from '../../engine/record/evolve.ts'
import { sameJson } from '../../engine/record/same-json.ts'
import { recount } from '../../engine/time/recount.ts'
import { sha256 } from '../write/ids.ts'
import { deadlineRows, matterColumns } from '../write/write-rows.ts'

/** A row of `matters` as stored. */
export type MatterRecord = Readonly<Record<string, unknown>> & {
  readonly tenant: string
  readonly id: string
  readonly reference: string
  readonly head: string
  readonly version: number
  readonly matter: unknown
}
/** A row of `matter_events`: the text of its JSON as stored, what that says, and its hash in hex. */
export type EventRecord = Link

export type DeadlineRecord = Readonly<Record<string, unknown>> & {
  readonly matter_id: string
  readonly clock_id: string
}

/** What does not hold. `at` names the event, column or clock. */
export type RecordFault = {
  readonly rule:
    | 'events-missing'
    | 'chain-broken'
    | 'chain-cut-short'
    | 'event-columns'
    | 'row-differs'
    | 'column-differs'
    | 'deadline-differs'
    | 'calendar-differs'
    | 'procedure-unknown'
    | 'not-in-log'
    | 'logged-missing'
    | 'log-differs'
    | 'backdated'
    | 'deadline-asleep'
    | 'key-gone'
    | 'key-kept'
    | 'link-missing'
    | 'link-invented'
  readonly at: string
}

/** Columns that follow from the units and posts of today; `beside-records.ts` knows when they may rightly differ. */
const BY_DIRECTORY = ['unit_path', 'origin_path', 'about_path', 'place_path', 'waits_for']

/**
 * The first thing in the records of one matter that is not what its events lead to, or undefined when all is. The chain of the events
 * has to hold; `events` are they, whole.
 */
export function checkRecords(
  record: MatterRecord,
  stored: readonly EventRecord[],
  events: readonly MatterEvent[],
  deadlines: readonly DeadlineRecord[],
  procedure: Procedure,
  rulebook: Rulebook,
): RecordFault | undefined {
  return (
    placeFault(stored, events) ??
    rowFault(record, events, procedure, rulebook) ??
    deadlineFault(record.matter as Matter, deadlines, procedure, rulebook) ??
    calendarFault(record.matter as Matter, rulebook)
  )
}

/** A running clock that is due otherwise by the calendar of the tenant: a notice or own days were not applied yet. */
function calendarFault({ clocks }: Matter, { calendar }: Rulebook): RecordFault | undefined {
  const found = recount(clocks, calendar)[0]
  return found && { rule: 'calendar-differs', at: found.clockId }
}

/** What is wrong with the events of a matter as they lie there, before anybody reads what they say. */
export function chainFault({ head }: MatterRecord, links: readonly EventRecord[]): RecordFault | undefined {
  if (links.length === 0) return { rule: 'events-missing', at: '1' }
  const chain = verifyChain(links, sha256, head)
  if (chain.ok) return undefined
  return { rule: chain.reason === 'changed' ? 'chain-broken' : 'chain-cut-short', at: String(chain.index + 1) }
}

/** The hash of an event that says all of it in its JSON does not cover what its row says beside. */
function placeFault(links: readonly Link[], events: readonly MatterEvent[]): RecordFault | undefined {
  const odd = links.find(
    ({ version, type, at }, index) => version !== index + 1 || type !== events[index]?.type || at !== events[index]?.at,
  )
  return odd && { rule: 'event-columns', at: String(odd.version) }
}

function rowFault(
  record: MatterRecord,
  events: readonly MatterEvent[],
  procedure: Procedure,
  rulebook: Rulebook,
): RecordFault | undefined {
  const matter = replay(events)
  if (!matter || !sameJson(matter, record.matter)) return { rule: 'row-differs', at: 'matter' }
  const expected: Readonly<Record<string, unknown>> = matterColumns(matter, record.head, procedure, rulebook)
  const odd = Object.keys(expected).find(
    (column) => column !== 'matter' && !BY_DIRECTORY.includes(column) && !same(expected[column], record[column]),
  )
  return odd === undefined ? undefined : { rule: 'column-differs', at: odd }
}

function deadlineFault(
  matter: Matter,
  deadlines: readonly DeadlineRecord[],
  procedure: Procedure,
  rulebook: Rulebook,
): RecordFault | undefined {
  // The sweeper moves next_at ahead while it works; it says nothing about the matter.
  const expected = deadlineRows(undefined, matter, procedure, rulebook).map(
    ({ next_at, ...row }): Readonly<Record<string, unknown>> & { clock_id: string } => row,
  )
  const missing = expected.find(
    (row) =>
      !deadlines.some(
        (found) =>
          found.clock_id === row.clock_id && Object.keys(row).every((column) => same(row[column], found[column])),
      ),
  )
  if (missing) return { rule: 'deadline-differs', at: missing.clock_id }
  const extra = deadlines.find((found) => !expected.some((row) => row.clock_id === found.clock_id))
  return extra && { rule: 'deadline-differs', at: extra.clock_id }
}

const same = (a: unknown, b: unknown) => sameJson(a ?? null, b ?? null)

import type { ClientBase } from 'pg'
import type { MatterEntry } from './log-faults.ts'
import { MATTER_KINDS_SQL } from './log-faults.ts'

const ENTRIES = `select matter_id as "matterId", kind, index, first, last, logged_at as "loggedAt", commitment from log_entries
  where tenant = $1 and matter_id = any($2::uuid[]) order by matter_id, last`
const WAITING = `select subject, min(first) as first from log_pending
  where tenant = $1 and kind in (${MATTER_KINDS_SQL}) and subject = any($2::text[]) group by 1`

/** What the log holds of some matters. */
export type LogPage = {
  readonly entriesOf: (matterId: string) => readonly MatterEntry[]
  /** The first version that is on its way into the log. */
  readonly waitingOf: (matterId: string) => number | undefined
}

/** Reads it, in the caller's snapshot. */
export async function readLogPage(client: ClientBase, tenant: string, ids: readonly string[]): Promise<LogPage> {
  const entries = await client.query<MatterEntry>(ENTRIES, [tenant, ids])
  const waiting = await client.query<{ subject: string; first: number }>(WAITING, [tenant, ids])
  const entriesOf = Map.groupBy(entries.rows, ({ matterId }) => matterId)
  const waitingOf = new Map(waiting.rows.map(({ subject, first }) => [subject, first]))
  return { entriesOf: (id) => entriesOf.get(id) ?? [], waitingOf: (id) => waitingOf.get(id) }
}

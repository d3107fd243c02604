import type { ClientBase } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import { ROW_KINDS, type RowKind } from '../../engine/transparency/entry.ts'
import { commitmentOf, type LogKey } from '../transparency/log-key.ts'
import { rowDigests } from '../transparency/row-digests.ts'
import type { LogFault } from './verify-log.ts'

const LATEST = `select distinct on (subject) subject, index, logged_at as "loggedAt", commitment from log_entries
  where tenant = $1 and kind = $2 and subject is not null order by subject, index desc`
const WAITING = 'select subject from log_pending where tenant = $1 and kind = $2'
const REMOVED = `select distinct e.matter_id as "matterId" from log_entries e
  where e.tenant = $1 and e.matter_id is not null and not exists (select from matters m where m.tenant = $1 and m.id = e.matter_id)
  order by 1 limit $2`
const ADRIFT = `select count(*)::int as count from log_pending where tenant = $1`

type Logged = { subject: string; index: number; loggedAt: Instant; commitment: Buffer }

/** Rows that are not as they were when they were last taken into the log, that are gone, or that never went in. */
export async function rowFaults(client: ClientBase, tenant: string, { blindOf }: Pick<LogKey, 'blindOf'>) {
  const faults: LogFault[] = []
  for (const kind of ROW_KINDS) faults.push(...(await faultsOfKind(client, tenant, kind, blindOf)))
  return faults
}

async function faultsOfKind(client: ClientBase, tenant: string, kind: RowKind, blindOf: LogKey['blindOf']) {
  const { rows: logged } = await client.query<Logged>(LATEST, [tenant, kind])
  const { rows: pending } = await client.query<{ subject: string }>(WAITING, [tenant, kind])
  const waiting = new Set(pending.map(({ subject }) => subject))
  const rows = new Map((await rowDigests(client, tenant, kind)).map(({ subject, digest }) => [subject, digest]))
  const known = new Set(logged.map(({ subject }) => subject))
  const changed = logged.flatMap(({ subject, index, loggedAt, commitment }): LogFault[] => {
    const digest = rows.get(subject)
    if (digest === undefined) return [{ rule: 'row-removed', at: `${kind} ${subject}` }]
    const entry = { kind, subject, first: 0, last: 0, digest, loggedAt }
    if (waiting.has(subject) || commitmentOf(entry, blindOf(index)).equals(commitment)) return []
    return [{ rule: 'row-changed', at: `${kind} ${subject}` }]
  })
  const invented = [...rows.keys()].filter((subject) => !known.has(subject) && !waiting.has(subject))
  return [...changed, ...invented.map((subject) => ({ rule: 'row-not-in-log', at: `${kind} ${subject}` }))]
}

/** Matters of which the log knows and of which nothing is left. */
export async function removedMatters(client: ClientBase, tenant: string, limit: number): Promise<LogFault[]> {
  const { rows } = await client.query<{ matterId: string }>(REMOVED, [tenant, limit])
  return rows.map(({ matterId }) => ({ rule: 'matter-removed', at: matterId }))
}

/** How many changes are on their way into the log. */
export async function countWaiting(client: ClientBase, tenant: string): Promise<number> {
  return (await client.query<{ count: number }>(ADRIFT, [tenant])).rows[0]?.count ?? 0
}

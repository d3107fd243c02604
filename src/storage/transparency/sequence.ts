import type { PoolClient } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import {
  type LogEntry,
  MATTER_KINDS,
  type MatterKind,
  ROW_KINDS,
  type RowKind,
} from '../../engine/transparency/entry.ts'
import { withTenant } from '../connection/connect.ts'
import { inTransaction } from '../connection/in-transaction.ts'
import type { StorageDeps } from '../deps.ts'
import { appendEntries } from './append.ts'
import { beginLog, type LogState, lockLog } from './log-state.ts'
import { rowDigests } from './row-digests.ts'

/** Entries of one transaction: a second's work at most, so that whoever waits for a lock does not wait long. */
const BATCH = 4_000

const PENDING = `select kind, subject, first, last from log_pending where tenant = $1 order by kind, subject, last limit ${BATCH}`
const TAKEN = `delete from log_pending p using jsonb_to_recordset($2::jsonb) as t(kind text, subject text, last integer)
  where p.tenant = $1 and p.kind = t.kind and p.subject = t.subject and p.last = t.last`
const HASHES = `select e.matter_id as "matterId", e.version, e.hash from matter_events e
  join jsonb_to_recordset($2::jsonb) as t(subject uuid, last integer) on e.matter_id = t.subject and e.version = t.last where e.tenant = $1`
const LOGGED = `select matter_id as "matterId", max(last) as last from log_entries where tenant = $1 and matter_id = any($2::uuid[]) group by 1`
const BEFORE = `select id, version, head from matters where tenant = $1 and id > $2 order by id limit ${BATCH}`
const BEGUN = 'update log_state set begun_after = $2 where tenant = $1'

type Pending = Pick<LogEntry, 'kind' | 'subject' | 'first' | 'last'>

/** An event's hash is stored as text; hex either way, so that how it is stored may change. */
export const hexOf = (hash: string | Uint8Array): string =>
  typeof hash === 'string' ? hash : Buffer.from(hash).toString('hex')

/**
 * Takes into the log of a tenant whatever was committed and is not in it yet, and signs the new head. One at a time a tenant,
 * whoever holds the row; the others go away. `host` names the log when it begins. @returns how many entries were added
 */
export async function sequenceLog(deps: StorageDeps, tenant: string, host: string): Promise<number> {
  let added = 0
  for (;;) {
    const taken = await withTenant(deps.pool, tenant, (client) =>
      inTransaction(client, async () => {
        const state = (await lockLog(client, deps.keys, tenant)) ?? (await begin(deps, client, tenant, host))
        if (!state) return 0
        return state.begunAfter === null
          ? takePending(client, state, deps.now())
          : takeBefore(client, state, deps.now())
      }),
    )
    if (taken === 0) return added
    added += taken
  }
}

/** A log begins with the rows that are there; the matters follow batch by batch, and only then what happened meanwhile. */
async function begin(deps: StorageDeps, client: PoolClient, tenant: string, host: string) {
  if (!(await beginLog(client, deps.keys, { tenant, host, at: deps.now() }))) return undefined
  const state = await lockLog(client, deps.keys, tenant)
  if (!state) return undefined
  const entries: Omit<LogEntry, 'loggedAt'>[] = []
  for (const kind of ROW_KINDS)
    for (const row of await rowDigests(client, tenant, kind)) entries.push({ kind, ...row, first: 0, last: 0 })
  return appendEntries(client, state, entries, deps.now())
}

/** The next matters of those that were there when the log began. */
async function takeBefore(client: PoolClient, state: LogState, now: Instant): Promise<number> {
  const { tenant, begunAfter } = state
  type Row = { id: string; version: number; head: string | Uint8Array }
  const { rows } = await client.query<Row>(BEFORE, [tenant, begunAfter])
  await client.query(BEGUN, [tenant, rows.length < BATCH ? null : rows.at(-1)?.id])
  await appendEntries(
    client,
    state,
    rows.map(({ id, version, head }) => ({
      kind: 'begun',
      subject: id,
      first: 1,
      last: version,
      digest: hexOf(head),
    })),
    now,
  )
  return Math.max(1, rows.length)
}

async function takePending(client: PoolClient, state: LogState, now: Instant): Promise<number> {
  const { tenant } = state
  const { rows } = await client.query<Pending>(PENDING, [tenant])
  if (rows.length === 0) return 0
  await appendEntries(
    client,
    state,
    [...(await ofMatters(client, tenant, rows)), ...(await ofRows(client, tenant, rows))],
    now,
  )
  await client.query(TAKEN, [tenant, JSON.stringify(rows)])
  return rows.length
}

const isOfMatter = ({ kind }: Pending) => (MATTER_KINDS as readonly string[]).includes(kind)

/** What a matter's entry covers begins where its last one ended: what is there already does not come in twice. */
async function ofMatters(client: PoolClient, tenant: string, pending: readonly Pending[]) {
  const own = pending.filter(isOfMatter)
  if (own.length === 0) return []
  const hashes = await client.query<{ matterId: string; version: number; hash: string | Uint8Array }>(HASHES, [
    tenant,
    JSON.stringify(own),
  ])
  const hashOf = new Map(hashes.rows.map(({ matterId, version, hash }) => [`${matterId} ${version}`, hexOf(hash)]))
  const { rows } = await client.query<{ matterId: string; last: number }>(LOGGED, [
    tenant,
    [...new Set(own.map(({ subject }) => subject))],
  ])
  const logged = new Map(rows.map(({ matterId, last }) => [matterId, last]))
  return own.flatMap(({ kind, subject, first, last }) => {
    const done = logged.get(subject) ?? 0
    const digest = hashOf.get(`${subject} ${last}`)
    if (digest === undefined) return []
    // What is adopted may lie between two entries; somebody looked that nothing covers it.
    if (kind === 'adopted') return [{ kind, subject, first, last, digest }]
    if (last <= done) return []
    logged.set(subject, last)
    return [{ kind: kind as MatterKind, subject, first: Math.max(first, done + 1), last, digest }]
  })
}

async function ofRows(client: PoolClient, tenant: string, pending: readonly Pending[]) {
  const entries: Omit<LogEntry, 'loggedAt'>[] = []
  const kinds = Map.groupBy(
    pending.filter((one) => !isOfMatter(one)),
    ({ kind }) => kind as RowKind,
  )
  for (const [kind, rows] of kinds) {
    const subjects = rows.map(({ subject }) => subject)
    for (const row of await rowDigests(client, tenant, kind, subjects))
      entries.push({ kind, ...row, first: 0, last: 0 })
  }
  return entries
}

import type { PoolClient } from 'pg'
import type { MatterEvent } from '../../domain/matter/event.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import type { RowChange, RowIssue } from '../../domain/views/admin-views.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { derivedId, sha256 } from '../write/ids.ts'

/** A file under a mapping. Running it again, or after an interruption, goes on with the same batch. */
export type ImportSource = {
  readonly tenant: string
  readonly mapping: string
  /** SHA-256 of mapping and file: another content is another batch. */
  readonly mappingDigest: string
  readonly fileDigest: string
  readonly file: string
  /** Rows below its headings. */
  readonly rows: number
}

export type RejectedRow = {
  readonly number: number
  readonly issues: readonly RowIssue[]
  readonly original: Readonly<Record<string, string>>
}

/** A row whose case is known and whose cells say something else than when it came in. */
export type ChangedRow = { readonly number: number; readonly matterId: string; readonly changes: readonly RowChange[] }

export type BatchProgress = {
  readonly read: number
  readonly added: number
  /** Rows that hold no case: sums, footnotes, empty ones. */
  readonly skipped: number
  readonly rejected: readonly RejectedRow[]
  readonly changed: readonly ChangedRow[]
}

const BEGIN = `insert into import_batches (tenant, id, mapping, source, started_at, total_rows) values ($1, $2, $3, $4, $5, $6)
on conflict (tenant, id) do update set finished_at = null, read_rows = 0, known_rows = 0, rejected_rows = 0, skipped_rows = 0, changed_rows = 0,
  total_rows = excluded.total_rows`

/** The same file under the same mapping is the same batch. */
export const batchIdOf = (tenant: string, mappingDigest: string, fileDigest: string): string =>
  derivedId(0, 'import-batch', tenant, mappingDigest, fileDigest)

/** Opens the batch of a source, or takes up the one that was begun. @returns its id */
export async function beginBatch(
  deps: StorageDeps,
  { tenant, mapping, mappingDigest, fileDigest, file, rows }: ImportSource,
): Promise<string> {
  const id = batchIdOf(tenant, mappingDigest, fileDigest)
  await withTenant(deps.pool, tenant, (client) => client.query(BEGIN, [tenant, id, mapping, file, deps.now(), rows]))
  return id
}

const REJECT = `insert into rejected_rows (tenant, batch_id, row_number, reason, original)
select $1, $2, r.number, r.issues, r.original from jsonb_to_recordset($3::jsonb) as r(number integer, issues jsonb, original jsonb)
on conflict (tenant, batch_id, row_number) do nothing`
const CHANGE = `insert into changed_rows (tenant, batch_id, row_number, matter_id, changes)
select $1, $2, r.number, r."matterId", r.changes from jsonb_to_recordset($3::jsonb) as r(number integer, "matterId" uuid, changes jsonb)
on conflict (tenant, batch_id, row_number) do update set changes = excluded.changes, applied_at = null`
const COUNT = `update import_batches set read_rows = read_rows + $3, added_rows = added_rows + $4, rejected_rows = rejected_rows + $5,
skipped_rows = skipped_rows + $6, changed_rows = changed_rows + $7
where tenant = $1 and id = $2`

/** Writes rejected rows and the counts of a piece of the file, in the transaction that writes its matters. */
export async function recordProgress(
  client: PoolClient,
  tenant: string,
  batchId: string,
  { read, added, skipped, rejected, changed }: BatchProgress,
): Promise<void> {
  if (rejected.length > 0) await client.query(REJECT, [tenant, batchId, JSON.stringify(rejected)])
  if (changed.length > 0) await client.query(CHANGE, [tenant, batchId, JSON.stringify(changed)])
  await client.query(COUNT, [tenant, batchId, read, added, rejected.length, skipped, changed.length])
}

// What is neither rejected nor added by this batch, in any of its runs, was there before it.
const FINISH = `update import_batches set finished_at = $3, known_rows = greatest(0, read_rows - rejected_rows - added_rows - skipped_rows - changed_rows) where tenant = $1 and id = $2`

/** Says that the file was read to its end. */
export const finishBatch = (deps: StorageDeps, tenant: string, id: string, at: Instant) =>
  withTenant(deps.pool, tenant, (client) => client.query(FINISH, [tenant, id, at]))

/** The id of the matter of a row: the same mapping name and row key always mean the same matter. */
export const importedId = (tenant: string, mapping: string, key: string): string =>
  derivedId(0, 'import', tenant, mapping, key)

/** What tells one mapping or file from another. */
export const digestOfText = (text: string): string => sha256(text)

/** Says that the changes of these rows are recorded on their matters. */
export const markApplied = (deps: StorageDeps, tenant: string, id: string, rows: readonly number[], at: Instant) =>
  withTenant(deps.pool, tenant, (client) =>
    client.query(
      'update changed_rows set applied_at = $4 where tenant = $1 and batch_id = $2 and row_number = any($3::int[])',
      [tenant, id, rows, at],
    ),
  )

const EVENTS = `select e.matter_id as "matterId", e.type, e.at, e.event from matter_events e
where e.tenant = $1 and e.matter_id = any($2::uuid[]) order by e.matter_id, e.version`

/** The events of matters that an import knows already, by matter. */
export async function eventsOf(
  client: PoolClient,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, MatterEvent[]>> {
  const found = new Map<string, MatterEvent[]>()
  if (ids.length === 0) return found
  const { rows } = await client.query<{ matterId: string; type: string; at: string; event: unknown }>(EVENTS, [
    tenant,
    ids,
  ])
  for (const row of rows) {
    const { matterId } = row
    const event = wholeEvent(row.event, { ...row, tenant })
    const events = found.get(matterId)
    if (events) events.push(event)
    else found.set(matterId, [event])
  }
  return found
}

/** Days for which rejected and changed rows are kept: long enough to mend the ledger. */
const KEPT_DAYS = 180

/** Removes rejected and changed rows of old imports; the counts of the imports stay. */
export async function forgetOldRows(deps: StorageDeps, tenant: string): Promise<void> {
  const before = addMilliseconds(deps.now(), -KEPT_DAYS * 86_400_000)
  await withTenant(deps.pool, tenant, async (client) => {
    for (const table of ['rejected_rows', 'changed_rows'])
      await client.query(
        `delete from ${table} r using import_batches b where r.tenant = $1 and b.tenant = $1 and b.id = r.batch_id and b.started_at < $2`,
        [tenant, before],
      )
  })
}

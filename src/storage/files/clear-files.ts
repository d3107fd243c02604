import type { Pool, PoolClient } from 'pg'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { withTenant } from '../connection/connect.ts'
import type { FileStore } from './files.ts'
import { CLEARED_AFTER_MS } from './uploads.ts'

const BATCH = 1_000
/** Matters whose personal fields were shredded within so long are looked at; clearing runs several times a day. */
const RECENT_MS = 3 * 86_400_000

/** Uploads that must be settled, and files of matters whose time of keeping is over. */
const CANDIDATES = `select sha256 from (select sha256 from uploads where tenant = $1 and at <= $2 order by at limit ${BATCH}) old
union
select f->>'sha256' from jobs j join matters m on m.tenant = j.tenant and m.id = (j.payload->>'matterId')::uuid, jsonb_array_elements(m.matter->'files') f
where j.tenant = $1 and j.kind = 'shred-fields' and j.done_at > $3 and m.matter->>'shreddedAt' is not null
  and exists (select from files where files.tenant = $1 and files.sha256 = f->>'sha256')`

const HELD = `select distinct f->>'sha256' as sha256 from matters m, jsonb_array_elements(m.matter->'files') f
where m.tenant = $1 and m.matter->>'shreddedAt' is null and f->>'sha256' = any($2)
union select r.sha256 from return_forms r where r.tenant = $1 and r.sha256 = any($2)`

const SETTLE = `delete from uploads where tenant = $1 and at <= $2 and sha256 = any($3)`

const GONE = `delete from files f where f.tenant = $1 and f.sha256 = any($2) and not f.sha256 = any($3)
  and not exists (select from uploads u where u.tenant = f.tenant and u.sha256 = f.sha256)
returning f.sha256`

/**
 * Removes files that no matter and no superior's form holds a day after they were sent in (a form that was refused or never submitted), and those
 * held only by matters whose personal fields were shredded. @returns how many
 */
export async function clearFiles(pool: Pool, files: FileStore, tenant: string, now: Instant): Promise<number> {
  let cleared = 0
  for (;;) {
    const batch = await withTenant(pool, tenant, (client) => clearBatch(client, files, tenant, now))
    cleared += batch.cleared
    if (batch.seen < BATCH) return cleared
  }
}

async function clearBatch(client: PoolClient, files: FileStore, tenant: string, now: Instant) {
  const before = addMilliseconds(now, -CLEARED_AFTER_MS)
  const hashes = async (text: string, values: readonly unknown[]) =>
    (await client.query<{ sha256: string }>(text, [tenant, ...values])).rows.map(({ sha256 }) => sha256)
  // What fails leaves the transaction open, and `withTenant` ends such a connection: nothing is kept of it.
  await client.query('begin')
  await client.query('set local statement_timeout = 0') // reads every matter's list of files once
  const candidates = await hashes(CANDIDATES, [before, addMilliseconds(now, -RECENT_MS)])
  const held = candidates.length > 0 ? await hashes(HELD, [candidates]) : []
  await client.query(SETTLE, [tenant, before, candidates])
  const gone = await hashes(GONE, [candidates, held])
  // Before the rows are gone for good: what is cut short here is done again.
  await files.remove(tenant, gone, before)
  await client.query('commit')
  return { seen: candidates.length, cleared: gone.length }
}

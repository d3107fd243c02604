import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import type { Text } from '../../domain/wording/text.ts'
import { batchIdOf, digestOfText } from '../bulk/import-batches.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import type { Tables } from '../schema/tables.ts'
import { sha256 } from '../write/ids.ts'
import type { LedgerUpload } from './ledger-uploads.ts'

/** An import whose worker died is taken up by another after this long, in milliseconds. */
const LEASE_MS = 60_000

/** An import that somebody asked for by browser, as a worker takes it. */
export type AskedImport = {
  readonly batchId: string
  readonly personId: string
  readonly uploadId: string
  readonly mappingText: string
  readonly within: string
}

const ASK = `insert into import_batches (tenant, id, mapping, source, started_at, person_id, post_id, upload_id, mapping_text, within)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (tenant, id) do update set started_at = excluded.started_at, finished_at = null, refusal = null, person_id = excluded.person_id,
    post_id = excluded.post_id, upload_id = excluded.upload_id, mapping_text = excluded.mapping_text, within = excluded.within, claimed_until = null,
    cancelled_at = null, total_rows = null`
const CLAIM = `update import_batches b set claimed_until = $3 from (
    select id from import_batches where tenant = $1 and upload_id is not null and (claimed_until is null or claimed_until <= $2)
    order by started_at limit 1 for update skip locked) due
  where b.tenant = $1 and b.id = due.id
  returning b.id as "batchId", b.person_id as "personId", b.upload_id as "uploadId", b.mapping_text as "mappingText", b.within`
const RENEW =
  'update import_batches set claimed_until = $3 where tenant = $1 and id = $2 returning cancelled_at is not null as stops'
const STOP =
  'update import_batches set cancelled_at = $4 where tenant = $1 and id = $2 and person_id = $3 and upload_id is not null'
const END = `update import_batches set upload_id = null, mapping_text = null, claimed_until = null, refusal = $3,
  finished_at = coalesce(finished_at, $4) where tenant = $1 and id = $2`

/** Asks the workers to take a ledger in. Asking again for the same file read the same way is one import. @returns its id */
export async function askImport(
  deps: StorageDeps,
  by: Actor,
  { id: uploadId, name, bytes }: LedgerUpload,
  mapping: { readonly name: string },
): Promise<string> {
  const { tenant, personId, postId, unitPath } = by
  const mappingText = JSON.stringify(mapping)
  const id = batchIdOf(tenant, digestOfText(mappingText), sha256(bytes))
  const values = [tenant, id, mapping.name, name, deps.now(), personId, postId, uploadId, mappingText, unitPath]
  await withTenant(deps.pool, tenant, (client) => client.query(ASK, values))
  return id
}

/** Takes the oldest import that nobody works on, for a while. */
export async function claimImport(deps: StorageDeps, tenant: string): Promise<AskedImport | undefined> {
  const now = deps.now()
  return withTenant(
    deps.pool,
    tenant,
    async (client) => (await client.query<AskedImport>(CLAIM, [tenant, now, addMilliseconds(now, LEASE_MS)])).rows[0],
  )
}

/** Says that the import is still being worked on. @returns whether it was asked to stop */
export const renewImport = (deps: StorageDeps, tenant: string, batchId: string): Promise<boolean> =>
  withTenant(deps.pool, tenant, async (client) => {
    const values = [tenant, batchId, addMilliseconds(deps.now(), LEASE_MS)]
    return (await client.query<{ stops: boolean }>(RENEW, values)).rows[0]?.stops ?? false
  })

/** Asks the worker to stop an import of one's own. One that is over stays as it is. */
export const stopImport = (deps: StorageDeps, { tenant, personId }: Actor, batchId: string) =>
  withTenant(deps.pool, tenant, (client) => client.query(STOP, [tenant, batchId, personId, deps.now()]))

/** Says that nothing is left to do, and why nothing could be done. */
export const endImport = (deps: StorageDeps, tenant: string, batchId: string, refusal?: Text) =>
  withTenant(deps.pool, tenant, (client) =>
    client.query(END, [tenant, batchId, refusal ? JSON.stringify(refusal) : null, deps.now()]),
  )

/** Whether this person asked for the import. */
export async function isOwnImport(db: Kysely<Tables>, { tenant, personId }: Actor, batchId: string): Promise<boolean> {
  const row = await db
    .selectFrom('import_batches')
    .select('id')
    .where('tenant', '=', tenant)
    .where('id', '=', batchId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

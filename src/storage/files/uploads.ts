import { type Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import type { FileRef } from '../../domain/procedure/form.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { databaseFor } from '../connection/connect.ts'
import type { Tables } from '../schema/tables.ts'

/** Who hands a file in: an official by their id, or `public`. */
export type Uploader = { readonly tenant: string; readonly uploader: string }

const PUBLIC = 'public'
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MB = 1024 * 1024

/** An upload can be used in a form for so long; one hour later it may be cleared away. */
export const UPLOAD_LASTS_MS = DAY_MS - HOUR_MS
export const CLEARED_AFTER_MS = DAY_MS

/** How much may be handed in, in bytes: strangers together in an hour and a day, a tenant in a day. */
const MOST = { publicHour: 400 * MB, publicDay: 2_000 * MB, tenantDay: 20_000 * MB }

/**
 * Notes that these bytes were sent in by this uploader.
 * @throws AnlanError file-refused, rule quota, when too much has come in already
 */
export async function recordUpload(
  pool: Pool,
  { tenant, uploader }: Uploader,
  { sha256, type, size }: Pick<FileRef, 'sha256' | 'type' | 'size'>,
  now: Instant,
): Promise<void> {
  const db = databaseFor(pool, tenant)
  await refuseOverQuota(db, { tenant, uploader }, size, now)
  await db
    .insertInto('uploads')
    .values({ tenant, sha256, uploader, size, at: now })
    .onConflict((conflict) => conflict.columns(['tenant', 'sha256', 'uploader']).doUpdateSet({ at: now }))
    .execute()
  await db
    .insertInto('files')
    .values({ tenant, sha256, type, size, stored_at: now })
    .onConflict((conflict) => conflict.columns(['tenant', 'sha256']).doNothing())
    .execute()
}

async function refuseOverQuota(db: Kysely<Tables>, { tenant, uploader }: Uploader, size: number, now: Instant) {
  const hourAgo = addMilliseconds(now, -HOUR_MS)
  const sum = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`coalesce(sum(size) filter (where ${condition}), 0)`
  const used = await db
    .selectFrom('uploads')
    .select([
      sum(sql<boolean>`true`).as('tenantDay'),
      sum(sql<boolean>`uploader = ${PUBLIC}`).as('publicDay'),
      sum(sql<boolean>`uploader = ${PUBLIC} and at > ${hourAgo}`).as('publicHour'),
    ])
    .where('tenant', '=', tenant)
    .where('at', '>', addMilliseconds(now, -DAY_MS))
    .executeTakeFirstOrThrow()
  const limits = uploader === PUBLIC ? (['publicHour', 'publicDay', 'tenantDay'] as const) : (['tenantDay'] as const)
  if (limits.some((limit) => used[limit] + size > MOST[limit])) throw new AnlanError('file-refused', { rule: 'quota' })
}

/** What a person may put into a form: what they sent in themselves, and what the matter before them holds. */
export type Holdings = Uploader & { readonly held: readonly FileRef[]; readonly now: Instant }

/**
 * The same references with type and size as they were stored, so that nobody can pass one file off as another kind. A hash
 * that somebody else sent in is answered as one that nobody did: it must not tell whether a document has come in.
 * @throws AnlanError file-refused, rule not-stored
 */
export async function confirmFiles(
  db: Kysely<Tables>,
  { tenant, uploader, held, now }: Holdings,
  files: readonly FileRef[],
): Promise<FileRef[]> {
  if (files.length === 0) return []
  const hashes = [...new Set(files.map(({ sha256 }) => sha256))]
  const rows = await db
    .selectFrom('uploads as u')
    .innerJoin('files as f', (join) => join.onRef('f.tenant', '=', 'u.tenant').onRef('f.sha256', '=', 'u.sha256'))
    .select(['f.sha256', 'f.type', 'f.size'])
    .where('u.tenant', '=', tenant)
    .where('u.sha256', 'in', hashes)
    .where('u.uploader', '=', uploader)
    .where('u.at', '>', addMilliseconds(now, -UPLOAD_LASTS_MS))
    .limit(hashes.length)
    .execute()
  const own = new Map([...held, ...rows].map((file) => [file.sha256, file]))
  return files.map(({ sha256, name }) => {
    const file = own.get(sha256)
    if (!file) throw new AnlanError('file-refused', { rule: 'not-stored', name })
    return { sha256, name, type: file.type, size: file.size }
  })
}

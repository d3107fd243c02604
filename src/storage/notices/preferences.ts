import type { Kysely } from 'kysely'
import type { MailPreference } from '../../domain/notice/mail-preference.ts'
import type { Tables } from '../schema/tables.ts'

type Owner = { readonly tenant: string; readonly personId: string }

/** How a person wants to be told by mail; undefined: not at all. */
export async function readPreference(
  db: Kysely<Tables>,
  { tenant, personId }: Owner,
): Promise<MailPreference | undefined> {
  const row = await db
    .selectFrom('notice_preferences')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    address: row.address,
    mode: row.mode === 'digest' ? 'digest' : 'atOnce',
    digestAt: row.digest_at,
    ...(row.quiet_from === null ? {} : { quietFrom: row.quiet_from }),
    ...(row.quiet_until === null ? {} : { quietUntil: row.quiet_until }),
  }
}

/** Keeps a person's wish; without one nothing goes out any more, and the address is forgotten. */
export async function writePreference(
  db: Kysely<Tables>,
  { tenant, personId }: Owner,
  wish: MailPreference | undefined,
): Promise<void> {
  if (!wish) {
    await db.deleteFrom('notice_preferences').where('tenant', '=', tenant).where('person_id', '=', personId).execute()
    return
  }
  const row = {
    address: wish.address,
    mode: wish.mode,
    digest_at: wish.digestAt,
    quiet_from: wish.quietFrom ?? null,
    quiet_until: wish.quietUntil ?? null,
  }
  await db
    .insertInto('notice_preferences')
    .values({ tenant, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'person_id']).doUpdateSet(row))
    .execute()
}

import { type Kysely, sql } from 'kysely'
import type { KeptPreference, MailPreference } from '../../domain/notice/mail-preference.ts'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import { present } from '../../domain/present.ts'
import type { Tables } from '../schema/tables.ts'

type Owner = { readonly tenant: string; readonly personId: string }

/** How a person wants to be told by mail; undefined: not at all. */
export async function readPreference(
  db: Kysely<Tables>,
  { tenant, personId }: Owner,
): Promise<KeptPreference | undefined> {
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
    confirmed: row.confirmed_at !== null,
    ...present({
      quietFrom: row.quiet_from ?? undefined,
      quietUntil: row.quiet_until ?? undefined,
      reasons: (row.reasons as NoticeKind[] | null) ?? undefined,
      codeUntil: row.code_until ?? undefined,
      failed: row.failed_at === null ? undefined : { at: row.failed_at, said: row.failed_said ?? '' },
    }),
  }
}

/** Keeps a person's wish; without one nothing goes out any more, and the address is forgotten. Another address is not confirmed yet. */
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
    reasons: wish.reasons ? [...wish.reasons] : null,
  }
  // Which code was sent to an address says nothing of another.
  const ofAddress = <T>(kept: T) => sql<T>`case when notice_preferences.address = excluded.address then ${kept} end`
  await db
    .insertInto('notice_preferences')
    .values({ tenant, person_id: personId, ...row })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'person_id']).doUpdateSet({
        ...row,
        confirmed_at: ofAddress(sql.ref('notice_preferences.confirmed_at')) as never,
        code_hash: ofAddress(sql.ref('notice_preferences.code_hash')) as never,
        code_until: ofAddress(sql.ref('notice_preferences.code_until')) as never,
        // Whoever saves has seen that it failed.
        failed_at: null,
        failed_said: null,
      }),
    )
    .execute()
}

import type { Kysely } from 'kysely'
import type { Sealed } from '../../domain/procedure/form.ts'
import type { Instant } from '../../domain/time/time.ts'
import { derivedKey, type Keys, seal, unseal } from '../keys/keys.ts'
import type { Tables } from '../schema/tables.ts'

type Db = Kysely<Tables>

/** The secret belongs to one account: a row copied to another does not open. */
const place = (userId: string) => ({ tenant: '', matterId: userId, field: '(totp secret)' })
const keyOf = (keys: Keys) => derivedKey(keys, 'totp')

/** Keeps a secret, which counts once a code of it was given. */
export async function keepTotpSecret(db: Db, keys: Keys, userId: string, secret: string, step: number): Promise<void> {
  const now = new Date().toISOString()
  const row = { secret: JSON.stringify(seal(secret, keyOf(keys), place(userId))), last_step: step, confirmed_at: now }
  await db
    .insertInto('auth.totp_secrets')
    .values({ user_id: userId, created_at: now, ...row })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ ...row, created_at: now }))
    .execute()
}

/** The secret of an account that gives codes. */
export async function findTotpSecret(
  db: Db,
  keys: Keys,
  userId: string,
): Promise<{ readonly secret: string; readonly since: Instant } | undefined> {
  const row = await db
    .selectFrom('auth.totp_secrets')
    .select(['secret', 'created_at as since'])
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (!row) return undefined
  return { secret: String(unseal(JSON.parse(row.secret) as Sealed, keyOf(keys), place(userId))), since: row.since }
}

/** Marks the code of a step as taken. @returns false when it or a later one was taken before: nobody uses a code twice */
export async function takeTotpStep(db: Db, userId: string, step: number): Promise<boolean> {
  const taken = await db
    .updateTable('auth.totp_secrets')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .returning('user_id')
    .executeTakeFirst()
  return taken !== undefined
}

/** No more codes. */
export async function dropTotpSecret(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('auth.totp_secrets').where('user_id', '=', userId).execute()
}

import { type Kysely, sql } from 'kysely'
import type { Tables } from '../schema/tables.ts'

type Db = Kysely<Tables>

/** What an account can show besides its password. */
export type Factors = { readonly totp: boolean; readonly passkeys: number; readonly recovery: number }

/** Which second factors an account has. */
export async function factorsOf(db: Db, userId: string): Promise<Factors> {
  const { rows } = await sql<Factors>`select
    exists (select from auth.totp_secrets where user_id = ${userId} and confirmed_at is not null) as totp,
    (select count(*)::int from auth.passkeys where user_id = ${userId}) as passkeys,
    (select count(*)::int from auth.recovery_codes where user_id = ${userId}) as recovery`.execute(db)
  return rows[0] ?? { totp: false, passkeys: 0, recovery: 0 }
}

/** Whether somebody of this account is asked for more than the password. */
export const hasFactor = ({ totp, passkeys }: Factors): boolean => totp || passkeys > 0

/** Takes all second factors of an account away; what they opened counts as opened by the password alone. */
export async function dropFactors(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('auth.totp_secrets').where('user_id', '=', userId).execute()
  await db.deleteFrom('auth.passkeys').where('user_id', '=', userId).execute()
  await db.deleteFrom('auth.recovery_codes').where('user_id', '=', userId).execute()
  await db.updateTable('auth.sessions').set({ factor: null }).where('user_id', '=', userId).execute()
}

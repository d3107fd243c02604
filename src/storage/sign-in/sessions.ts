import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { SessionSeen } from '../../domain/sign-in/sign-in-views.ts'
import type { Tables } from '../schema/tables.ts'

type Db = Kysely<Tables>

/** How a session began; absent where only the password was asked. */
export type SessionFactor = 'totp' | 'recovery' | 'passkey' | 'house'

const MOST_SESSIONS = 100

/** The sessions of an account that are not over, the last used first. */
export async function listSessions(db: Db, userId: string): Promise<SessionSeen[]> {
  const rows = await db
    .selectFrom('auth.sessions')
    .select([
      'id',
      'created_at as createdAt',
      'expires_at as endsAt',
      'user_agent as browser',
      'last_used_at as lastUsedAt',
    ])
    .where('user_id', '=', userId)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy(({ fn }) => fn.coalesce('last_used_at', 'created_at'), 'desc')
    .limit(MOST_SESSIONS)
    .execute()
  return rows.map(({ browser, lastUsedAt, createdAt, ...row }) => ({
    ...row,
    createdAt,
    browser: browser ?? '',
    lastUsedAt: lastUsedAt ?? createdAt,
  }))
}

/** Ends one session of an account. @returns whether there was one */
export async function endOneSession(db: Db, userId: string, id: string): Promise<boolean> {
  const own = db.deleteFrom('auth.sessions').where('user_id', '=', userId).where('id', '=', id)
  return (await own.returning('id').executeTakeFirst()) !== undefined
}

/** Ends all sessions of an account but one. @returns how many */
export async function endOtherSessions(db: Db, userId: string, keep: string): Promise<number> {
  const others = db.deleteFrom('auth.sessions').where('user_id', '=', userId).where('id', '<>', keep)
  return (await others.returning('id').execute()).length
}

/** Says of a session how it began. */
export async function setSessionFactor(db: Db, id: string, factor: SessionFactor): Promise<void> {
  await db.updateTable('auth.sessions').set({ factor }).where('id', '=', id).execute()
}

/** How a session began, by the second factor and at the house (OIDC). */
export async function beginningOf(db: Db, id: string) {
  const session = await db.selectFrom('auth.sessions').select('factor').where('id', '=', id).executeTakeFirst()
  const house = await db.selectFrom('auth.oidc_sessions').selectAll().where('session_id', '=', id).executeTakeFirst()
  return { factor: session?.factor ?? null, house }
}

/** The session of this token goes on from another, and began as that one did. */
export async function goesOn(db: Db, token: string, { factor, house }: Awaited<ReturnType<typeof beginningOf>>) {
  const next = db.updateTable('auth.sessions').set({ factor }).where('token', '=', token)
  const row = await next.returning('id').executeTakeFirst()
  if (row && house)
    await db
      .insertInto('auth.oidc_sessions')
      .values({ ...house, session_id: row.id })
      .execute()
}

/** Marks a session as used now. */
export async function markSessionUsed(pool: Pool, id: string): Promise<void> {
  await pool.query(`update auth.sessions set last_used_at = now() where id = $1`, [id])
}

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'

/** What somebody began at the door and has not ended yet; each lives for minutes. */
export type ErrandKind = 'second-step' | 'totp' | 'passkey-new' | 'passkey-in' | 'oidc'

const named = (kind: ErrandKind, token: string) => `${kind}:${createHash('sha256').update(token).digest('base64url')}`

/** Keeps what an errand needs for so many seconds and gives the token that takes it up again. */
export async function beginErrand(pool: Pool, kind: ErrandKind, value: object, seconds: number): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await pool.query(
    `with over as (delete from auth.verifications where id in (select id from auth.verifications where expires_at < now() limit 100))
     insert into auth.verifications (id, identifier, value, expires_at, created_at, updated_at)
     values ($1, $2, $3, now() + make_interval(secs => $4), now(), now())`,
    [randomUUID(), named(kind, token), JSON.stringify(value), seconds],
  )
  return token
}

/** What was kept, and keeps it no longer: an errand is ended once, whoever comes first. */
export async function endErrand<T>(pool: Pool, kind: ErrandKind, token: string): Promise<T | undefined> {
  const { rows } = await pool.query<{ value: string }>(
    `delete from auth.verifications where identifier = $1 and expires_at > now() returning value`,
    [named(kind, token)],
  )
  return rows[0] && (JSON.parse(rows[0].value) as T)
}

/** What was kept; it stays. */
export async function seeErrand<T>(pool: Pool, kind: ErrandKind, token: string): Promise<T | undefined> {
  const { rows } = await pool.query<{ value: string }>(
    `select value from auth.verifications where identifier = $1 and expires_at > now()`,
    [named(kind, token)],
  )
  return rows[0] && (JSON.parse(rows[0].value) as T)
}

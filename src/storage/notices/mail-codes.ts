import { randomInt, timingSafeEqual } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type Keys, keyedHash } from '../keys/keys.ts'
import type { Tables } from '../schema/tables.ts'

type Owner = { readonly tenant: string; readonly personId: string }

const CODE_MS = 30 * 60_000
const HOUR_MS = 3_600_000
/** Nobody's mailbox is filled, and no code is guessed. */
const MOST_CODES_AN_HOUR = 5
const MOST_TRIES = 5

/**
 * A new code for the address somebody gave, to be mailed there; undefined when the address is confirmed.
 * @throws AnlanError too-many-requests after five in an hour, not-found without an address
 */
export async function newMailCode(
  db: Kysely<Tables>,
  keys: Keys,
  { tenant, personId }: Owner,
  now: Instant,
): Promise<{ readonly address: string; readonly code: string } | undefined> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const hourAgo = addMilliseconds(now, -HOUR_MS)
  const fresh = sql<boolean>`codes_since is null or codes_since <= ${hourAgo}`
  const row = await db
    .updateTable('notice_preferences')
    .set({
      code_hash: keyedHash(keys, 'mail-code', `${tenant}\n${personId}\n${code}`),
      code_until: addMilliseconds(now, CODE_MS),
      code_tries: 0,
      codes_sent: sql<number>`case when ${fresh} then 1 else codes_sent + 1 end`,
      codes_since: sql<string>`case when ${fresh} then ${now}::timestamptz else codes_since end`,
    })
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .where(sql<boolean>`(${fresh}) or codes_sent < ${MOST_CODES_AN_HOUR}`)
    .returning('address')
    .executeTakeFirst()
  if (row) return { address: row.address, code }
  const kept = await db
    .selectFrom('notice_preferences')
    .select('confirmed_at')
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!kept) throw new AnlanError('not-found', { preference: 'mail' })
  if (kept.confirmed_at === null) throw new AnlanError('too-many-requests', { retryAfter: HOUR_MS / 1000 })
  return undefined
}

/** Takes a code that was mailed. @throws AnlanError request-invalid when it is another, over, or was tried too often */
export async function confirmMail(
  db: Kysely<Tables>,
  keys: Keys,
  { tenant, personId }: Owner,
  code: string,
  now: Instant,
): Promise<void> {
  const row = await db
    .updateTable('notice_preferences')
    .set({ code_tries: sql<number>`code_tries + 1` })
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .where('code_until', '>', now)
    .where('code_tries', '<', MOST_TRIES)
    .returning('code_hash')
    .executeTakeFirst()
  const hash = Buffer.from(keyedHash(keys, 'mail-code', `${tenant}\n${personId}\n${code}`))
  if (!row?.code_hash || !timingSafeEqual(Buffer.from(row.code_hash), hash))
    throw new AnlanError('request-invalid', { issues: [{ field: 'code', rule: 'wrong' }] })
  await db
    .updateTable('notice_preferences')
    .set({ confirmed_at: now, code_hash: null, code_until: null, failed_at: null, failed_said: null })
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .where('code_hash', '=', row.code_hash)
    .execute()
}

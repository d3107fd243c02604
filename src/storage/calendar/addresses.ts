import { randomBytes, timingSafeEqual } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import type { CalendarAddress } from '../../domain/views/calendar-view.ts'
import { recordSecurityEvent } from '../admin/security-events.ts'
import { type Keys, keyedHash } from '../keys/keys.ts'
import type { Tables } from '../schema/tables.ts'

type Owner = { readonly tenant: string; readonly personId: string }

const HOUR_MS = 3_600_000
const ID_BYTES = 9
const SECRET_BYTES = 32
/** Twelve letters that find the row, a dot, and 256 bits that open it. */
const TOKEN = /^([\w-]{12})\.([\w-]{43})$/

const hashOf = (keys: Keys, tenant: string, token: string) => keyedHash(keys, 'calendar', `${tenant}\n${token}`)

/** Whether a person's calendar has an address, since when, and when it was read last. */
export async function findAddress(
  db: Kysely<Tables>,
  { tenant, personId }: Owner,
): Promise<CalendarAddress | undefined> {
  const row = await db
    .selectFrom('calendar_addresses')
    .select(['made_at', 'read_at'])
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && { madeAt: row.made_at, ...(row.read_at ? { readAt: row.read_at } : {}) }
}

/** Makes the address of a person's calendar, in the place of the one before. @returns the token, which nobody sees again */
export async function makeAddress(db: Kysely<Tables>, keys: Keys, owner: Owner, now: Instant): Promise<string> {
  const id = randomBytes(ID_BYTES).toString('base64url')
  const token = `${id}.${randomBytes(SECRET_BYTES).toString('base64url')}`
  const row = { id, secret_hash: hashOf(keys, owner.tenant, token), made_at: now, read_at: null }
  await db
    .insertInto('calendar_addresses')
    .values({ tenant: owner.tenant, person_id: owner.personId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'person_id']).doUpdateSet(row))
    .execute()
  await recordSecurityEvent(db, { ...owner, what: 'calendarMade', at: now })
  return token
}

/** Nobody reads the calendar any more. */
export async function revokeAddress(db: Kysely<Tables>, owner: Owner, now: Instant): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('calendar_addresses')
    .where('tenant', '=', owner.tenant)
    .where('person_id', '=', owner.personId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n) await recordSecurityEvent(db, { ...owner, what: 'calendarRevoked', at: now })
}

/** Whose calendar a token opens, compared in constant time; undefined for anything else. Reading is noted once an hour. */
export async function personOfToken(
  db: Kysely<Tables>,
  keys: Keys,
  tenant: string,
  token: string,
  now: Instant,
): Promise<string | undefined> {
  const [, id = ''] = TOKEN.exec(token) ?? []
  const given = hashOf(keys, tenant, token)
  const row = await db
    .selectFrom('calendar_addresses')
    .select(['person_id', 'secret_hash'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  // One that is not there is compared as well, with what no token has.
  const isRight = timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(row?.secret_hash ?? '0'.repeat(64), 'hex'))
  if (!row || !isRight) return undefined
  await db
    .updateTable('calendar_addresses')
    .set({ read_at: now })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where(sql<boolean>`(read_at is null or read_at < ${addMilliseconds(now, -HOUR_MS)})`)
    .execute()
  return row.person_id
}

import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ClientKey } from '../../domain/views/client-key-view.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import { type Keys, keyedHash } from '../keys/keys.ts'
import type { Tables } from '../schema/tables.ts'

const ID_BYTES = 6
const SECRET_BYTES = 32
/** Eight letters that find the row, a dot, and 256 bits. */
const KEY = /^([\w-]{8})\.[\w-]{43}$/

const hashOf = (keys: Keys, tenant: string, key: string) => keyedHash(keys, 'client-key', `${tenant}\n${key}`)

/** The keys of an office, the newest first; those revoked as well. The keys themselves are not in it. */
export async function listClientKeys(db: Kysely<Tables>, tenant: string): Promise<ClientKey[]> {
  const rows = await db
    .selectFrom('client_keys')
    .select(['id', 'name', 'made_at', 'revoked_at'])
    .where('tenant', '=', tenant)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(({ id, name, made_at, revoked_at }) => ({
    id,
    name,
    madeAt: made_at,
    ...(revoked_at ? { revokedAt: revoked_at } : {}),
  }))
}

/** Makes a key for a program of others. @returns its id and the key, which nobody sees again */
export async function addClientKey(
  db: Kysely<Tables>,
  keys: Keys,
  act: AdminAct,
  name: string,
): Promise<{ readonly id: string; readonly key: string }> {
  const id = randomBytes(ID_BYTES).toString('base64url')
  const key = `${id}.${randomBytes(SECRET_BYTES).toString('base64url')}`
  const { tenant } = act
  await administer(db, act, async (trx) => {
    const row = { tenant, id, name, secret_hash: hashOf(keys, tenant, key), made_at: act.at }
    await trx.insertInto('client_keys').values(row).execute()
    return { subject: 'clientKey', subjectId: id, what: 'added', after: { name } }
  })
  return { id, key }
}

/** Ends a key. @throws AnlanError not-found when there is none, or it ended before */
export const revokeClientKey = (db: Kysely<Tables>, act: AdminAct, id: string): Promise<void> =>
  administer(db, act, async (trx) => {
    const row = await trx
      .updateTable('client_keys')
      .set({ revoked_at: act.at })
      .where('tenant', '=', act.tenant)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!row) throw new AnlanError('not-found', { clientKey: id })
    return { subject: 'clientKey', subjectId: id, what: 'closed', after: { name: row.name } }
  })

/** The id of the key that was shown, compared in constant time; undefined for anything else. */
export async function findClientKey(
  db: Kysely<Tables>,
  keys: Keys,
  tenant: string,
  key: string,
): Promise<string | undefined> {
  const [, id = ''] = KEY.exec(key) ?? []
  const row = await db
    .selectFrom('client_keys')
    .select('secret_hash')
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const given = Buffer.from(hashOf(keys, tenant, key), 'hex')
  const isRight = timingSafeEqual(given, Buffer.from(row?.secret_hash ?? '0'.repeat(64), 'hex'))
  return row && isRight ? id : undefined
}

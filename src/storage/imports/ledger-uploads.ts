import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Actor } from '../../domain/matter/actor.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { derivedKey, type Keys } from '../keys/keys.ts'
import { newId } from '../write/ids.ts'

/** Bytes of a ledger: a hundred thousand rows are six million. */
export const MOST_LEDGER_BYTES = 20_000_000

/** How long a ledger waits for somebody to say how it is read, in milliseconds: a day. */
const KEPT_MS = 86_400_000

/** Ledgers one person may have waiting: the next one takes the place of the oldest. */
const MOST_WAITING = 5

export type LedgerUpload = { readonly id: string; readonly name: string; readonly bytes: Buffer }

const KEEP = `with old as (delete from ledger_uploads where tenant = $1 and id in (
    select id from ledger_uploads where tenant = $1 and person_id = $3 order by at desc offset ${MOST_WAITING - 1}))
  insert into ledger_uploads (tenant, id, person_id, name, bytes, at) values ($1, $2, $3, $4, $5, $6)`
const READ = 'select name, bytes from ledger_uploads where tenant = $1 and id = $2 and person_id = $3 and at > $4'
const DROP = 'delete from ledger_uploads where tenant = $1 and id = $2'
const FORGET = 'delete from ledger_uploads where tenant = $1 and at <= $2'

/** Keeps a ledger for whoever sent it in, sealed: it holds what matters later hold, and more. */
export async function keepUpload(
  deps: StorageDeps,
  { tenant, personId }: Pick<Actor, 'tenant' | 'personId'>,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const id = newId(Date.parse(deps.now()))
  const sealed = sealBytes(deps.keys, bytes, `${tenant} ${id}`)
  await withTenant(deps.pool, tenant, (client) => client.query(KEEP, [tenant, id, personId, name, sealed, deps.now()]))
  return id
}

/** A ledger that this person sent in. @throws AnlanError not-found when it is another's, taken in already, or older than a day */
export async function readUpload(
  deps: StorageDeps,
  { tenant, personId }: Pick<Actor, 'tenant' | 'personId'>,
  id: string,
): Promise<LedgerUpload> {
  const { rows } = await withTenant(deps.pool, tenant, (client) =>
    client.query<{ name: string; bytes: Buffer }>(READ, [tenant, id, personId, since(deps.now())]),
  )
  const [found] = rows
  if (!found) throw new AnlanError('not-found', { upload: id })
  return { id, name: found.name, bytes: openBytes(deps.keys, found.bytes, `${tenant} ${id}`) }
}

/** Removes a ledger that was taken in. */
export const dropUpload = (deps: StorageDeps, tenant: string, id: string) =>
  withTenant(deps.pool, tenant, (client) => client.query(DROP, [tenant, id]))

/** Removes ledgers that nobody took in. */
export const forgetUploads = (deps: StorageDeps, tenant: string) =>
  withTenant(deps.pool, tenant, (client) => client.query(FORGET, [tenant, since(deps.now())]))

const since = (now: Instant) => addMilliseconds(now, -KEPT_MS)

const USE = 'ledger uploads'
const IV = 12
const TAG = 16

/** Seals a file for one place, under a key of the deployment for this use. */
export function sealBytes(keys: Keys, bytes: Uint8Array, place: string, use = USE): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', derivedKey(keys, use), iv).setAAD(Buffer.from(place))
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Opens a sealed file in its place. @throws when it was sealed for another, or changed */
export function openBytes(keys: Keys, sealed: Buffer, place: string, use = USE): Buffer {
  const [iv, tag] = [sealed.subarray(0, IV), sealed.subarray(-TAG)]
  const decipher = createDecipheriv('aes-256-gcm', derivedKey(keys, use), iv, { authTagLength: TAG })
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()])
}

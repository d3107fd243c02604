import { createHmac, randomBytes } from 'node:crypto'
import { entryText, type LogEntry } from '../../engine/transparency/entry.ts'
import type { NamedKey, Sign } from '../../engine/transparency/note.ts'
import { type Keys, unwrapKey, wrapKey } from '../keys/keys.ts'
import { signerOf } from './crypto.ts'

/** What a log's key is bound to in its wrapping; it belongs to no matter. */
export const LOG_KEY = '(log key)'
export const NO_MATTER = '00000000-0000-0000-0000-000000000000'

const placeOf = (tenant: string) => ({ tenant, matterId: NO_MATTER, field: LOG_KEY })

/** What a log signs and blinds with. */
export type LogKey = {
  readonly key: NamedKey
  readonly sign: Sign
  /** The key of one entry's commitment. Whoever gets it for a receipt learns nothing of other entries'. */
  readonly blindOf: (index: number) => Buffer
}

/** A new key for a log: 32 bytes to sign with, 32 to blind with, and both as they are kept. */
export const newLogSecret = (keys: Keys, tenant: string): { readonly secret: Buffer; readonly wrapped: string } => {
  const secret = randomBytes(64)
  return { secret, wrapped: wrapKey(keys, secret, placeOf(tenant)) }
}

/** Opens a log's key. @throws AnlanError seal-broken under another deployment key */
export const openLogSecret = (keys: Keys, tenant: string, wrapped: string): Buffer =>
  unwrapKey(keys, wrapped, placeOf(tenant))

/** What a secret signs and blinds. */
export function logKeyOf(secret: Buffer, origin: string): LogKey {
  const { publicKey, sign } = signerOf(secret.subarray(0, 32))
  const blinding = secret.subarray(32)
  return {
    key: { name: origin, use: 'log', publicKey },
    sign,
    blindOf: (index) => createHmac('sha256', blinding).update(`anlan-log-blind-1\n${index}`).digest(),
  }
}

/**
 * What is published of an entry. HMAC under a key of its own per entry: a guess at what the entry says cannot be tried,
 * and who is given the key with the text can check it.
 */
export const commitmentOf = (entry: LogEntry, blind: Buffer): Buffer =>
  createHmac('sha256', blind).update(entryText(entry)).digest()

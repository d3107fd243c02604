import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Sealed } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { CIPHERS } from './ciphers.ts'

/**
 * The keys of an installation. `id` names the one that wraps data keys; all of `wrapping` unwrap. What is hashed or derived keeps to
 * `first`: what it found must be found again. Both are the deployment key itself until somebody renews it (`ring.ts`), and the object
 * stays the same while they change, so that whoever holds it goes on.
 */
export type Keys = {
  id: string
  readonly first: Buffer
  readonly wrapping: Map<string, Buffer>
  readonly sealing: Sealing
}

/** How values are sealed from now on; each says itself how it was, so that all open. */
export type Sealing = Sealed['sealed']

/** The id of the key that an installation begins with. */
export const FIRST_KEY = 'k1'

/** Makes the keys from 32 bytes. @throws Error when the length differs: a short key would weaken everything it wraps */
export function createKeys(first: Buffer, id = FIRST_KEY, sealing: Sealing = 'A256GCM'): Keys {
  if (first.length !== 32) throw new Error(`the deployment key must have 32 bytes, got ${first.length}`)
  return { id, first, wrapping: new Map([[id, first]]), sealing }
}

/** A fresh data key for one matter. */
export const newDataKey = (): Buffer => randomBytes(32)

/**
 * Where a sealed value belongs. It is authenticated with the value: a copy put elsewhere does not open.
 * The data key is the matter's own; which key wraps it is bound to the wrapping, so that keys can be wrapped anew.
 */
export type SealPlace = { readonly tenant: string; readonly matterId: string; readonly field: string }

const additional = ({ tenant, matterId, field }: SealPlace, keyId = '') =>
  Buffer.from(JSON.stringify([tenant, matterId, field, keyId]))

/** Seals a value under a data key, for one place. The value is JSON, so that numbers and lists keep their type. */
export const seal = (value: unknown, dataKey: Buffer, place: SealPlace, sealing: Sealing = 'A256GCM'): Sealed =>
  encrypt(value, dataKey, additional(place), sealing)

/** Opens a sealed value in its place. @throws AnlanError seal-broken when it was sealed for another place, under another key, or changed */
export function unseal(sealed: Sealed, dataKey: Buffer, place: SealPlace): unknown {
  const value = decrypt(sealed, dataKey, additional(place))
  return value === undefined ? broken(place) : value
}

function encrypt(value: unknown, key: Buffer, bound: Buffer, sealing: Sealing): Sealed {
  const { iv, data, tag } = CIPHERS[sealing].encrypt(Buffer.from(JSON.stringify(value), 'utf8'), key, bound)
  return { sealed: sealing, iv: iv.toString('base64'), data: data.toString('base64'), tag: tag.toString('base64') }
}

/** The value, or undefined when it is another's, another key's, or was changed; null is a value. */
function decrypt({ sealed, iv, data, tag }: Sealed, key: Buffer, bound: Buffer): unknown {
  try {
    const [nonce, bytes, mark] = [iv, data, tag].map((part) => Buffer.from(part, 'base64')) as [Buffer, Buffer, Buffer]
    return JSON.parse(CIPHERS[sealed].decrypt({ iv: nonce, data: bytes, tag: mark }, key, bound).toString('utf8'))
  } catch {
    return undefined
  }
}

function broken({ matterId, field }: SealPlace): never {
  throw new AnlanError('seal-broken', { matterId, field })
}

/** Wraps a data key for the matter and the use named by `place.field`. */
export const wrapKey = (keys: Keys, dataKey: Buffer, place: SealPlace): string =>
  JSON.stringify(
    encrypt(dataKey.toString('base64'), wrappingKey(keys, keys.id), additional(place, keys.id), keys.sealing),
  )

/** Unwraps a data key. @throws AnlanError field-shredded when it was destroyed, seal-broken when it is another matter's */
export function unwrapKey(keys: Keys, wrapped: string | null | undefined, place: SealPlace): Buffer {
  if (!wrapped) throw new AnlanError('field-shredded')
  for (const id of [keys.id, ...keys.wrapping.keys()]) {
    const key = unwrapWith(keys, id, wrapped, place)
    if (key) return key
  }
  return broken(place)
}

/** A data key, when the wrapping key of this id wrapped it; else undefined. */
export function unwrapWith(keys: Keys, id: string, wrapped: string, place: SealPlace): Buffer | undefined {
  const key = decrypt(JSON.parse(wrapped) as Sealed, wrappingKey(keys, id), additional(place, id))
  return key === undefined ? undefined : Buffer.from(String(key), 'base64')
}

function wrappingKey(keys: Keys, id: string): Buffer {
  const key = keys.wrapping.get(id)
  if (!key) throw new Error(`there is no wrapping key ${id}`)
  return key
}

/** The names under which keys and the vault's entry are bound; no field of a form can be called so. */
export const DATA_KEY = '(data key)'
export const VAULT_KEY = '(vault key)'
export const VAULT_ENTRY = '(vault entry)'

/** Keyed hash for codes that must be found but not read from a stolen table. `use` keeps hashes of different uses apart. */
export const keyedHash = (keys: Keys, use: string, value: string): string =>
  createHmac('sha256', keys.first).update(`${use}\n${value}`).digest('hex')

const derived = new WeakMap<Keys, Map<string, Buffer>>()

/** A key of 32 bytes for one use, derived from the first key (HKDF-SHA-256, RFC 5869). */
export function derivedKey(keys: Keys, use: string): Buffer {
  const known = derived.get(keys) ?? new Map<string, Buffer>()
  derived.set(keys, known)
  const key = known.get(use) ?? Buffer.from(hkdfSync('sha256', keys.first, '', use, 32))
  known.set(use, key)
  return key
}

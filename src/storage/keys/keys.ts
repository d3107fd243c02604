import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { Sealed } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'

/** The deployment key under which data keys are wrapped, and the key id that says which one it was. */
export type Keys = { readonly id: string; readonly deployment: Buffer }

/** Makes the keys from 32 bytes. @throws Error when the length differs: a short key would weaken everything it wraps */
export function createKeys(deployment: Buffer, id = 'k1'): Keys {
  if (deployment.length !== 32) throw new Error(`the deployment key must have 32 bytes, got ${deployment.length}`)
  return { id, deployment }
}

/** A fresh data key for one matter. */
export const newDataKey = (): Buffer => randomBytes(32)

/**
 * Where a sealed value belongs. It is authenticated with the value (AES-GCM additional data): a copy put elsewhere does not open.
 * The data key is the matter's own; which deployment key wraps it is bound to the wrapping, so that keys can be wrapped anew.
 */
export type SealPlace = { readonly tenant: string; readonly matterId: string; readonly field: string }

const additional = ({ tenant, matterId, field }: SealPlace, keyId = '') =>
  Buffer.from(JSON.stringify([tenant, matterId, field, keyId]))

/** Seals a value under a data key, for one place. The value is JSON, so that numbers and lists keep their type. */
export const seal = (value: unknown, dataKey: Buffer, place: SealPlace): Sealed =>
  encrypt(value, dataKey, additional(place))

/** Opens a sealed value in its place. @throws AnlanError seal-broken when it was sealed for another place, under another key, or changed */
export const unseal = (sealed: Sealed, dataKey: Buffer, place: SealPlace): unknown =>
  decrypt(sealed, dataKey, additional(place), place)

const secrets = new WeakMap<Buffer, KeyObject>()

/** A key as Node.js keeps it; made anew from bytes for each use it costs more than the cipher itself. */
export function secretOf(key: Buffer): KeyObject {
  const known = secrets.get(key) ?? createSecretKey(key)
  secrets.set(key, known)
  return known
}

function encrypt(value: unknown, key: Buffer, bound: Buffer): Sealed {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), iv).setAAD(bound)
  const data = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return {
    sealed: 'A256GCM',
    iv: iv.toString('base64'),
    data: data.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

function decrypt({ iv, data, tag }: Sealed, key: Buffer, bound: Buffer, place: SealPlace): unknown {
  try {
    const decipher = createDecipheriv('aes-256-gcm', secretOf(key), Buffer.from(iv, 'base64'), { authTagLength: 16 })
    decipher.setAAD(bound).setAuthTag(Buffer.from(tag, 'base64'))
    return JSON.parse(Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString('utf8'))
  } catch {
    throw new AnlanError('seal-broken', { matterId: place.matterId, field: place.field })
  }
}

/** Wraps a data key under the deployment key, for the matter and the use named by `place.field`. */
export const wrapKey = (keys: Keys, dataKey: Buffer, place: SealPlace): string =>
  JSON.stringify(encrypt(dataKey.toString('base64'), keys.deployment, additional(place, keys.id)))

/**
 * Unwraps a data key. @throws AnlanError field-shredded when it was destroyed, seal-broken when it is another matter's
 */
export function unwrapKey(keys: Keys, wrapped: string | null | undefined, place: SealPlace): Buffer {
  if (!wrapped) throw new AnlanError('field-shredded')
  const key = decrypt(JSON.parse(wrapped) as Sealed, keys.deployment, additional(place, keys.id), place)
  return Buffer.from(String(key), 'base64')
}

/** The names under which keys and the vault's entry are bound; no field of a form can be called so. */
export const DATA_KEY = '(data key)'
export const VAULT_KEY = '(vault key)'
export const VAULT_ENTRY = '(vault entry)'

/** Keyed hash for codes that must be found but not read from a stolen table. `use` keeps hashes of different uses apart. */
export const keyedHash = (keys: Keys, use: string, value: string): string =>
  createHmac('sha256', secretOf(keys.deployment)).update(`${use}\n${value}`).digest('hex')

const derived = new WeakMap<Keys, Map<string, Buffer>>()

/** A key of 32 bytes for one use, derived from the deployment key (HKDF-SHA-256, RFC 5869). */
export function derivedKey(keys: Keys, use: string): Buffer {
  const known = derived.get(keys) ?? new Map<string, Buffer>()
  derived.set(keys, known)
  const key = known.get(use) ?? Buffer.from(hkdfSync('sha256', keys.deployment, '', use, 32))
  known.set(use, key)
  return key
}

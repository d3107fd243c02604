import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
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

/** Seals a value under a data key. The value is JSON, so that numbers and lists keep their type. */
export function seal(value: unknown, dataKey: Buffer): Sealed {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', dataKey, iv)
  const data = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return {
    sealed: 'A256GCM',
    iv: iv.toString('base64'),
    data: data.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** Opens a sealed value. @throws AnlanError field-shredded when it cannot be opened with this key any more */
export function unseal(sealed: Sealed, dataKey: Buffer): unknown {
  const decipher = createDecipheriv('aes-256-gcm', dataKey, Buffer.from(sealed.iv, 'base64'))
  decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'))
  return JSON.parse(
    Buffer.concat([decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()]).toString('utf8'),
  )
}

/** Wraps a data key under the deployment key, for the key table. */
export const wrapKey = (keys: Keys, dataKey: Buffer): string =>
  JSON.stringify(seal(dataKey.toString('base64'), keys.deployment))

/** Unwraps a data key. @throws AnlanError field-shredded when it was destroyed */
export function unwrapKey(keys: Keys, wrapped: string | null | undefined): Buffer {
  if (!wrapped) throw new AnlanError('field-shredded')
  return Buffer.from(String(unseal(JSON.parse(wrapped) as Sealed, keys.deployment)), 'base64')
}

/** Keyed hash for codes that must be found but not read from a stolen table. `use` keeps hashes of different uses apart. */
export const keyedHash = (keys: Keys, use: string, value: string): string =>
  createHmac('sha256', keys.deployment).update(`${use}\n${value}`).digest('hex')

import { createCipheriv, createDecipheriv } from 'node:crypto'
import { derivedKey, type Keys } from '../../../storage/keys/keys.ts'

const USE = 'open311-id'
/** 16 bytes in base64url. */
const OPAQUE = /^[\w-]{22}$/

/**
 * The id of a matter as programs of others see it. A UUID tells the millisecond in which somebody reported; one block of AES under a key
 * of its own is another 16 bytes that tell nothing and lead back.
 */
export function opaqueId(keys: Keys, id: string): string {
  const cipher = createCipheriv('aes-256-ecb', derivedKey(keys, USE), null).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.from(id.replaceAll('-', ''), 'hex')), cipher.final()]).toString(
    'base64url',
  )
}

/** The matter behind such an id; what was made up leads to a UUID that no matter has. */
export function plainId(keys: Keys, opaque: string): string | undefined {
  if (!OPAQUE.test(opaque)) return undefined
  const decipher = createDecipheriv('aes-256-ecb', derivedKey(keys, USE), null).setAutoPadding(false)
  const bytes = Buffer.from(opaque, 'base64url')
  const hex = Buffer.concat([decipher.update(bytes), decipher.final()]).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

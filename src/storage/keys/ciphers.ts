import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { Sealed } from '../../domain/procedure/form.ts'

export type Encrypted = { readonly iv: Buffer; readonly data: Buffer; readonly tag: Buffer }

/** An authenticated cipher under a key of 32 bytes; `bound` is authenticated with the value and not kept. */
type Cipher = {
  readonly encrypt: (plain: Buffer, key: Buffer, bound: Buffer) => Encrypted
  /** @throws Error when anything is another's or was changed */
  readonly decrypt: (encrypted: Encrypted, key: Buffer, bound: Buffer) => Buffer
}

const secrets = new WeakMap<Buffer, KeyObject>()

/** A key as Node.js keeps it: making it anew from bytes for each use costs more than the cipher itself. The bytes never change. */
export function secretOf(key: Buffer): KeyObject {
  const known = secrets.get(key) ?? createSecretKey(key)
  secrets.set(key, known)
  return known
}

/** AES-256-GCM with a random IV of 96 bits (NIST SP 800-38D). */
const A256GCM: Cipher = {
  encrypt: (plain, key, bound) => {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', secretOf(key), iv).setAAD(bound)
    const data = Buffer.concat([cipher.update(plain), cipher.final()])
    return { iv, data, tag: cipher.getAuthTag() }
  },
  decrypt: ({ iv, data, tag }, key, bound) => {
    const decipher = createDecipheriv('aes-256-gcm', secretOf(key), iv, { authTagLength: 16 })
    decipher.setAAD(bound).setAuthTag(tag)
    return Buffer.concat([decipher.update(data), decipher.final()])
  },
}

/**
 * SM4 in counter mode (GB/T 32907, GB/T 17964) with HMAC-SM3 over what is bound, IV and data (GB/T 32905, GB/T 15852.2): encrypted, then
 * authenticated, each under a key of its own from the 32 bytes. OpenSSL as it comes with Node.js has SM4 and SM3, but no SM4-GCM.
 */
const SM4: Cipher = {
  encrypt: (plain, key, bound) => {
    const iv = randomBytes(16)
    const { own, mac } = smKeys(key)
    const cipher = createCipheriv('sm4-ctr', own, iv)
    const data = Buffer.concat([cipher.update(plain), cipher.final()])
    return { iv, data, tag: smTag(mac, bound, iv, data) }
  },
  decrypt: ({ iv, data, tag }, key, bound) => {
    const { own, mac } = smKeys(key)
    if (tag.length !== 32 || !timingSafeEqual(tag, smTag(mac, bound, iv, data))) throw new Error('not authentic')
    const decipher = createDecipheriv('sm4-ctr', own, iv)
    return Buffer.concat([decipher.update(data), decipher.final()])
  },
}

function smKeys(key: Buffer): { readonly own: Buffer; readonly mac: Buffer } {
  const both = Buffer.from(hkdfSync('sm3', key, '', 'SM4-CTR HMAC-SM3', 48))
  return { own: both.subarray(0, 16), mac: both.subarray(16) }
}

/** The lengths go first, so that nothing can be moved from one part into the next. */
function smTag(key: Buffer, bound: Buffer, iv: Buffer, data: Buffer): Buffer {
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32BE(bound.length, 0)
  lengths.writeUInt32BE(iv.length, 4)
  return createHmac('sm3', key).update(lengths).update(bound).update(iv).update(data).digest()
}

/** By the name that each sealed value carries. */
export const CIPHERS: Readonly<Record<Sealed['sealed'], Cipher>> = { A256GCM, 'SM4CTR-SM3': SM4 }

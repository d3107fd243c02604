import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto'
import type { CheckSignature, Sign } from '../../engine/transparency/note.ts'
import type { HashBytes } from '../../engine/transparency/tree.ts'

/** SHA-256 by Node. */
export const hashBytes: HashBytes = (bytes) => hash('sha256', bytes, 'buffer')

/** DER before the 32 bytes of an Ed25519 key (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

/** Public key and signing for a seed of 32 bytes. */
export function signerOf(seed: Uint8Array): { readonly publicKey: Uint8Array; readonly sign: Sign } {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length)
  return { publicKey: new Uint8Array(publicKey), sign: (message) => new Uint8Array(sign(null, message, key)) }
}

/** Whether an Ed25519 signature is good. */
export const checkSignature: CheckSignature = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}

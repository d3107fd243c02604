import { ed25519 } from '@noble/curves/ed25519.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, toHex, utf8 } from '../../engine/transparency/bytes.ts'
import { isIncluded } from '../../engine/transparency/check-proof.ts'
import {
  type CheckSignature,
  readCheckpointText,
  readKeyText,
  readNote,
  signedBy,
} from '../../engine/transparency/note.ts'
import { readProof } from '../../engine/transparency/proof-text.ts'
import { leafHash } from '../../engine/transparency/tree.ts'

/** What a proof turned out to be. `said` names what does not hold. */
export type Checked =
  | { readonly ok: false; readonly said: 'malformed' | 'otherKey' | 'unsigned' | 'notIncluded' }
  | {
      readonly ok: true
      /** The log's key was compared with one from elsewhere: without that anybody could have made the whole file. */
      readonly isKeyKnown: boolean
      readonly origin: string
      readonly fingerprint: string
      readonly index: number
      readonly size: number
      readonly loggedAt: string
      readonly subject: string
      readonly digest: string
      readonly witnesses: readonly { readonly name: string; readonly seconds: number }[]
    }

const check: CheckSignature = (publicKey, message, signature) => {
  try {
    return ed25519.verify(signature, message, publicKey)
  } catch {
    return false
  }
}

type Extra = { entry: string; key: string; log: string; witnesses: string[] }

/** Checks a proof with nothing but what is in it, and the log's key where the reader has it from elsewhere. */
export function checkReceipt(text: string, knownKey = ''): Checked {
  const proof = readProof(text.replace(/\r\n/g, '\n'))
  const extra = proof?.extra && readExtra(proof.extra)
  const note = proof && readNote(proof.note)
  const head = note && readCheckpointText(note.text)
  const key = extra && readKeyText(extra.log, sha256)
  const blind = extra && fromBase64(extra.key)
  if (!proof || !extra || !note || !head || !key || !blind) return { ok: false, said: 'malformed' }
  if (knownKey.trim() !== '' && knownKey.trim() !== extra.log) return { ok: false, said: 'otherKey' }
  if (head.origin !== key.name || !signedBy(note, key, check, sha256)) return { ok: false, said: 'unsigned' }
  const leaf = leafHash(hmac(sha256, blind, utf8(extra.entry)), sha256)
  if (!isIncluded(leaf, proof.index, head, proof.proof, sha256)) return { ok: false, said: 'notIncluded' }
  const [, , subject = '', , digest = '', loggedAt = ''] = extra.entry.split('\n')
  return {
    ...{ ok: true, isKeyKnown: knownKey.trim() !== '', origin: head.origin },
    ...{ index: proof.index, size: head.size, subject, digest, loggedAt },
    fingerprint: toHex(sha256(key.publicKey))
      .slice(0, 32)
      .replace(/(.{4})(?=.)/g, '$1 '),
    witnesses: extra.witnesses.flatMap((line) => {
      const witness = readKeyText(line, sha256)
      const signed = witness && signedBy(note, witness, check, sha256)
      return witness && signed?.seconds !== undefined ? [{ name: witness.name, seconds: signed.seconds }] : []
    }),
  }
}

function readExtra(bytes: Uint8Array): Extra | undefined {
  try {
    const { entry, key, log, witnesses } = JSON.parse(new TextDecoder().decode(bytes)) as Extra
    const isRead = [entry, key, log].every((part) => typeof part === 'string') && Array.isArray(witnesses)
    return isRead ? { entry, key, log, witnesses } : undefined
  } catch {
    return undefined
  }
}

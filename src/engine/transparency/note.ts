import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from './bytes.ts'
import { sameHash, type TreeHead } from './check-proof.ts'
import type { HashBytes } from './tree.ts'

/** Signs or checks with Ed25519 (RFC 8032); comes in as a value. */
export type CheckSignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
export type Sign = (message: Uint8Array) => Uint8Array

/** What a key is for (C2SP signed-note): a log signs its notes, a witness cosigns those of others with the time. */
export const KEY_USE = { log: 1, witness: 4 } as const
export type KeyUse = keyof typeof KEY_USE

/** A public key with the name it signs under. */
export type NamedKey = { readonly name: string; readonly use: KeyUse; readonly publicKey: Uint8Array }

/** A line under a note. */
export type SignatureLine = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array }
export type Note = { readonly text: string; readonly signatures: readonly SignatureLine[] }

/** A signed head of a log (C2SP tlog-checkpoint). */
export type Checkpoint = TreeHead & { readonly origin: string }

const MOST_SIGNATURES = 64
const NAME = /^[^\s+\p{Cc}]{1,200}$/u

/** Whether a name can stand in a signature line. */
export const isKeyName = (name: string): boolean => NAME.test(name)

/** The four bytes by which a signature names its key. */
export const keyIdOf = ({ name, use, publicKey }: NamedKey, hash: HashBytes): Uint8Array =>
  hash(concat(utf8(`${name}\n`), Uint8Array.of(KEY_USE[use]), publicKey)).slice(0, 4)

/** A key as one line of text (C2SP vkey). */
export const keyText = (key: NamedKey, hash: HashBytes): string =>
  `${key.name}+${toHex(keyIdOf(key, hash))}+${toBase64(concat(Uint8Array.of(KEY_USE[key.use]), key.publicKey))}`

/** The key that a line of text names, or undefined when the line is not one. */
export function readKeyText(text: string, hash: HashBytes): NamedKey | undefined {
  const [, name = '', id = '', material = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  const bytes = fromBase64(material)
  const use = (Object.keys(KEY_USE) as KeyUse[]).find((one) => KEY_USE[one] === bytes?.[0])
  if (bytes?.length !== 33 || !use || !isKeyName(name)) return undefined
  const key = { name, use, publicKey: bytes.slice(1) }
  return sameHash(keyIdOf(key, hash), fromHex(id, 4) ?? new Uint8Array(0)) ? key : undefined
}

/** The text of a checkpoint, without signatures. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`

/** What the text of a note says, or undefined when it is no checkpoint. */
export function readCheckpointText(text: string): Checkpoint | undefined {
  const [origin = '', digits = '', hash = '', ...rest] = text.split('\n')
  const root = fromBase64(hash)
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(digits) || root?.length !== 32 || rest.at(-1) !== '')
    return undefined
  return { origin, size: Number(digits), root }
}

/** One signature as a line with its end. */
export const signatureLine = ({ name, keyId, signature }: SignatureLine): string =>
  `— ${name} ${toBase64(concat(keyId, signature))}\n`

/** Text and signature lines of a note, or undefined when it is malformed. */
export function readNote(note: string): Note | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return undefined
  const lines = note.slice(end + 2, -1).split('\n')
  const signatures = lines.map(readSignatureLine)
  if (lines.length > MOST_SIGNATURES || signatures.includes(undefined)) return undefined
  return { text: note.slice(0, end + 1), signatures: signatures as SignatureLine[] }
}

/** Name, key and signature of a line, or undefined. */
export function readSignatureLine(line: string): SignatureLine | undefined {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}

/** Signs a note's text as a log does. */
export const signText = (text: string, key: NamedKey, sign: Sign, hash: HashBytes): SignatureLine => ({
  name: key.name,
  keyId: keyIdOf(key, hash),
  signature: sign(utf8(text)),
})

const cosigned = (text: string, seconds: number) => utf8(`cosignature/v1\ntime ${seconds}\n${text}`)

/** Cosigns a checkpoint's text as a witness does at a time in seconds since 1970 (C2SP tlog-cosignature). */
export function cosignText(text: string, key: NamedKey, seconds: number, sign: Sign, hash: HashBytes): SignatureLine {
  const time = new Uint8Array(8)
  for (let at = 7, left = seconds; at >= 0; at -= 1, left = Math.floor(left / 256)) time[at] = left % 256
  return { name: key.name, keyId: keyIdOf(key, hash), signature: concat(time, sign(cosigned(text, seconds))) }
}

/** That a key signed, and for a witness when, in seconds since 1970. */
export type Signed = { readonly seconds?: number }

/**
 * Whether a note bears a good signature of a key. A signature that names the key and is not good makes the whole note
 * worthless, whatever else stands there.
 */
export function signedBy(note: Note, key: NamedKey, check: CheckSignature, hash: HashBytes): Signed | undefined {
  const id = keyIdOf(key, hash)
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && sameHash(keyId, id))
  const found = own.map(({ signature }) => checkOne(note.text, key, signature, check))
  return found.includes(undefined) ? undefined : found[0]
}

function checkOne(text: string, key: NamedKey, signature: Uint8Array, check: CheckSignature): Signed | undefined {
  if (key.use === 'log') return check(key.publicKey, utf8(text), signature) ? {} : undefined
  if (signature.length !== 72) return undefined
  const seconds = signature.slice(0, 8).reduce((sum, byte) => sum * 256 + byte, 0)
  if (!Number.isSafeInteger(seconds)) return undefined
  return check(key.publicKey, cosigned(text, seconds), signature.slice(8)) ? { seconds } : undefined
}

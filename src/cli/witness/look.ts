import { fromBase64 } from '../../engine/transparency/bytes.ts'
import { isConsistent } from '../../engine/transparency/check-proof.ts'
import {
  type Checkpoint,
  cosignText,
  type NamedKey,
  readCheckpointText,
  readNote,
  type Sign,
  signatureLine,
  signedBy,
} from '../../engine/transparency/note.ts'
import { checkSignature, hashBytes } from '../../storage/transparency/crypto.ts'

/** Asks a log for one of its pages; the body, or an error. */
export type Ask = (path: string) => Promise<string>

/** What a witness goes by: the log's key, the head it saw last, its own key. */
export type Watch = {
  readonly ask: Ask
  readonly log: NamedKey
  readonly seen: string | undefined
  readonly own: NamedKey
  readonly sign: Sign
  readonly seconds: number
}

/** What a witness finds: a line to send back and the note to keep; or why it signs nothing. */
export type Look =
  | { readonly ok: true; readonly note: string; readonly line: string; readonly size: number }
  | {
      readonly ok: false
      readonly why: 'not-signed' | 'smaller' | 'rewritten'
      readonly size: number
      readonly note: string
    }

const MOST_HASHES = 63

/** Fetches the newest head and cosigns it if it goes on from the one that was seen before (C2SP tlog-witness, by fetching). */
export async function look({ ask, log, seen, own, sign, seconds }: Watch): Promise<Look> {
  const note = await ask('checkpoint')
  const head = headOf(note, log)
  if (!head) return { ok: false, why: 'not-signed', size: 0, note }
  const before = seen === undefined ? undefined : headOf(seen, log)
  if (seen !== undefined && !before) throw new Error('the head that was kept is not of this log')
  if (before) {
    if (head.size < before.size) return { ok: false, why: 'smaller', size: head.size, note }
    const proof = before.size === head.size ? [] : hashesOf(await ask(`proof/consistency/${before.size}/${head.size}`))
    if (!isConsistent(before, head, proof, hashBytes)) return { ok: false, why: 'rewritten', size: head.size, note }
  }
  const text = readNote(note)?.text ?? ''
  const line = signatureLine(cosignText(text, own, seconds, sign, hashBytes))
  return { ok: true, note, line, size: head.size }
}

function headOf(text: string, log: NamedKey): Checkpoint | undefined {
  const note = readNote(text)
  const head = note && readCheckpointText(note.text)
  return head && head.origin === log.name && signedBy(note, log, checkSignature, hashBytes) ? head : undefined
}

function hashesOf(body: string): Uint8Array[] {
  const hashes = body.split('\n').filter((line) => line !== '')
  return hashes.slice(0, MOST_HASHES).map((line) => fromBase64(line) ?? new Uint8Array(0))
}

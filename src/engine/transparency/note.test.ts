import { hash as digest } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSignature as check, signerOf } from '../../storage/transparency/crypto.ts'
import { fromBase64, toBase64, utf8 } from './bytes.ts'
import {
  type Checkpoint,
  checkpointText,
  cosignText,
  keyText,
  readCheckpointText,
  readKeyText,
  readNote,
  signatureLine,
  signedBy,
  signText,
} from './note.ts'
import { readProof, writeProof } from './proof-text.ts'
import type { HashBytes } from './tree.ts'

const hash: HashBytes = (bytes) => digest('sha256', bytes, 'buffer')

/** The example of C2SP signed-note. */
const KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const NOTE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'

const log = signerOf(Buffer.alloc(32, 1))
const witness = signerOf(Buffer.alloc(32, 2))
const logKey = { name: 'qinglan.example/tlog/qinglan', use: 'log', publicKey: log.publicKey } as const
const witnessKey = { name: 'donghe.example', use: 'witness', publicKey: witness.publicKey } as const
const head: Checkpoint = { origin: logKey.name, size: 70_000, root: hash(Buffer.from('root')) }

const signed = (checkpoint = head, cosigned = false) => {
  const text = checkpointText(checkpoint)
  const own = signatureLine(signText(text, logKey, log.sign, hash))
  const other = cosigned ? signatureLine(cosignText(text, witnessKey, 1_679_315_147, witness.sign, hash)) : ''
  return `${text}\n${own}${other}`
}

describe('a signed note', () => {
  test('of the specification is read and its signature is good', () => {
    const key = readKeyText(KEY, hash)
    const note = readNote(NOTE)
    expect(key && keyText(key, hash)).toBe(KEY)
    expect(key && note && signedBy(note, key, check, hash)).toEqual({})
  })

  test('says nothing once a letter of it differs', () => {
    const key = readKeyText(KEY, hash)
    const note = readNote(NOTE.replace('example message', 'example massage'))
    expect(key && note && signedBy(note, key, check, hash)).toBeUndefined()
  })

  test('is refused when it is malformed', () => {
    for (const text of ['', 'text', 'text\n\n', 'text\n\n— name\n', 'text\n\n— name AAAA', 'text\n\n- name AAAAAAAA\n'])
      expect(readNote(text)).toBeUndefined()
    for (const text of ['x', `${KEY.slice(0, -2)}==`, KEY.replace('530d903a', '530d903b'), KEY.replace('foo', 'bar')])
      expect(readKeyText(text, hash)).toBeUndefined()
  })

  test('carries a checkpoint, a log’s signature and a witness’s with its time', () => {
    const note = readNote(signed(head, true))
    expect(note && readCheckpointText(note.text)).toEqual({ ...head, root: new Uint8Array(head.root) })
    expect(note && signedBy(note, logKey, check, hash)).toEqual({})
    expect(note && signedBy(note, witnessKey, check, hash)).toEqual({ seconds: 1_679_315_147 })
  })

  test('with a bad line of a known key is worthless, whatever good line stands beside it', () => {
    const other = signed({ ...head, size: 1 }).split('\n\n')[1]
    const note = readNote(`${signed()}${other}`)
    expect(note && signedBy(note, logKey, check, hash)).toBeUndefined()
  })

  test('a log’s signature is no witness’s, though the key were the same', () => {
    const asWitness = { ...logKey, use: 'witness' } as const
    const note = readNote(signed())
    expect(note && signedBy(note, asWitness, check, hash)).toBeUndefined()
  })

  test('that is no checkpoint is not read as one', () => {
    const root = toBase64(head.root)
    for (const text of [
      '',
      'o\n1\n',
      `o\n01\n${root}\n`,
      `o\n-1\n${root}\n`,
      `\n1\n${root}\n`,
      `o\n1\n${root}`,
      'o\n1\nAAAA\n',
    ])
      expect(readCheckpointText(text)).toBeUndefined()
  })
})

describe('a proof as text', () => {
  const proof = { index: 73_894, proof: [head.root, hash(head.root)], note: signed() }

  test('is read as it was written, with and without extra data', () => {
    const plain = (one: typeof proof | undefined) => one && { ...one, proof: one.proof.map(toBase64) }
    expect(plain(readProof(writeProof(proof)) as typeof proof)).toEqual(plain(proof))
    const extra = utf8('多出来的')
    expect(toBase64(readProof(writeProof({ ...proof, extra }))?.extra ?? new Uint8Array(0))).toBe(toBase64(extra))
  })

  test('is refused when it is malformed', () => {
    const text = writeProof(proof)
    for (const bad of [
      '',
      text.slice(1),
      text.replace('index 7', 'index 07'),
      text.replace('index', 'extra ?\nindex'),
      text.replace('\n\n', '\nAAAA\n\n'),
    ])
      expect(readProof(bad)).toBeUndefined()
  })
})

test('Base64 and UTF-8 are those of Node', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.string({ unit: 'binary', maxLength: 30 }), (bytes, words) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      expect(Buffer.from(utf8(words)).equals(Buffer.from(words))).toBe(true)
    }),
  )
  expect(['A', 'AAA', 'AB==', 'A===', 'AA=A', 'AA A'].map(fromBase64)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  )
})

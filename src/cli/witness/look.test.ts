import { expect, test } from 'vitest'
import { toBase64 } from '../../engine/transparency/bytes.ts'
import { addLeaf, newTree, rootOf } from '../../engine/transparency/growing-tree.ts'
import {
  checkpointText,
  readNote,
  readSignatureLine,
  signatureLine,
  signedBy,
  signText,
} from '../../engine/transparency/note.ts'
import { hashRanges } from '../../engine/transparency/tiles.ts'
import { consistencyRanges, leafHash } from '../../engine/transparency/tree.ts'
import { checkSignature, hashBytes, signerOf } from '../../storage/transparency/crypto.ts'
import { look } from './look.ts'

const own = signerOf(Buffer.alloc(32, 1))
const watcher = signerOf(Buffer.alloc(32, 2))
const log = { name: 'qinglan.example/tlog/qinglan', use: 'log', publicKey: own.publicKey } as const
const witness = { name: 'city.example', use: 'witness', publicKey: watcher.publicKey } as const
const leaves = (names: readonly string[]) => names.map((name) => leafHash(Buffer.from(name), hashBytes))

/** A log with these entries, as it answers. */
function logOf(names: readonly string[], signer = own) {
  const tree = newTree()
  for (const leaf of leaves(names)) addLeaf(tree, leaf, hashBytes)
  const text = checkpointText({ origin: log.name, size: tree.size, root: rootOf(tree, hashBytes) })
  const note = `${text}\n${signatureLine(signText(text, log, signer.sign, hashBytes))}`
  const ask = async (path: string) => {
    if (path === 'checkpoint') return note
    const [before = 0, size = 0] = path.split('/').slice(2).map(Number)
    const hashes = await hashRanges(consistencyRanges(before, size), async () => leaves(names), hashBytes)
    return hashes.map((hash) => `${toBase64(hash)}\n`).join('')
  }
  return { note, ask }
}
const watch = (names: readonly string[], seen?: string, signer = own) =>
  look({ ask: logOf(names, signer).ask, log, seen, own: witness, sign: watcher.sign, seconds: 1_790_000_000 })

test('a witness cosigns a log that goes on from what it saw, and its line is good', async () => {
  const found = await watch(['a', 'b', 'c'], logOf(['a', 'b']).note)
  if (!found.ok) expect.fail(found.why)
  const line = readSignatureLine(found.line.trimEnd()) ?? expect.fail('no line')
  const text = readNote(found.note)?.text ?? ''
  expect(signedBy({ text, signatures: [line] }, witness, checkSignature, hashBytes)).toEqual({ seconds: 1_790_000_000 })
})

test('a witness sees a log for the first time, and again unchanged', async () => {
  expect((await watch(['a'])).ok).toBe(true)
  expect((await watch(['a'], logOf(['a']).note)).ok).toBe(true)
})

test('a witness signs nothing that was cut, rewritten, shown otherwise to others, or signed by another', async () => {
  const { note } = logOf(['a', 'b', 'c'])
  expect(await watch(['a', 'b'], note)).toMatchObject({ ok: false, why: 'smaller' })
  expect(await watch(['a', 'x', 'c', 'd'], note)).toMatchObject({ ok: false, why: 'rewritten' })
  expect(await watch(['a', 'b', 'x'], note)).toMatchObject({ ok: false, why: 'rewritten' })
  expect(await watch(['a', 'b', 'c', 'd'], note, watcher)).toMatchObject({ ok: false, why: 'not-signed' })
})

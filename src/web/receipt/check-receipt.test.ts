import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { toBase64, utf8 } from '../../engine/transparency/bytes.ts'
import { entryText } from '../../engine/transparency/entry.ts'
import { addLeaf, newTree, rootOf } from '../../engine/transparency/growing-tree.ts'
import { checkpointText, cosignText, keyText, signatureLine, signText } from '../../engine/transparency/note.ts'
import { type ProofText, writeProof } from '../../engine/transparency/proof-text.ts'
import { leafHash } from '../../engine/transparency/tree.ts'
import { hashBytes, signerOf } from '../../storage/transparency/crypto.ts'
import { checkReceipt } from './check-receipt.ts'

const own = signerOf(Buffer.alloc(32, 1))
const watcher = signerOf(Buffer.alloc(32, 2))
const log = { name: 'qinglan.example/tlog/qinglan', use: 'log', publicKey: own.publicKey } as const
const witness = { name: 'city.example', use: 'witness', publicKey: watcher.publicKey } as const
const entry = entryText({
  ...{ kind: 'events', subject: 'a-matter', first: 1, last: 2, digest: 'ab'.repeat(32) },
  loggedAt: '2026-03-02T01:00:00.000Z',
})
const blind = Buffer.alloc(32, 7)
const leaf = leafHash(createHmac('sha256', blind).update(entry).digest(), hashBytes)
const other = leafHash(Buffer.from('another'), hashBytes)

function proof(change: Partial<ProofText> = {}, extra: object = {}): string {
  const tree = newTree()
  for (const one of [other, leaf]) addLeaf(tree, one, hashBytes)
  const text = checkpointText({ origin: log.name, size: 2, root: rootOf(tree, hashBytes) })
  const lines = [
    signText(text, log, own.sign, hashBytes),
    cosignText(text, witness, 1_790_000_000, watcher.sign, hashBytes),
  ].map(signatureLine)
  const said = {
    entry,
    key: toBase64(blind),
    log: keyText(log, hashBytes),
    witnesses: [keyText(witness, hashBytes)],
    ...extra,
  }
  return writeProof({
    ...{ index: 1, proof: [other], note: `${text}\n${lines.join('')}`, extra: utf8(JSON.stringify(said)) },
    ...change,
  })
}

test('a proof is checked without a network, with whoever witnessed it and when', () => {
  expect(checkReceipt(proof())).toMatchObject({
    ...{ ok: true, origin: log.name, index: 1, size: 2, subject: 'a-matter', loggedAt: '2026-03-02T01:00:00.000Z' },
    witnesses: [{ name: 'city.example', seconds: 1_790_000_000 }],
  })
  expect(checkReceipt(proof(), keyText(log, hashBytes))).toMatchObject({ ok: true, isKeyKnown: true })
})

test('a proof whose key was compared with none from elsewhere is not said to be of the office’s log', () => {
  expect(checkReceipt(proof())).toMatchObject({ ok: true, isKeyKnown: false })
})

test('a proof that was forged is refused, and why is said', () => {
  const stranger = { ...log, publicKey: watcher.publicKey }
  expect(checkReceipt('x')).toMatchObject({ said: 'malformed' })
  expect(checkReceipt(proof(), keyText(stranger, hashBytes))).toMatchObject({ said: 'otherKey' })
  expect(checkReceipt(proof({}, { log: keyText(stranger, hashBytes) }))).toMatchObject({ said: 'unsigned' })
  expect(checkReceipt(proof({}, { entry: entry.replace('1-2', '1-3') }))).toMatchObject({ said: 'notIncluded' })
  expect(checkReceipt(proof({ index: 0 }))).toMatchObject({ said: 'notIncluded' })
  expect(checkReceipt(proof({ proof: [leaf] }))).toMatchObject({ said: 'notIncluded' })
  expect(checkReceipt(proof({}, { key: toBase64(Buffer.alloc(32)) }))).toMatchObject({ said: 'notIncluded' })
})

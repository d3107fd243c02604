import { execFile } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBase64, toBase64, utf8 } from '../../engine/transparency/bytes.ts'
import { isConsistent, isIncluded } from '../../engine/transparency/check-proof.ts'
import {
  checkpointText,
  cosignText,
  keyText,
  readCheckpointText,
  readNote,
  signatureLine,
  signText,
} from '../../engine/transparency/note.ts'
import { readProof, writeProof } from '../../engine/transparency/proof-text.ts'
import { tileIn, tilePath, widthOfLevel } from '../../engine/transparency/tiles.ts'
import { leafHash } from '../../engine/transparency/tree.ts'
import { withTenant } from '../../storage/connection/connect.ts'
import { hashBytes, signerOf } from '../../storage/transparency/crypto.ts'
import { type LogState, readLog } from '../../storage/transparency/log-state.ts'
import { logReceipt } from '../../storage/transparency/receipts.ts'
import { sequenceLog } from '../../storage/transparency/sequence.ts'
import { changeWitness } from '../../storage/transparency/witnesses.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { newId } from '../../storage/write/ids.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'

const PROGRAM = join(import.meta.dirname, 'verify-log.mjs')
const LOG = `/tlog/${TEST_TENANT}`
const WITNESS_SEED = Buffer.alloc(32, 5)
const witness = { name: 'city.example', use: 'witness', publicKey: signerOf(WITNESS_SEED).publicKey } as const

let office: TestOffice
let folder: string
let log: LogState
let key: string
let receipt: string
let heads: string[]
let first: string

const text = async (path: string) => (await office.ask(path)).text()
const bytes = async (path: string) => Buffer.from(await (await office.ask(path)).arrayBuffer())
const headOf = (note: string) => readCheckpointText(readNote(note)?.text ?? '') ?? expect.fail('no checkpoint')
const hashes = (body: string) =>
  body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => fromBase64(line) ?? expect.fail('no hash'))

async function open(title: string): Promise<string> {
  const { matter } = await handleCommand(office.deps, {
    actor: actorOf('clerk'),
    command: { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title } },
  })
  return matter.id
}
const sequence = () => sequenceLog(office.deps, TEST_TENANT, 'qinglan.example')

/** Runs the single file as an outsider would. */
const verifyLog = (...args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { timeout: 60_000 }, (_, out) => resolve(out.trim()))
  })

/** Saves the whole log as files, as any mirror would. */
async function mirror(name: string): Promise<string> {
  const place = join(folder, name)
  const save = async (path: string) => {
    const file = join(place, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, await bytes(`${LOG}/${path}`))
  }
  await save('checkpoint')
  const { size } = headOf(await readFile(join(place, 'checkpoint'), 'utf8'))
  for (let level = 0; widthOfLevel(size, level) > 0; level += 1)
    for (let n = 0; ; n += 1) {
      const tile = tileIn(size, level, n)
      if (!tile) break
      await save(`tile/${level}/${tilePath(n, tile.width)}`)
      if (level === 0) await save(`tile/entries/${tilePath(n, tile.width)}`)
    }
  return place
}
const write = async (name: string, content: string) => {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}
const signed = (size: number, root: Uint8Array, by: Pick<LogState, 'key' | 'sign'> = log) => {
  const note = checkpointText({ origin: log.origin, size, root })
  return `${note}\n${signatureLine(signText(note, by.key, by.sign, hashBytes))}`
}

beforeAll(async () => {
  office = await testOffice()
  folder = await mkdtemp(join(tmpdir(), 'anlan-tlog-'))
  first = await open('路灯不亮')
  await sequence()
  heads = [await text(`${LOG}/checkpoint`)]
  // More than one tile: what is above the leaves is proved as well.
  for (let index = 0; index < 260; index += 1) await open(`事项${index}`)
  await sequence()
  heads.push(await text(`${LOG}/checkpoint`))
  log =
    (await withTenant(office.deps.pool, TEST_TENANT, (client) => readLog(client, office.deps.keys, TEST_TENANT))) ??
    expect.fail('no log')
  key = keyText(log.key, hashBytes)
  receipt =
    (await withTenant(office.deps.pool, TEST_TENANT, (client) =>
      logReceipt(client, office.deps.keys, TEST_TENANT, { matterId: first, version: 1 }),
    )) ?? expect.fail('no receipt')
}, 120_000)
afterAll(async () => {
  await office?.dispose()
  await rm(folder, { recursive: true, force: true })
})

describe('the doors of the log', () => {
  test('prove that the second head goes on from the first, and that an entry is in it', async () => {
    const [before, after] = heads.map(headOf)
    if (!before || !after) expect.fail('two heads')
    const consistency = hashes(await text(`${LOG}/proof/consistency/${before.size}/${after.size}`))
    expect(isConsistent(before, after, consistency, hashBytes)).toBe(true)
    const { index } = readProof(receipt) ?? expect.fail('no proof')
    const bundle = await bytes(`${LOG}/tile/entries/${tilePath(Math.floor(index / 256), 256)}`)
    const entry = bundle.subarray((index % 256) * 34 + 2, (index % 256) * 34 + 34)
    const inclusion = hashes(await text(`${LOG}/proof/inclusion/${index}/${after.size}`))
    expect(isIncluded(leafHash(entry, hashBytes), index, after, inclusion, hashBytes)).toBe(true)
  })

  test('give nothing that no signed head covers, and refuse what is not spelt as it must be', async () => {
    const { size } = headOf(heads[1] ?? '')
    for (const path of [
      ...[
        'tile/0/x999/999',
        'tile/0/0',
        'tile/64/000',
        'tile/1/000',
        'tile/entries/002',
        'tile/0/000.p/300',
        'tile/0/..%2f000',
      ],
      ...[`proof/inclusion/${size}/${size}`, `proof/consistency/1/${size + 1}`, `proof/consistency/${size}/1`],
    ])
      expect((await office.ask(`${LOG}/${path}`)).status, path).toBe(404)
    expect((await office.ask('/tlog/nobody/checkpoint')).status).toBe(404)
  })

  test('reveal nothing: no word, id or hash of a matter, and no guess that can be tried', async () => {
    const all = Buffer.concat([
      await bytes(`${LOG}/tile/entries/000`),
      await bytes(`${LOG}/tile/0/000`),
      Buffer.from(heads.join('')),
    ])
    const { rows } = await office.county.database.owner.query('select hash, matter_id from matter_events')
    for (const { hash, matter_id } of rows) {
      expect(all.includes(Buffer.from(hash, 'hex'))).toBe(false)
      expect(all.includes(Buffer.from(leafHash(Buffer.from(hash, 'hex'), hashBytes)))).toBe(false)
      expect(all.includes(matter_id)).toBe(false)
    }
  })

  test('take a witness’s signature, of nobody else, and show it', async () => {
    const note = readNote(heads[1] ?? '') ?? expect.fail('no note')
    const { size } = headOf(heads[1] ?? '')
    const sign = (seed: Buffer, content = note.text) => {
      const { publicKey, sign: own } = signerOf(seed)
      return signatureLine(cosignText(content, { ...witness, publicKey }, 1_790_000_000, own, hashBytes))
    }
    const post = async (body: string, at = size) =>
      (await office.ask(`${LOG}/cosignature/${at}`, { method: 'POST', body })).status
    expect(await post(sign(WITNESS_SEED))).toBe(400)
    const at = office.deps.now()
    const act = {
      tenant: TEST_TENANT,
      personId: 'command-line',
      personName: '命令行',
      postId: 'command-line',
      reason: '请市里见证',
      at,
      changeId: newId(Date.parse(at)),
    }
    await changeWitness(office.deps, act, keyText(witness, hashBytes), true)
    expect(await post(sign(Buffer.alloc(32, 6)))).toBe(400)
    expect(await post(sign(WITNESS_SEED, note.text.replace(`\n${size}\n`, `\n${size - 1}\n`)))).toBe(400)
    expect(await post('x'.repeat(3_000))).toBe(400)
    expect(await post(sign(WITNESS_SEED))).toBe(204)
    expect(await text(`${LOG}/checkpoint`)).toBe(`${heads[1]}${sign(WITNESS_SEED)}`)
    const page = await text('/transparency')
    expect(page).toContain('city.example')
    expect(page).toContain(key.replaceAll('+', '&#43;').slice(0, 10))
  })

  test('a page in both languages says how the log stands and how to check', async () => {
    expect(await text('/transparency')).toContain('透明日志')
    const english = await text('/transparency?lang=en')
    expect(english).toContain('Transparency log')
    expect(english).not.toContain('见证单位')
  })
})

describe('an outsider with the single file', () => {
  test('finds a whole log whole, and earlier heads its beginning', async () => {
    const old = await write('old.txt', heads[0] ?? '')
    expect(await verifyLog('log', await mirror('whole'), key, old)).toMatch(/^OK: \d+ entries/)
  })

  test('finds a split view: two heads signed by the log that are not of one history', async () => {
    const other = await write('split.txt', signed(headOf(heads[0] ?? '').size, hashBytes(Buffer.from('another'))))
    expect(await verifyLog('log', await mirror('split'), key, other)).toContain('FAILED: the log was rewritten')
  })

  test('finds a truncated end, and a replayed older head', async () => {
    const place = await mirror('cut')
    const newest = await write('newest.txt', heads[1] ?? '')
    await writeFile(join(place, 'checkpoint'), heads[0] ?? '')
    expect(await verifyLog('log', place, key, newest)).toContain('FAILED: the log was cut')
  })

  test('finds a dropped matter, whatever is done with the tiles', async () => {
    const place = await mirror('dropped')
    const bundle = join(place, 'tile/entries/000')
    const entries = await readFile(bundle)
    await writeFile(
      bundle,
      Buffer.concat([entries.subarray(0, 34 * 9), entries.subarray(34 * 10), Buffer.from([0, 32]), randomBytes(32)]),
    )
    expect(await verifyLog('log', place, key)).toContain('FAILED: entry 9')
    const leaves = join(place, 'tile/0/000')
    const changed = await readFile(bundle)
    await writeFile(
      leaves,
      Buffer.concat(
        Array.from({ length: 256 }, (_, at) => leafHash(changed.subarray(at * 34 + 2, at * 34 + 34), hashBytes)),
      ),
    )
    expect(await verifyLog('log', place, key)).toMatch(/FAILED: (tile 1\/0|the entries)/)
  })

  test('finds swapped heads: another log’s, another key’s, another name’s', async () => {
    const place = await mirror('swapped')
    const { size, root } = headOf(heads[1] ?? '')
    const stranger = signerOf(Buffer.alloc(32, 9))
    await writeFile(
      join(place, 'checkpoint'),
      signed(size, root, { key: { ...log.key, publicKey: stranger.publicKey }, sign: stranger.sign }),
    )
    expect(await verifyLog('log', place, key)).toContain('FAILED: the log did not sign')
    const own = readNote(signed(size, root))?.signatures[0] ?? expect.fail('no signature')
    await writeFile(
      join(place, 'checkpoint'),
      `${checkpointText({ origin: log.origin, size: size - 1, root })}\n${signatureLine(own)}`,
    )
    expect(await verifyLog('log', place, key)).toContain('is forged')
    await writeFile(join(place, 'checkpoint'), signed(size, root).replaceAll(log.origin, 'elsewhere.example/tlog/x'))
    expect(await verifyLog('log', place, key)).toContain('FAILED: the head is of elsewhere')
  })

  test('checks a receipt, and refuses a forged one', async () => {
    const good = await write('good.tlog-proof', receipt)
    expect(await verifyLog('receipt', good, key)).toMatch(new RegExp(`^OK: entry \\d+ of \\d+: ${first} 1-1`))
    const proof = readProof(receipt) ?? expect.fail('no proof')
    const extra = JSON.parse(Buffer.from(proof.extra ?? []).toString('utf8')) as { entry: string }
    const forged = [
      { ...proof, index: proof.index + 1 },
      { ...proof, proof: proof.proof.toReversed() },
      { ...proof, proof: proof.proof.slice(1) },
      { ...proof, note: heads[0] ?? '' },
      {
        ...proof,
        extra: utf8(
          JSON.stringify({ ...extra, entry: extra.entry.replace('events', 'adopted').replace('begun', 'events') }),
        ),
      },
      { ...proof, extra: utf8(JSON.stringify({ ...extra, key: toBase64(Buffer.alloc(32)) })) },
    ]
    for (const [index, one] of forged.entries())
      expect(await verifyLog('receipt', await write(`forged${index}`, writeProof(one)), key)).toContain('FAILED')
    const { publicKey } = generateKeyPairSync('ed25519')
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    expect(await verifyLog('receipt', good, keyText({ ...log.key, publicKey: raw }, hashBytes))).toContain('FAILED')
  })
})

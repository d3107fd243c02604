import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMapping } from '../../exchange/mapping/import-mapping.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { createDeskApart, type DeskApart } from '../../server/ledgers/desk-apart.ts'
import { sameWay } from '../../storage/connection/connect.ts'
import { createKeys } from '../../storage/keys/keys.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { HAZARD_HEADINGS, HAZARDS, importText, sums } from '../../testing/ledger.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { previewLedger } from '../preview-ledger.ts'
import { proposeLedger } from '../propose-ledger.ts'

let county: TestCounty
let desk: DeskApart
let folder: string
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  county.setNow('2026-06-01T01:00:00.000Z')
  desk = openDesk()
  folder = mkdtempSync(join(tmpdir(), 'anlan-desk-'))
})
afterAll(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true, force: true })
  await county?.dispose()
})

const openDesk = (longestLookMs?: number) =>
  createDeskApart({
    ...sameWay(county.deps.pool),
    keys: createKeys(Buffer.alloc(32, 7)),
    now: county.deps.now,
    ...(longestLookMs === undefined ? {} : { longestLookMs }),
  })

/** Rows that are not all in before a word from here arrives there, on a quick machine either. */
const LONG = 8_000

/** A ledger of so many hazards. */
function ledgerOf(name: string, rows: number) {
  const path = join(folder, `${name}.csv`)
  const lines = Array.from({ length: rows }, (_, index) => `${name}-${index},2026-03-05,东浦镇,出口上锁,仓库`)
  writeFileSync(path, [HAZARD_HEADINGS, ...lines, ''].join('\n'))
  return { tenant: TEST_TENANT, path, file: `${name}.csv`, mappingText: JSON.stringify({ ...HAZARDS, name }) }
}

test('a ledger is proposed, tried and taken in by a thread of its own as it would be here', async () => {
  const ledger = ledgerOf('apart', 600)
  const proposed = await desk.propose(ledger)
  expect(proposed).toEqual(await proposeLedger(county.deps, ledger))
  const wanted = { ...ledger, mapping: readMapping(ledger.mappingText) }
  const tried = await desk.preview(wanted)
  expect(tried).toEqual(await previewLedger(county.deps, wanted))
  expect(tried.filter(({ fate }) => fate === 'added')).toHaveLength(200)
  const heard: number[] = []
  const { counts } = await desk.take({ ...ledger, onProgress: ({ read }) => heard.push(read) })
  expect(sums(counts)).toMatchObject({ read: 600, added: 600 })
  expect(heard.at(-1)).toBe(600)
  // What it wrote is what would be written here: nothing is new and nothing says something else.
  const again = await importText(county, readFileSync(ledger.path), { ...HAZARDS, name: 'apart' })
  expect(sums(again.counts)).toMatchObject({ known: 600, changed: 0 })
})

test('whoever asks it to stop keeps what is in; the same ledger again goes on from there', async () => {
  const ledger = ledgerOf('stopped', LONG)
  const stop = new AbortController()
  const taking = desk.take({ ...ledger, signal: stop.signal, onProgress: () => stop.abort() })
  await expect(taking).rejects.toMatchObject({ code: 'import-refused', details: { rule: 'stopped' } })
  const there = async () =>
    Number(
      (await county.database.owner.query("select count(*) from matters where source_number like 'stopped-%'")).rows[0]
        .count,
    )
  const before = await there()
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(LONG)
  const { counts } = await desk.take({ ...ledger, onProgress: () => {} })
  expect(sums(counts)).toMatchObject({ read: LONG, added: LONG - before, known: before })
})

test('a server that stops refuses no ledger: another one goes on with it', async () => {
  const ledger = ledgerOf('left', LONG)
  const leaving = openDesk()
  const taking = leaving.take({ ...ledger, onProgress: () => void leaving.close() })
  await expect(taking).rejects.toThrow('the server is stopping')
  await expect(leaving.propose(ledger)).rejects.toThrow('the server is stopping')
  const { counts } = await desk.take({ ...ledger, onProgress: () => {} })
  expect(counts.added + counts.known).toBe(LONG)
  expect(counts.known).toBeGreaterThan(0)
})

test('what a file refuses comes back in its own words, and what takes too long ends its thread alone', async () => {
  const path = join(folder, 'picture.xlsx')
  writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d', 'hex'))
  await expect(desk.propose({ tenant: TEST_TENANT, path, file: 'picture.xlsx' })).rejects.toMatchObject({
    details: { rule: 'other-file', text: { zh: expect.stringMatching(/图片/) } },
  })
  const hasty = openDesk(1)
  try {
    const looks = [1, 2].map(() => hasty.propose(ledgerOf('slow', 10)))
    for (const look of looks) await expect(look).rejects.toMatchObject({ details: { rule: 'too-large' } })
    expect(sums((await hasty.take({ ...ledgerOf('after', 10), onProgress: () => {} })).counts)).toMatchObject({
      added: 10,
    })
  } finally {
    await hasty.close()
  }
})

import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FileRef } from '../../domain/procedure/form.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { oldOfficeFile, zipOf } from '../../testing/made-files.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { databaseFor } from '../connection/connect.ts'
import { handleCommand } from '../write/handle.ts'
import { clearFiles } from './clear-files.ts'
import { createFileStore, type FileStore } from './files.ts'
import { confirmFiles } from './uploads.ts'

const NOW = '2026-03-02T01:00:00.000Z'
const later = (hours: number) => addMilliseconds(NOW, hours * 3_600_000)
const by = (uploader: string) => ({ tenant: TEST_TENANT, uploader })

let county: TestCounty
let folder: string
let files: FileStore
beforeAll(async () => {
  county = await testCounty()
  folder = await mkdtemp(join(tmpdir(), 'anlan-files-'))
})
beforeEach(() => {
  files = createFileStore(county.database.app, folder)
})
afterAll(async () => {
  await county.dispose()
  await rm(folder, { recursive: true, force: true })
})

const document = (name: string) => zipOf('[Content_Types].xml', 'word/document.xml', name)
const onDisk = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

describe('a stored file that the disk damaged', () => {
  const pathOf = async (hash: string) => {
    const found = (await readdir(folder, { recursive: true, withFileTypes: true })).find(({ name }) => name === hash)
    return join(found?.parentPath ?? '', hash)
  }

  test.each([
    ['changed', (path: string) => writeFile(path, 'something else'), 'file-damaged'],
    ['cut short', (path: string) => truncate(path, 10), 'file-damaged'],
    ['lost', (path: string) => rm(path), 'not-found'],
  ])('%s is not given out, and whole again once somebody sends it in again', async (_, damage, code) => {
    const bytes = document(`damaged ${code}`)
    const sent = await files.put(by('p-reporter'), '材料.docx', bytes, NOW)
    const stored = await files.get(TEST_TENANT, sent.sha256)
    await damage(await pathOf(sent.sha256))
    await expect(files.get(TEST_TENANT, sent.sha256)).rejects.toMatchObject({ code })
    expect(await files.put(by('p-other'), '又一次.docx', bytes, NOW)).toMatchObject({ sha256: sent.sha256 })
    expect(await files.get(TEST_TENANT, sent.sha256)).toEqual(stored)
  })
})

describe('a document that somebody sent in', () => {
  const confirm = (uploader: string, file: Awaited<ReturnType<FileStore['put']>>, now = NOW) =>
    confirmFiles(databaseFor(county.database.app, TEST_TENANT), { ...by(uploader), held: [], now }, [file])

  test('is confirmed to its sender, and to nobody who only knows its hash', async () => {
    const sent = await files.put(by('p-reporter'), '举报材料.docx', document('secret'), NOW)
    expect(await confirm('p-reporter', sent)).toEqual([sent])
    await expect(confirm('p-unit-complained-about', sent)).rejects.toMatchObject({
      code: 'file-refused',
      details: { rule: 'not-stored' },
    })
    const never = { ...sent, sha256: '0'.repeat(64) }
    await expect(confirm('p-unit-complained-about', never)).rejects.toMatchObject({ details: { rule: 'not-stored' } })
  })

  test('is confirmed again to whoever works on a matter that holds it', async () => {
    const sent = await files.put(by('p-reporter'), '材料.docx', document('held'), NOW)
    const db = databaseFor(county.database.app, TEST_TENANT)
    expect(await confirmFiles(db, { ...by('p-other'), held: [sent], now: NOW }, [sent])).toEqual([sent])
  })

  test('must be sent in again when it lay too long', async () => {
    const sent = await files.put(by('p-slow'), '材料.docx', document('slow'), NOW)
    await expect(confirm('p-slow', sent, later(24))).rejects.toMatchObject({ details: { rule: 'not-stored' } })
  })
})

describe('quotas', () => {
  test('of the public end what would fill the disk; officials go on', async () => {
    const fill = `insert into uploads (tenant, sha256, uploader, size, at) values ($1, $2, 'public', 419430400, $3)`
    await county.database.owner.query(fill, [TEST_TENANT, 'f'.repeat(64), NOW])
    const put = (uploader: string, now: string) => files.put(by(uploader), 'a.doc', oldOfficeFile('WordDocument'), now)
    await expect(put('public', later(0.5))).rejects.toMatchObject({ code: 'file-refused', details: { rule: 'quota' } })
    expect((await put('p-clerk', later(0.5))).type).toBe('application/msword')
    expect((await put('public', later(1.5))).type).toBe('application/msword')
    await county.database.owner.query(`delete from uploads where sha256 = $1`, ['f'.repeat(64)])
  })
})

describe('clearing away', () => {
  const hold = async (file: FileRef) => {
    const form = { title: '有附件的一件' }
    const command = { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form } as const
    const { id } = (await handleCommand(county.deps, { actor: actorOf('clerk'), command })).matter
    await county.database.owner.query(`update matters set matter = matter || $2 where id = $1`, [id, { files: [file] }])
    return id
  }
  const shred = async (matterId: string, at: string) => {
    await county.database.owner.query(`update matters set matter = matter || $2 where id = $1`, [
      matterId,
      { shreddedAt: at },
    ])
    const job = `insert into jobs (tenant, id, kind, payload, run_at, done_at) values ($1, gen_random_uuid(), 'shred-fields', $2, $3, $3)`
    await county.database.owner.query(job, [TEST_TENANT, { matterId }, at])
  }
  const put = (name: string, now: string) => files.put(by('public'), `${name}.docx`, document(name), now)
  /** The bytes on disk are as young as this test; the clock of the county goes on. */
  const tomorrow = () => addMilliseconds(new Date().toISOString(), 25 * 3_600_000)

  test('takes what no matter holds after a day, and nothing else', async () => {
    const [lost, kept, young] = [await put('lost', NOW), await put('kept', NOW), await put('young', tomorrow())]
    await hold(kept)
    expect(await clearFiles(county.database.app, files, TEST_TENANT, tomorrow())).toBeGreaterThan(0)
    const names = await onDisk()
    expect(names).not.toContain(lost.sha256)
    expect(names).toEqual(expect.arrayContaining([kept.sha256, young.sha256]))
    await expect(files.get(TEST_TENANT, lost.sha256)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('takes the files of a matter whose personal fields were shredded, unless another matter holds them too', async () => {
    const [alone, shared] = [await put('alone', NOW), await put('shared', NOW)]
    await hold(shared)
    for (const file of [alone, shared]) await shred(await hold(file), tomorrow())
    await clearFiles(county.database.app, files, TEST_TENANT, tomorrow())
    const names = await onDisk()
    expect(names).not.toContain(alone.sha256)
    expect(names).toContain(shared.sha256)
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nightlyBackup } from '../../src/server/nightly-backup.ts'
import { rehearseOn } from '../../src/server/rehearse-on.ts'
import { backupsIn } from '../../src/storage/backup/back-up.ts'
import { createTenant } from '../../src/storage/tenants/create-tenant.ts'
import { type TestDatabase, testDatabase } from '../../src/testing/database.ts'

let database: TestDatabase
let folder: string
let now = ''
let logged: Record<string, unknown>[] = []
beforeAll(async () => {
  database = await testDatabase()
  const name = { zh: '青岚县', en: 'Qinglan County' }
  const root = { id: 'qinglan', kind: 'county', name } as const
  await createTenant(database.owner, { tenant: 'qinglan', name, createdAt: '2026-01-01T00:00:00.000Z', root })
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-nightly-'))
  logged = []
})
afterAll(() => database.dispose())

/** Another server of the same office is another of these. */
const server = (passphrase: string | undefined = '档案室第三格钥匙挂在门后') =>
  nightlyBackup({
    folder: join(folder, 'backups'),
    passphrase,
    deploymentKey: async () => Buffer.alloc(32, 3),
    source: { owner: database.owner, filesFolder: join(folder, 'files') },
    rehearse: (backup) => rehearseOn(database.ownerUrl, backup),
    now: () => now,
    log: (line) => logged.push(line),
  })
const names = () => backupsIn(join(folder, 'backups'))

test('a backup is made at once, then every night from two o’clock on, by one of two servers, and rehearsed', async () => {
  const [one, two] = [server(), server()]
  now = '2026-03-02T01:00:00.000Z'
  await Promise.all([one.look(), two.look()])
  await one.look()
  expect(await names()).toHaveLength(1)
  expect(await two.view()).toMatchObject({ configured: true, late: false, rehearsal: { ok: true, damaged: 0 } })
  // 01:59 the next night in China, then 02:01.
  now = '2026-03-02T17:59:00.000Z'
  await one.look()
  expect(await names()).toHaveLength(1)
  now = '2026-03-02T18:01:00.000Z'
  await Promise.all([one.look(), two.look()])
  expect(await names()).toEqual(['anlan-2026-03-02T180100Z.age', 'anlan-2026-03-02T010000Z.age'])
  expect(logged).toEqual([])
  now = '2026-03-04T06:02:00.000Z'
  expect(await one.view()).toMatchObject({ late: true })
  await rm(folder, { recursive: true })
})

test('one that fails is logged, shown, tried again after an hour, and is no longer shown when it succeeds', async () => {
  now = '2026-03-02T01:00:00.000Z'
  const tooShort = server('short')
  await tooShort.look()
  expect(logged).toMatchObject([{ level: 'error', where: 'backup' }])
  expect(await tooShort.view()).toMatchObject({
    late: true,
    failed: { at: now, why: { zh: expect.stringContaining('至少12个字') } },
  })
  now = '2026-03-02T01:30:00.000Z'
  const mended = server()
  await mended.look()
  expect(await names()).toEqual([])
  now = '2026-03-02T02:01:00.000Z'
  await mended.look()
  expect(await names()).toHaveLength(1)
  expect((await mended.view()).failed).toBeUndefined()
  await rm(folder, { recursive: true })
})

test('one that cannot be written anywhere is shown all the same', async () => {
  now = '2026-03-02T01:00:00.000Z'
  await writeFile(join(folder, 'backups'), 'no folder')
  const one = server()
  await one.look()
  expect(await one.view()).toMatchObject({ late: true, failed: { at: now } })
  await rm(folder, { recursive: true })
})

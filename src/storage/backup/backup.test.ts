import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { connect } from '../connection/connect.ts'
import { createFileStore } from '../files/files.ts'
import { MIGRATIONS, readMigrations } from '../schema/read-migrations.ts'
import { backUp, backupsIn } from './back-up.ts'
import { rehearse } from './rehearse.ts'
import { openBackup, restoreFiles, restoreInto } from './restore.ts'

const PASSPHRASE = '青岚县档案柜第三格'.repeat(2)
const KEY = Buffer.from('0123456789abcdef0123456789ABCDEF')
const DAY = 86_400_000
/** A picture of one point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let office: TestOffice
let folder: string
let stored: string
let made = 0
const databases: string[] = []
beforeAll(async () => {
  office = await testOffice()
  folder = await mkdtemp(join(tmpdir(), 'anlan-backup-'))
  stored = join(folder, 'stored')
  await open('井盖缺失', '13800000001')
  await open('路灯不亮', '13800000002')
})
afterAll(async () => {
  for (const name of databases) await owner().query(`drop database if exists ${name} with (force)`)
  await office.dispose()
  await rm(folder, { recursive: true })
})

const owner = (): Pool => office.county.database.owner
const open = async (title: string, phone: string) => {
  const clerk = await office.as('clerk')
  const form = { title, phone }
  const answer = await clerk('/api/matters', json({ procedure: 'tiny', channel: 'window', unitId: 'qinglan', form }))
  return bodyOf<{ id: string }>(answer)
}
const run = (into: string, days = 0, keep?: number) =>
  backUp(
    { owner: owner(), filesFolder: stored, deploymentKey: KEY },
    { folder: join(folder, into), passphrase: PASSPHRASE, ...(keep ? { keep } : {}) },
    new Date(Date.parse('2026-03-02T01:00:00.000Z') + days * DAY).toISOString(),
  )
const opened = (from: string, file?: string) =>
  openBackup({ folder: join(folder, from), passphrase: PASSPHRASE, ...(file ? { file } : {}) })

/** An empty database on the same server. */
async function emptyDatabase(): Promise<Pool> {
  made += 1
  const name = `restored_${process.pid}_${made}`
  databases.push(name)
  await owner().query(`create database ${name} template template0 encoding 'UTF8'`)
  const url = Object.assign(new URL(office.county.database.ownerUrl), { pathname: `/${name}` }).href
  return connect({ url, max: 2, applicationName: 'anlan test' })
}

/** What every table holds, as one digest each; when a server was last seen is another thing. */
async function digests(pool: Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname in ('public', 'auth') and tablename not in ('migrations', 'tenant_marks') order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { table } of rows) {
    const of = await pool.query(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as md5 from ${table} t`,
    )
    found[table] = of.rows[0].md5
  }
  return found
}

const migrations = () => readMigrations(MIGRATIONS)
const refused = (words: string) =>
  expect.objectContaining({
    details: expect.objectContaining({ text: expect.objectContaining({ zh: expect.stringContaining(words) }) }),
  })

describe('a backup', () => {
  test('brings every row of every table back, the key with it, and goes on counting behind them', async () => {
    const { file, bytes } = await run('whole')
    expect(file).toBe('anlan-2026-03-02T010000Z.age')
    expect(bytes).toBeGreaterThan(1000)
    const target = await emptyDatabase()
    const restored = await restoreInto(target, await opened('whole'), await migrations())
    expect(restored.at).toBe('2026-03-02T01:00:00.000Z')
    expect(Buffer.from(restored.deploymentKey ?? '', 'base64')).toEqual(KEY)
    expect(restored.rows['public.matters']).toBe(2)
    expect(await digests(target)).toEqual(await digests(owner()))
    await expect(restoreInto(target, await opened('whole'), await migrations())).rejects.toEqual(
      refused('已经有单位了'),
    )
    await target.end()
  })

  test('is of one moment: what is written while it is read is not in it by half', async () => {
    const running = run('moment')
    await open('写在中间', '13800000003')
    await running
    const target = await emptyDatabase()
    const { rows } = await restoreInto(target, await opened('moment'), await migrations())
    const { rows: heads } = await target.query(
      'select count(*)::int as wrong from matters m where m.version <> (select max(version) from matter_events e where e.matter_id = m.id)',
    )
    expect([rows['public.matter_events'], heads[0].wrong]).toEqual([rows['public.matters'], 0])
    await target.end()
  })

  test('says nothing to whoever has the folder and not the passphrase', async () => {
    await run('sealed')
    const bytes = await readFile(join(folder, 'sealed', 'anlan-2026-03-02T010000Z.age'))
    expect(bytes.includes('qinglan')).toBe(false)
    for (const [passphrase, words] of [
      ['wrong', '口令不对'],
      [undefined, '给出备份的口令'],
    ] as const)
      await expect(openBackup({ folder: join(folder, 'sealed'), passphrase })).rejects.toEqual(refused(words))
    const none = { owner: owner(), filesFolder: stored }
    await expect(
      backUp(none, { folder: join(folder, 'new'), passphrase: 'short' }, '2026-03-02T01:00:00.000Z'),
    ).rejects.toEqual(refused('至少12个字'))
  })

  test.each([
    ['changed', (bytes: Buffer) => bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 1)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 70)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('id,title\n1,x\n')],
  ])('that was %s is refused, and nothing is left in the database', async (name, spoil) => {
    const into = `spoilt-${name.replace(' ', '-')}`
    const { file } = await run(into)
    const path = join(folder, into, file)
    await writeFile(path, spoil(await readFile(path)))
    const target = await emptyDatabase()
    await expect(restoreInto(target, await opened(into), await migrations())).rejects.toMatchObject({
      code: 'import-refused',
    })
    const { rows } = await target.query(`select to_regclass('public.tenants') is not null as made`)
    if (rows[0].made) expect((await target.query('select 1 from tenants')).rows).toEqual([])
    await target.end()
  })
})

describe('files', () => {
  test('are added once, come back by their content, and what was destroyed goes with the last backup that had it', async () => {
    const store = createFileStore(office.deps.pool, stored)
    const by = { tenant: 'qinglan', uploader: 'clerk' }
    const kept = await store.put(by, '说明.pdf', Buffer.from('%PDF-1.4\n%%EOF'), office.deps.now())
    const gone = await store.put(by, '旧.png', PICTURE, office.deps.now())
    expect(await run('files', 0, 2)).toMatchObject({ filesAdded: 2, filesKept: 0, removed: 0 })
    await rm(join(stored, 'qinglan', gone.sha256.slice(0, 2), gone.sha256))
    expect(await run('files', 1, 2)).toMatchObject({ filesAdded: 0, filesKept: 1 })
    const [newest, oldest] = await backupsIn(join(folder, 'files'))
    const hashes = async (file: string | undefined) => {
      const into = await mkdtemp(join(folder, 'into-'))
      const found = await restoreFiles(await opened('files', file), into)
      const names = await readdir(into, { recursive: true })
      return { ...found, hashes: names.filter((name) => name.length > 60).map((name) => name.slice(-64)) }
    }
    expect(await hashes(oldest)).toMatchObject({ whole: 2, damaged: [] })
    expect(await hashes(newest)).toEqual({ whole: 1, damaged: [], hashes: [kept.sha256] })
    await run('files', 2, 2)
    await run('files', 3, 2)
    const left = await readdir(join(folder, 'files', 'files', 'qinglan'))
    expect(left).toEqual([`${kept.sha256}.age`])
  })
})

test('a disk of files that is away destroys nothing in the backup', async () => {
  const away = { owner: owner(), filesFolder: join(folder, 'away') }
  const wanted = { folder: join(folder, 'files'), passphrase: PASSPHRASE }
  await expect(backUp(away, wanted, '2026-03-09T01:00:00.000Z')).rejects.toEqual(refused('盘可能没有挂上'))
  const left = await readdir(join(folder, 'files', 'files', 'qinglan'))
  expect(left.filter((name) => name.includes('gone'))).toEqual([])
})

describe('a rehearsal', () => {
  const rehearsed = async (from: string) =>
    rehearse({
      backup: await opened(from),
      migrations: await migrations(),
      serverUrl: office.county.database.ownerUrl,
      depsFor: (pool) => ({ ...office.deps, pool }),
    })

  test('restores, replays every matter, counts files, and leaves no database behind', async () => {
    await run('rehearsed')
    const found = await rehearsed('rehearsed')
    expect(found).toMatchObject({ ok: true, tenants: [{ tenant: 'qinglan', broken: 0, counters: [] }] })
    expect(found.rows).toBeGreaterThan(50)
    const { rows } = await owner().query(
      `select datname from pg_database where datname like left(current_database(), 35) || '%_rehearsal_%'`,
    )
    expect(rows).toEqual([])
  })

  test('finds what was tampered with before the backup, and a damaged file', async () => {
    await owner().query(
      `update matters set matter = jsonb_set(matter, '{title}', '"别的"') where reference = (select min(reference) from matters)`,
    )
    const { filesKept } = await run('tampered')
    const [name] = await readdir(join(folder, 'tampered', 'files', 'qinglan'))
    await writeFile(join(folder, 'tampered', 'files', 'qinglan', name ?? ''), 'damaged')
    const found = await rehearsed('tampered')
    expect(found).toMatchObject({
      ok: false,
      tenants: [{ broken: 1 }],
      files: { damaged: [expect.stringContaining('qinglan/')] },
    })
    expect(filesKept).toBe(0)
  })
})

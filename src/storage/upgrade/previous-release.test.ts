import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyingDeps } from '../../server/rehearse-on.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { type OpenedBackup, openBackup, restoreFiles, restoreInto } from '../backup/restore.ts'
import { connect } from '../connection/connect.ts'
import { createKeys, DATA_KEY, unwrapKey } from '../keys/keys.ts'
import { dumpSchema } from '../schema/dump-schema.ts'
import { migrate } from '../schema/migrate.ts'
import { MIGRATIONS, type Migration, readMigrations } from '../schema/read-migrations.ts'
import { partOf } from './schema-change.ts'
import { upgrade } from './upgrade.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** A few dozen matters of the demo county, one of each kind and state, as the release before wrote them (src/testing/operations/make-release.ts). */
const FOLDER = join(ROOT, 'src/testing/operations/release')

type Release = { readonly commit: string; readonly migrations: number; readonly passphrase: string }

let server: TestDatabase
let release: Release
let backup: OpenedBackup
let migrations: readonly Migration[]
let worksBeside: boolean
const made: { pool: Pool; name: string; url: string }[] = []
beforeAll(async () => {
  server = await testDatabase()
  release = JSON.parse(await readFile(join(FOLDER, 'release.json'), 'utf8')) as Release
  backup = await openBackup({ folder: FOLDER, passphrase: release.passphrase })
  migrations = await readMigrations(MIGRATIONS)
  worksBeside = migrations.slice(release.migrations).every(({ worksWithPrevious }) => worksWithPrevious)
})
afterAll(async () => {
  for (const { pool, name } of made) {
    await pool.end()
    await server.owner.query(`drop database ${name} with (force)`)
  }
  await server.dispose()
})

async function empty() {
  const name = `release_${process.pid}_${made.length}_${process.hrtime.bigint()}`
  await server.owner.query(`create database ${name} template template0 encoding 'UTF8'`)
  const url = Object.assign(new URL(server.ownerUrl), { pathname: `/${name}` }).href
  const pool = connect({ url, max: 4, applicationName: 'anlan test' })
  const database = { pool, name, url }
  made.push(database)
  return database
}

describe('data of the release before', () => {
  test('come up to this schema; every matter verifies, none is lost, and what was sealed opens', async () => {
    const { pool } = await empty()
    const { deploymentKey = '' } = await restoreInto(pool, backup, migrations)
    const done = await upgrade(pool, { migrations, deps: verifyingDeps(pool) })
    const why = JSON.stringify([
      done.failed,
      done.rows,
      done.tenants.map(({ broken, examples, counters }) => [broken, examples, counters]),
    ])
    expect(done, why).toMatchObject({ ok: true, from: release.migrations, to: migrations.length })
    expect(done.tenants.map(({ broken, counters }) => [broken, counters])).toEqual(done.tenants.map(() => [0, []]))
    expect(done.tenants.reduce((sum, { matters }) => sum + matters, 0)).toBeGreaterThan(60)
    const keys = createKeys(Buffer.from(deploymentKey, 'base64'))
    const { rows } = await pool.query(
      'select tenant, matter_id, wrapped_key from matter_keys where wrapped_key is not null limit 20',
    )
    expect(rows.length).toBeGreaterThan(5)
    for (const { tenant, matter_id: matterId, wrapped_key: wrapped } of rows)
      expect(unwrapKey(keys, wrapped, { tenant, matterId, field: DATA_KEY })).toHaveLength(32)
    expect(await restoreFiles(backup, undefined)).toMatchObject({ whole: 4, damaged: [] })
  })
})

describe('the release before on this schema', () => {
  test('puts in every row that it ever wrote, where the heads of the changes since say that it may', async () => {
    const { pool } = await empty()
    await migrate(pool, migrations)
    // This is what the older program does: it accepts the newer schema, or refuses it whole, and writes its own columns.
    const putIn = restoreInto(pool, backup, migrations)
    if (!worksBeside) return expect(putIn).rejects.toMatchObject({ details: { rule: 'newer-database' } })
    expect((await putIn).rows['public.matters']).toBeGreaterThan(60)
  })

  test('finds each table, column, default and right that it uses', async ({ skip }) => {
    if (!worksBeside) return skip('a change since needs a stop, as its head says')
    const { pool } = await empty()
    await migrate(pool, migrations.slice(0, release.migrations))
    const before = await dumpSchema(pool)
    await migrate(pool, migrations)
    expect(lost(before, await dumpSchema(pool))).toEqual([])
  })

  test('verifies what is there and goes on writing; this program verifies it after that', async ({ skip }) => {
    if (!isInHistory(release.commit)) return skip(`the history here has no ${release.commit.slice(0, 8)}`)
    if (!worksBeside) return skip('a change since needs a stop, as its head says')
    const folder = await mkdtemp(join(tmpdir(), 'anlan-release-'))
    try {
      const { pool, url } = await empty()
      const { deploymentKey = '' } = await restoreInto(pool, backup, migrations)
      await migrate(pool, migrations)
      await checkOut(release.commit, folder)
      await writeFile(join(folder, 'deployment.key'), deploymentKey, { mode: 0o600 })
      const old = (...args: string[]) => run(join(folder, 'src/cli/anlan.ts'), folder, url, args)
      expect(old('verify', '--json')).toMatchObject({ ok: true })
      const rows = await readFile(join(ROOT, 'examples/boston-2011/requests.csv'), 'utf8')
      await writeFile(join(folder, 'rows.csv'), rows.split('\n').slice(0, 31).join('\n'))
      const mapping = join(ROOT, 'examples/boston-2011/mapping.json')
      const imported = ['import', join(folder, 'rows.csv'), '--mapping', mapping, '--tenant', 'boston']
      old(...imported, '--create-tenant', 'Boston', '--json')
      expect(run(join(ROOT, 'src/cli/anlan.ts'), folder, url, ['verify', '--json'])).toMatchObject({
        ok: true,
        tenants: expect.arrayContaining([expect.objectContaining({ tenant: 'boston', matters: 30 })]),
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  }, 240_000)
})

/** What an older program would miss, line by line: a column that went, changed its type or asks for more; a right that was taken. */
function lost(before: string, after: string): string[] {
  const [was, is] = [columnsOf(before), columnsOf(after)]
  const tables = new Set([...was.keys()].map((name) => name.replace(/\.[^.]+$/, '')))
  const columns = [...was].flatMap(([name, old]) => {
    const now = is.get(name)
    if (now === undefined) return [`${name} is gone`]
    const fits = now.type === old.type && (old.notNull || !now.notNull) && (now.given || !old.given)
    return fits ? [] : [`${name} was "${old.text}" and is "${now.text}"`]
  })
  const asked = [...is].filter(([name, { notNull, given }]) => {
    return !was.has(name) && tables.has(name.replace(/\.[^.]+$/, '')) && notNull && !given
  })
  const rights = ['rights', 'rights on columns', 'schemas'].flatMap((part) => {
    const now = new Set(partOf(after, part).flatMap(rightsOf))
    return partOf(before, part)
      .flatMap(rightsOf)
      .filter((right) => !now.has(right))
  })
  return [...columns, ...asked.map(([name]) => `${name} is new and must be given`), ...rights]
}

function columnsOf(dump: string) {
  const lines = partOf(dump, 'columns').map((line) => /^(\S+) (.*)$/.exec(line) ?? [])
  return new Map(
    lines.map(([, name = '', text = '']) => {
      const given = / default | generated /.test(text)
      return [
        name,
        { text, type: text.split(/ not null| default | generated /)[0], notNull: / not null/.test(text), given },
      ]
    }),
  )
}

/** `public.jobs anlan_app: delete, insert` as one text for each right. */
function rightsOf(line: string): string[] {
  const [, of = '', all = ''] = /^(\S+?):? (.*)$/.exec(line) ?? []
  return all.split('; ').flatMap((one) => {
    const [who = '', list = ''] = one.split(': ')
    return list.split(', ').map((right) => `${of} ${who}: ${right}`)
  })
}

const isInHistory = (commit: string) =>
  spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: ROOT }).status === 0

async function checkOut(commit: string, folder: string): Promise<void> {
  const archive = execFileSync('git', ['archive', commit, 'src', 'package.json'], { cwd: ROOT, maxBuffer: 500_000_000 })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
}

/** What a program answers in JSON; nothing of the tests' own settings reaches it. */
function run(program: string, folder: string, url: string, args: readonly string[]): unknown {
  const once = () =>
    spawnSync(process.execPath, [program, ...args], {
      env: { PATH: process.env['PATH'], ANLAN_DATA: folder, DATABASE_URL: url, LANG: 'zh_CN.UTF-8' },
      encoding: 'utf8',
      timeout: 60_000,
      killSignal: 'SIGKILL',
    })
  const first = once()
  // Node.js now and then locks itself up while it shuts down (nodejs/node#54918).
  const { stdout, stderr, status } = first.status === null ? once() : first
  expect(status, stderr + stdout).toBe(0)
  return JSON.parse(stdout)
}

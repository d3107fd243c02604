import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupsIn } from '../../src/storage/backup/back-up.ts'
import { openBackup, restoreInto } from '../../src/storage/backup/restore.ts'
import { connect } from '../../src/storage/connection/connect.ts'
import { MIGRATIONS, readMigrations } from '../../src/storage/schema/read-migrations.ts'
import { type TestDatabase, testDatabase } from '../../src/testing/database.ts'
import { runAnlan } from '../support/command.ts'

const RELEASE = join(import.meta.dirname, '../../src/testing/operations/release')
const PASSPHRASE = '档案室第三格钥匙挂在门后'

let here: TestDatabase
let folder: string
const name = `upgraded_${process.pid}`
beforeAll(async () => {
  here = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'anlan-upgrade-'))
  await here.owner.query(`create database ${name} template template0 encoding 'UTF8'`)
})
afterAll(async () => {
  await here.owner.query(`drop database ${name} with (force)`)
  await here.dispose()
  await rm(folder, { recursive: true })
})

test('one person brings the data of the release before to this one: rehearsed, backed up, upgraded, verified', async () => {
  const url = Object.assign(new URL(here.ownerUrl), { pathname: `/${name}` }).href
  const env = { DATABASE_URL: url, ANLAN_DATA: folder }
  const migrations = await readMigrations(MIGRATIONS)
  const release = JSON.parse(await readFile(join(RELEASE, 'release.json'), 'utf8'))
  const nothing = await runAnlan(['upgrade', '--rehearse'], env)
  expect(nothing).toMatchObject({ code: 2, err: expect.stringContaining('还没有安澜的数据') })

  const owner = connect({ url, max: 1, applicationName: 'anlan test' })
  const backup = await openBackup({ folder: RELEASE, passphrase: release.passphrase })
  const { deploymentKey = '' } = await restoreInto(owner, backup, migrations)
  await owner.end()
  await writeFile(join(folder, 'deployment.key'), deploymentKey, { mode: 0o600 })
  if (migrations.length > release.migrations) {
    const rehearsed = await runAnlan(['upgrade', '--rehearse', '--json'], env)
    expect(JSON.parse(rehearsed.out)).toMatchObject({
      ok: true,
      from: release.migrations,
      to: migrations.length,
      source: 'copy',
    })
    const without = await runAnlan(['upgrade'], env)
    expect(without).toMatchObject({ code: 2, err: expect.stringContaining('升级前要先备份') })
    const backups = join(folder, 'backups')
    const done = await runAnlan(['upgrade', '--backup', backups], { ...env, ANLAN_BACKUP_PASSPHRASE: PASSPHRASE })
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('逐件核验完整') })
    expect(done.out).toContain('升级好了。')
    expect(await backupsIn(backups)).toHaveLength(1)
  }
  expect(await runAnlan(['upgrade'], env)).toMatchObject({ code: 0, out: expect.stringContaining('没有要升级的') })
}, 300_000)

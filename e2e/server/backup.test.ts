import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../src/testing/database.ts'
import { runAnlan } from '../support/command.ts'

let here: TestDatabase
let folder: string
beforeAll(async () => {
  here = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'anlan-backup-'))
})
afterAll(async () => {
  await here.owner.query('drop database if exists anlan_moved with (force)')
  await here.dispose()
  await rm(folder, { recursive: true })
})

test('one person backs a county up, rehearses it, and takes it to another machine where it verifies', async () => {
  const env = { DATABASE_URL: here.ownerUrl, ANLAN_DATA: join(folder, 'here') }
  const backups = join(folder, 'backups')
  const secret = { ANLAN_BACKUP_PASSPHRASE: '档案室第三格钥匙挂在门后' }
  expect((await runAnlan(['demo', '--json'], env)).code).toBe(0)

  const without = await runAnlan(['backup', backups], env)
  expect(without).toMatchObject({ code: 2, out: '', err: expect.stringContaining('ANLAN_BACKUP_PASSPHRASE') })
  const first = await runAnlan(['backup', backups], { ...env, ...secret })
  expect(first).toMatchObject({ code: 0, out: expect.stringContaining('备份好了：anlan-') })
  // Every night after that nobody needs to be there with the passphrase.
  expect((await runAnlan(['backup', backups, '--json'], env)).code).toBe(0)

  const rehearsed = await runAnlan(['restore', backups, '--rehearse'], { ...env, ...secret })
  expect(rehearsed).toMatchObject({ code: 0, out: expect.stringContaining('逐件核验完整') })
  expect(rehearsed.out).toContain('这份备份能恢复。')

  await here.owner.query(`create database anlan_moved template template0 encoding 'UTF8'`)
  const there = {
    DATABASE_URL: Object.assign(new URL(here.ownerUrl), { pathname: '/anlan_moved' }).href,
    ANLAN_DATA: join(folder, 'there'),
  }
  const restored = await runAnlan(['restore', backups], { ...there, ...secret })
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('恢复好了') })
  expect(await runAnlan(['verify'], there)).toMatchObject({ code: 0, out: expect.stringContaining('全部完整') })
  const again = await runAnlan(['restore', backups], { ...there, ...secret })
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('已经有单位了') })
}, 300_000)

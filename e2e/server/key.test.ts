import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../src/testing/database.ts'
import { runAnlan } from '../support/command.ts'

let here: TestDatabase
let folder: string
beforeAll(async () => {
  here = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'anlan-key-'))
})
afterAll(async () => {
  await here?.dispose()
  await rm(folder, { recursive: true, force: true })
})

test('one person keeps a copy of the key, renews it, ends the former one, and puts a lost one back', async () => {
  const data = join(folder, 'data')
  const env = { DATABASE_URL: here.ownerUrl, ANLAN_DATA: data }
  const secret = { ANLAN_KEY_PASSPHRASE: '保险柜里的第二个信封不要打开' }
  const file = join(data, 'deployment.key')
  expect((await runAnlan(['demo', '--json'], env)).code).toBe(0)

  const never = await runAnlan(['key', 'status'], env)
  expect(never).toMatchObject({ code: 5, out: expect.stringContaining('谁也打不开') })
  const copy = join(folder, 'copy.txt')
  expect(await runAnlan(['key', 'copy', copy], env)).toMatchObject({
    code: 2,
    err: expect.stringContaining('ANLAN_KEY_PASSPHRASE'),
  })
  expect((await runAnlan(['key', 'copy', copy], { ...env, ...secret })).code).toBe(0)
  expect((await runAnlan(['key', 'status'], env)).code).toBe(0)
  const first = await readFile(file, 'utf8')
  expect(await readFile(copy, 'utf8')).not.toContain(first.trim())

  const renewed = await runAnlan(['key', 'renew', '--stopped', '--json'], env)
  expect(renewed, renewed.err).toMatchObject({ code: 0 })
  expect(JSON.parse(renewed.out)).toMatchObject({ key: 'k2', rewrapped: expect.any(Number) })
  expect(await readFile(file, 'utf8')).not.toBe(first)
  expect((await stat(file)).mode & 0o077).toBe(0)
  // The copy is of the former key by now.
  expect((await runAnlan(['key', 'status'], env)).code).toBe(5)
  expect((await runAnlan(['key', 'retire'], env)).code).toBe(0)

  const second = join(folder, 'second.txt')
  expect((await runAnlan(['key', 'copy', second], { ...env, ...secret })).code).toBe(0)
  await rm(file)
  const wrong = await runAnlan(['key', 'put', second], { ...env, ANLAN_KEY_PASSPHRASE: '猜一猜猜一猜猜一猜猜一猜' })
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('口令不对') })
  // The former key is refused by the database, whoever puts it back.
  expect((await runAnlan(['key', 'put', copy], { ...env, ...secret })).code).toBe(0)
  expect((await runAnlan(['key', 'status'], env)).err).toContain('部署密钥不是这个数据库现在的')
  await rm(file)
  expect((await runAnlan(['key', 'put', second], { ...env, ...secret })).code).toBe(0)
  expect((await runAnlan(['key', 'status'], env)).code).toBe(0)
}, 300_000)

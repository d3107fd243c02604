import { randomBytes } from 'node:crypto'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../src/testing/database.ts'
import { runAnlan } from '../support/command.ts'

let database: TestDatabase
let folder: string
let env: Record<string, string>
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'anlan-cli-'))
  env = { DATABASE_URL: database.ownerUrl, ANLAN_DATA: folder }
})
afterAll(async () => {
  await database.dispose()
  await rm(folder, { recursive: true })
})

describe('help', () => {
  test('without a command shows all of them; each has help in both languages with its exit codes', async () => {
    const overview = await runAnlan([])
    expect(overview).toMatchObject({ code: 0, err: '' })
    for (const command of ['init', 'serve', 'demo', 'import', 'procedures', 'verify', 'user', 'bench']) {
      // Benches are a program of their own.
      if (command !== 'bench') expect(overview.out).toContain(`  ${command} `)
      const zh = await runAnlan([command, '--help'])
      expect(zh).toMatchObject({ code: 0, err: '' })
      expect(zh.out).toMatch(/用法: anlan .*退出码:\n {2}0 /s)
      const en = await runAnlan([command, '-h', '--lang', 'en'])
      expect(en.out).toMatch(/Usage: anlan .*Exit codes:\n {2}0 /s)
      expect(en.out.replace(/^ {2}anlan .*$/gm, '')).not.toMatch(/\p{Script=Han}/u) // names in examples stay
    }
  })
})

describe('a command line that cannot be understood ends with 2 and names flag and rule', () => {
  test.each([
    [['serv'], '没有“serv”这个命令'],
    [['serve', '--prot', '80'], '没有 --prot 这个选项'],
    [['serve', '--port', '80000'], '--port 要写 0 到 65535 之间的端口，收到“80000”'],
    [['serve', '--port'], '--port 后面要写 N'],
    [['serve', '--demo=yes'], '--demo 后面不带值'],
    [['serve', 'now'], '多了“now”'],
    [['verify', '--tenant', 'Qing Lan'], '--tenant 要写 2 到 31 个小写字母'],
    [['verify', '--lang', 'fr'], '--lang 只能是 zh 或 en'],
    [['procedures', 'list'], '没有“list”'],
    [['import'], '要写导入哪个文件'],
    [['import', 'x.csv'], '--mapping'],
    [['user', 'rename', 'x'], '没有“rename”'],
    [['user', 'add'], '要写用户名'],
    [['bench', 'speed'], '没有“speed”'],
    [['bench', 'ledger', '--matters', 'many'], '--matters 要写一个正整数'],
  ])('%j', async (args, words) => {
    const ended = await runAnlan(args)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain(words)
    expect(ended.err).not.toMatch(/\n\s+at /)
  })

  test('also in English, and as JSON for programs', async () => {
    expect((await runAnlan(['serve', '--port', 'x', '--lang', 'en'])).err).toBe(
      '--port must be a port from 0 to 65535, got "x"\n',
    )
    expect(JSON.parse((await runAnlan(['serve', '--port', 'x', '--json'])).err)).toMatchObject({
      code: 'request-invalid',
    })
  })

  test('so do variables of the surroundings', async () => {
    expect(await runAnlan(['verify'], { PORT: 'http' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('PORT'),
    })
    expect(await runAnlan(['verify'], { ...env, ANLAN_KEY: 'c2hvcnQ=' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('ANLAN_KEY'),
    })
  })
})

test('a database that cannot be reached ends with 4 and says so', async () => {
  const ended = await runAnlan(['verify'], { ANLAN_DATA: folder, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  expect(ended).toMatchObject({ code: 4, out: '' })
  expect(ended.err).not.toMatch(/\n\s+at /)
})

describe('on an empty database', () => {
  test('the demo county is loaded once, verifies, and its one-time passwords are shown once', async () => {
    const first = await runAnlan(['demo', '--json'], env)
    expect(first.code).toBe(0)
    const loaded = JSON.parse(first.out)
    expect(loaded).toMatchObject({ loaded: true })
    expect(loaded.matters).toBeGreaterThan(800)
    expect(JSON.parse((await runAnlan(['demo', '--json'], env)).out)).toMatchObject({
      loaded: false,
      matters: 0,
      signIns: [],
    })
    const verified = await runAnlan(['verify', '--json'], env)
    expect(verified.code).toBe(0)
    expect(JSON.parse(verified.out)).toMatchObject({
      ok: true,
      tenants: [
        { tenant: 'qinglan', matters: loaded.matters, broken: 0, counters: [] },
        { tenant: 'yunchuan', broken: 0, counters: [] },
      ],
    })
  })

  test('with another key nothing is opened, and the words say whose key is missing', async () => {
    const ended = await runAnlan(['verify'], { ...env, ANLAN_KEY: randomBytes(32).toString('base64') })
    expect(ended).toMatchObject({ code: 4, out: '', err: expect.stringContaining('部署密钥不是这个数据库的') })
    await rename(join(folder, 'deployment.key'), join(folder, 'kept.key'))
    const without = await runAnlan(['verify'], env)
    expect(without).toMatchObject({ code: 2, out: '', err: expect.stringContaining('不在了') })
    await rename(join(folder, 'kept.key'), join(folder, 'deployment.key'))
  })

  test('people are added with a one-time password, listed, reset and disabled', async () => {
    const added = await runAnlan(
      ['user', 'add', 'shijian', '--name', '时践例', '--unit', 'dongpu', '--roles', 'clerk,handler', '--json'],
      env,
    )
    expect(added.code).toBe(0)
    const { password } = JSON.parse(added.out)
    expect(password).toMatch(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/)
    const reset = JSON.parse((await runAnlan(['user', 'reset', 'shijian', '--json'], env)).out)
    expect(reset.password).not.toBe(password)
    const people = JSON.parse((await runAnlan(['user', 'list', '--json'], env)).out)
    expect(people).toContainEqual(
      expect.objectContaining({ username: 'shijian', name: '时践例', mustChangePassword: true }),
    )
    expect((await runAnlan(['user', 'disable', 'shijian', '--reason', '调离'], env)).code).toBe(0)
    expect((await runAnlan(['user', 'reset', 'shijian'], env)).code).toBe(3)
  })

  test('what a rule refuses ends with 3 and leaves nothing behind', async () => {
    expect(
      (await runAnlan(['user', 'add', 'zhoushili', '--name', '周重名', '--unit', 'dongpu', '--roles', 'clerk'], env))
        .code,
    ).toBe(3)
    expect(
      (await runAnlan(['user', 'add', 'nobody', '--name', '无单位', '--unit', 'atlantis', '--roles', 'clerk'], env))
        .code,
    ).toBe(3)
    expect((await runAnlan(['verify', '--tenant', 'atlantis'], env)).code).toBe(3)
    expect((await runAnlan(['user', 'list'], { ...env, TENANT: 'atlantis' })).code).toBe(3)
    const people = JSON.parse((await runAnlan(['user', 'list', '--json'], env)).out)
    expect(people.filter(({ name }: { name: string }) => name === '周重名' || name === '无单位')).toEqual([])
  })

  test('records that were tampered with end with 5 and are named', async () => {
    const { rows } = await database.owner.query<{ id: string; reference: string }>(
      `select id, reference from matters where procedure = 'hazard' order by id limit 1`,
    )
    await database.owner.query(
      `update matter_events set event = jsonb_set(event::jsonb, '{facts,title}', '"没有隐患"')::json where matter_id = $1 and version = 1`,
      [rows[0]?.id],
    )
    const ended = await runAnlan(['verify'], env)
    expect(ended.code).toBe(5)
    expect(ended.out).toContain(rows[0]?.reference)
    expect(ended.out).toContain('记录被改过')
  })
})

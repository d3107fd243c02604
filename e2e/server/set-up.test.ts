import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEMO_SIGN_INS } from '../../src/demo/county/sign-ins.ts'
import { type TestDatabase, testDatabase } from '../../src/testing/database.ts'
import { runAnlan } from '../support/command.ts'
import { serving } from '../support/serving.ts'

let folder: string
let database: TestDatabase
let env: Record<string, string>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-set-up-'))
  await writeFile(join(folder, 'counties.csv'), 'code,name,cityCode,provinceCode\n990101,试验县,9901,99\n')
  await writeFile(
    join(folder, 'townships.csv'),
    'code,name,areaCode,provinceCode,cityCode\n990101001,东浦镇,990101,99,9901\n990102001,别处镇,990102,99,9901\n',
  )
  await writeFile(
    join(folder, 'villages.csv.gz'),
    gzipSync('code,name,streetCode,provinceCode,cityCode,areaCode\n990101001001,下塘村,990101001,99,9901,990101\n'),
  )
  await writeFile(
    join(folder, 'people.csv'),
    '姓名,账号,单位,岗位,角色\n张示例,zhangshili,东浦镇,受理岗,受理岗、分流督办岗、承办岗\n王样本,wangyangben,没有的镇,岗,承办岗\n',
  )
})
beforeEach(async () => {
  database = await testDatabase()
  env = { DATABASE_URL: database.ownerUrl, ANLAN_DATA: join(folder, 'data') }
  return () => database.dispose()
})
afterAll(() => rm(folder, { recursive: true }))

const ADMIN = ['--admin-name', '钱虚拟', '--admin-username', 'qianxuni']
const json = (body: unknown, url: string, cookie = '') => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin', cookie },
})
const signIn = (url: string, username: string, password: string) =>
  fetch(`${url}/api/auth/sign-in/username`, json({ username, password }, url))

describe('anlan init', () => {
  const listed = () => ['--county', '990101', '--units', folder, '--people', join(folder, 'people.csv')]

  test('makes a real office: no demo, its townships and villages, its people, and one password for its administrator', async () => {
    const about = ['--name', '试验县综治中心', '--phone', '0570-1234567', '--hours', '工作日 8:30-17:30']
    const made = await runAnlan(['init', ...about, ...ADMIN, ...listed(), '--json'], env)
    expect(made.code).toBe(5) // one row of the people was refused
    const report = JSON.parse(made.out)
    expect(report).toMatchObject({
      isNew: true,
      units: { added: 2 },
      people: { addedPeople: 1, addedPosts: 1 },
      passwords: [{ username: 'qianxuni' }, { username: 'zhangshili' }],
      refused: [{ file: 'people', row: 3, issues: [{ column: '单位', rule: 'not-a-unit' }] }],
    })
    const { rows } = await database.owner.query(`select path, name->>'zh' as name from units order by path`)
    expect(rows).toEqual([
      { path: '/990101/', name: '试验县' },
      { path: '/990101/990101001/', name: '东浦镇' },
      { path: '/990101/990101001/990101001001/', name: '下塘村' },
    ])
    expect((await database.owner.query('select 1 from matters')).rows).toEqual([])

    const server = await serving([], env)
    const answer = await signIn(server.url, 'qianxuni', report.passwords[0].password)
    expect(answer.status).toBe(200)
    const page = await (await fetch(`${server.url}/public`)).text()
    await server.stop()
    for (const words of ['试验县综治中心', '0570-1234567', '工作日 8:30-17:30']) expect(page).toContain(words)
  })

  test('runs again without harm: what is there stays, nobody gets a second password', async () => {
    await runAnlan(['init', '--name', '试验县综治中心', ...ADMIN, ...listed(), '--json'], env)
    const before = await database.owner.query('select tenant, name, settings from tenants')
    const again = JSON.parse((await runAnlan(['init', '--name', '别的名称', ...listed(), '--json'], env)).out)
    expect(again).toMatchObject({
      isNew: false,
      units: { added: 0, known: 2 },
      people: { addedPeople: 0, addedPosts: 0, known: 1 },
      passwords: [],
    })
    expect((await database.owner.query('select tenant, name, settings from tenants')).rows).toEqual(before.rows)
  })

  test('asks in words when nothing is given, and takes the answers', async () => {
    const child = spawn(process.execPath, ['src/cli/anlan.ts', 'init', '--ask'], {
      env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.UTF-8', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let [out, asked] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (asked += text))
    child.stdin.end('试验县综治中心\n\n0570-1234567\n\n\n钱虚拟\nqianxuni\n\n\n\n')
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
    expect(asked).toContain('办公电话')
    expect(out).toMatch(/qianxuni\s+[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}/)
  })

  test.each([
    [[], '--name、--admin-name、--admin-username'],
    [['--name', '试验县', ...ADMIN, '--county', '99'], '--county 要写6位数字'],
    [['--name', '试验县', ...ADMIN, '--phone', '打我电话'], '--phone 的写法不对'],
    [['--name', '试验县', ...ADMIN, '--emblem', 'package.json'], '徽标'],
  ])('%j is refused with the flag and the rule, and leaves nothing behind', async (args, words) => {
    const ended = await runAnlan(['init', ...args], env)
    expect([2, 3]).toContain(ended.code)
    expect(ended.err).toContain(words)
    expect((await database.owner.query('select 1 from tenants')).rows).toEqual([])
  })
})

describe('a database of one’s own', () => {
  test('without an office gets no demo: start and every page say to run anlan init', async () => {
    const server = await serving([], env)
    expect(server.started).toMatchObject({ isSetUp: false, signIns: [] })
    for (const path of ['/', '/public', '/public/track']) {
      const page = await fetch(server.url + path)
      expect(page.status).toBe(503)
      expect(await page.text()).toContain('anlan init')
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${server.url}/api/session`)).json()).toMatchObject({ code: 'not-set-up' })
    await server.stop()
    expect((await database.owner.query('select 1 from tenants')).rows).toEqual([])
  })

  test('with the demo asked for in words lets nobody in by a known password, and its own must be changed', async () => {
    const server = await serving(['--demo'], env)
    const signIns = server.started['signIns'] as typeof DEMO_SIGN_INS
    expect(signIns.map(({ username }) => username)).toEqual(DEMO_SIGN_INS.map(({ username }) => username))
    const [known, mine] = [DEMO_SIGN_INS[8], signIns[8]]
    expect((await signIn(server.url, known?.username ?? '', known?.password ?? '')).status).toBe(401)
    const answer = await signIn(server.url, mine?.username ?? '', mine?.password ?? '')
    expect(answer.status).toBe(200)
    const cookie = answer.headers.getSetCookie().join('; ')
    expect((await fetch(`${server.url}/api/today`, { headers: { cookie } })).status).toBe(403)
    await server.stop()
  })

  test('the demo is not made into a real office', async () => {
    await database.owner.query(
      `insert into tenants (tenant, name, created_at, settings) values ('qinglan', '{"zh":"","en":""}', now(), '{"demo": "loaded"}')`,
    )
    const ended = await runAnlan(['init', '--tenant', 'other', '--name', '试验县', ...ADMIN], env)
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('演示县') })
  })
})

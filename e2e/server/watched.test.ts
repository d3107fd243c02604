import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../src/testing/database.ts'
import { runAnlan } from '../support/command.ts'
import { type Serving, serving } from '../support/serving.ts'

const OPS = join(import.meta.dirname, '../../ops')
const TOKEN = 'numbers-for-monitoring'
/** Nothing that tells of an office, a person or a matter may be a label. */
const LABELS = [
  ...['method', 'route', 'status', 'class', 'le', 'pool', 'state', 'loop', 'where', 'folder'],
  ...['quantile', 'kind', 'type', 'space', 'version', 'major', 'minor', 'patch'],
]

let database: TestDatabase
let folder: string
let env: Record<string, string>
let server: Serving
let numbers = ''
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'anlan-watched-'))
  env = { DATABASE_URL: database.ownerUrl, ANLAN_DATA: folder, METRICS_TOKEN: TOKEN }
  server = await serving([], env)
  await fetch(`${server.url}/public`)
  const asked = { headers: { authorization: `Bearer ${TOKEN}` } }
  await fetch(`${server.url}/metrics`, asked)
  numbers = await (await fetch(`${server.url}/metrics`, asked)).text()
})
afterAll(async () => {
  await server.stop()
  await database.dispose()
  await rm(folder, { recursive: true })
})

describe('the numbers of a server', () => {
  test('say how it is, and their labels name no office, person or matter', () => {
    expect(numbers).toMatch(/^anlan_database_up 1$/m)
    expect(numbers).toMatch(/^anlan_clock_trusted 1$/m)
    expect(numbers).toMatch(/^anlan_disk_free_bytes\{folder="data"\} \d+/m)
    expect(numbers).toMatch(/^anlan_pool_connections\{pool="app",state="waiting"\} 0$/m)
    expect(numbers).toMatch(/^anlan_http_requests_total\{class="public",status="\dxx"\} 1$/m)
    expect(numbers).toMatch(/^anlan_backup_configured 0$/m)
    const schema = /^anlan_schema_number (\d+)$/m.exec(numbers)?.[1]
    expect(numbers).toContain(`anlan_schema_number_of_program ${schema}\n`)
    const labels = [...numbers.matchAll(/[{,](\w+)="/g)].map(([, label]) => label)
    expect([...new Set(labels)].filter((label) => !LABELS.includes(label ?? ''))).toEqual([])
  })

  test.each(['prometheus/alerts.yml', 'grafana/anlan.json'])('are all there that %s asks for', async (file) => {
    const known = new Set(
      [...numbers.matchAll(/^# TYPE (\w+) (\w+)/gm)].flatMap(([, name = '']) => [name, `${name}_bucket`]),
    )
    const text = await readFile(join(OPS, file), 'utf8')
    const asked = new Set([...text.matchAll(/\b(?:anlan|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name))
    expect(asked.size).toBeGreaterThan(10)
    expect([...asked].filter((name) => !known.has(name))).toEqual([])
  })

  test('alerts are rules that Prometheus takes', ({ skip }) => {
    if (spawnSync('promtool', ['--version']).error) return skip('there is no promtool here')
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', join(OPS, 'prometheus/alerts.yml')])
    expect(status, `${stdout}${stderr}`).toBe(0)
  })

  test('each alert leads to a part of the runbooks that is there', async () => {
    const runbooks = await readFile(join(OPS, '../docs/operations.md'), 'utf8')
    const parts = [...runbooks.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    )
    const alerts = await readFile(join(OPS, 'prometheus/alerts.yml'), 'utf8')
    const asked = [...alerts.matchAll(/operations\.md#([\w-]+)/g)].map(([, part]) => part)
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((part) => !parts.includes(part ?? ''))).toEqual([])
  })
})

describe('anlan doctor', () => {
  type Found = { worst: string; findings: { check: string; state: string; todo?: { zh: string; en: string } }[] }

  test('says of each thing whether it is in order, and what to do where it is not', async () => {
    const { code, out } = await runAnlan(['doctor', '--json'], env)
    const { worst, findings } = JSON.parse(out) as Found
    const of = (check: string) => findings.find((one) => one.check === check)
    for (const check of [
      'node',
      'disk-data',
      'secrets',
      'postgres',
      'checksums',
      'clock',
      'language',
      'schema',
      'work',
      'connections',
    ])
      expect([check, of(check)?.state]).toEqual([check, 'good'])
    // The server of the tests is quick and not durable, there is no backup and no https.
    expect(of('durable')).toMatchObject({ state: 'bad', todo: { zh: expect.stringContaining('fsync') } })
    expect(of('backup')).toMatchObject({ state: 'bad', todo: { en: expect.stringContaining('ANLAN_BACKUP') } })
    expect(of('address')).toMatchObject({ state: 'warn' })
    expect(findings.every(({ state, todo }) => state === 'good' || todo !== undefined)).toBe(true)
    expect([code, worst]).toEqual([5, 'bad'])
  })

  test('names a key that others can read, a mail server that is away, and a database that does not answer', async () => {
    const other = await mkdtemp(join(tmpdir(), 'anlan-ill-'))
    await writeFile(join(other, 'deployment.key'), 'x', { mode: 0o644 })
    const mail = { SMTP_HOST: '127.0.0.1', SMTP_PORT: '1', SMTP_FROM: 'anlan@example.cn' }
    const ill = await runAnlan(['doctor'], { ...env, ...mail, ANLAN_DATA: other })
    expect(ill.out).toContain('别人也能读')
    expect(ill.out).toMatch(/邮件服务器 127\.0\.0\.1 不行/)
    const away = await runAnlan(['doctor', '--lang', 'en'], {
      ...env,
      DATABASE_URL: 'postgres://anlan@127.0.0.1:1/anlan',
    })
    expect(away).toMatchObject({ code: 4, out: expect.stringContaining('the database cannot be reached') })
    await rm(other, { recursive: true })
  })
})

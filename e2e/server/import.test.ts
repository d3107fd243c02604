import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../src/testing/database.ts'
import { runAnlan, startAnlan } from '../support/command.ts'

const EXAMPLE = join(import.meta.dirname, '../../examples/boston-2011')
const MAPPING = join(EXAMPLE, 'mapping.json')
const OPTIONS = ['--mapping', MAPPING, '--tenant', 'boston', '--json']

let database: TestDatabase
let folder: string
let env: Record<string, string>
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'anlan-import-'))
  env = { DATABASE_URL: database.ownerUrl, ANLAN_DATA: folder }
})
afterAll(async () => {
  await database.dispose()
  await rm(folder, { recursive: true })
})

const rowsIn = async (table: string) =>
  (await database.owner.query<{ n: number }>(`select count(*)::int as n from ${table} where tenant = 'boston'`)).rows[0]
    ?.n ?? 0
const everything = async () =>
  Promise.all(['matters', 'matter_events', 'deadlines', 'units', 'rejected_rows', 'import_batches', 'jobs'].map(rowsIn))

test('without the tenant nothing is made up', async () => {
  expect((await runAnlan(['import', join(EXAMPLE, 'requests.csv'), ...OPTIONS], env)).code).toBe(3)
  expect(await rowsIn('tenants')).toBe(0)
})

test('good rows go in with their history, bad ones are kept with number, reason and the cells that the mapping reads', async () => {
  const ended = await runAnlan(
    ['import', join(EXAMPLE, 'requests.csv'), ...OPTIONS, '--create-tenant', 'Boston 2011'],
    env,
  )
  expect(ended.code).toBe(5)
  expect(JSON.parse(ended.out)).toMatchObject({ read: 200, added: 197, known: 0, changed: 0, rejected: 3, skipped: 0 })
  const { rows } = await database.owner.query(
    'select row_number, reason, original from rejected_rows order by row_number',
  )
  expect(rows).toHaveLength(3)
  expect(rows[0]).toMatchObject({
    row_number: 35,
    reason: [{ field: 'due', rule: 'before-opening', column: 'sla_due', cell: expect.stringMatching(/^2011-/) }],
    original: { department: 'PWDx' },
  })

  const { rows: matters } = await database.owner.query(`select matter from matters m where exists (
    select from matter_events e where e.tenant = m.tenant and e.matter_id = m.id and e.event->'form'->>'formerResult' = 'Closed as Resolved') order by opened_at limit 1`)
  expect(matters[0]?.matter).toMatchObject({
    state: 'closed',
    outcome: 'resolved',
    openedAt: '2011-07-01T16:20:57.000Z',
    closedAt: '2011-07-13T17:41:21.000Z',
    channel: 'phone',
    category: 'facility',
  })
})

test('a second run adds nothing, whatever the language', async () => {
  const before = await everything()
  const ended = await runAnlan(['import', join(EXAMPLE, 'requests.csv'), ...OPTIONS, '--lang', 'en'], env)
  expect(JSON.parse(ended.out)).toMatchObject({ read: 200, added: 0, known: 197, rejected: 3 })
  expect(await everything()).toEqual(before)
})

test('a corrected row of the same case goes in later, from another file', async () => {
  const text = (await readFile(join(EXAMPLE, 'requests.csv'), 'utf8')).split('\n')
  const [heading = '', bad = ''] = [text[0], text[34]]
  const path = join(folder, 'corrected.csv')
  await writeFile(path, `${heading}\n${bad.replace(/^([^,]*,[^,]*),[^,]*,/, '$1,2011-12-31 10:00:00,')}\n`)
  expect(JSON.parse((await runAnlan(['import', path, ...OPTIONS], env)).out)).toMatchObject({
    read: 1,
    added: 1,
    known: 0,
    rejected: 0,
  })
})

test('files and mappings that cannot be used at all end with 2 and change nothing', async () => {
  const before = await everything()
  const requests = join(EXAMPLE, 'requests.csv')
  const workbook = join(folder, 'broken.csv')
  await writeFile(workbook, 'PK\u0003\u0004\u0014\u0000')
  const other = join(folder, 'other.csv')
  await writeFile(other, 'a,b\n1,2\n')
  const odd = join(folder, 'odd.json')
  await writeFile(odd, '{"name": ')
  for (const [file, mapping, words] of [
    [join(folder, 'none.csv'), MAPPING, 'none.csv'],
    [requests, join(folder, 'none.json'), 'none.json'],
    [requests, odd, 'JSON'],
    [other, MAPPING, '没有“case_id”这一列'],
    [workbook, MAPPING, '坏了'],
  ] as const) {
    const ended = await runAnlan(['import', file, '--mapping', mapping, '--tenant', 'boston'], env)
    expect(ended.code, ended.err).toBe(2)
    expect(ended.err).toContain(words)
  }
  expect(await everything()).toEqual(before)
})

test('an import that is killed goes on where it stopped: every row once', async () => {
  const [heading = '', ...rows] = (await readFile(join(EXAMPLE, 'requests.csv'), 'utf8')).trim().split('\n')
  const path = join(folder, 'large.csv')
  const COPIES = 30
  await writeFile(
    path,
    `${heading}\n${Array.from({ length: COPIES }, (_, copy) => rows.map((row) => `c${copy}-${row}`).join('\n')).join('\n')}\n`,
  )
  const before = await rowsIn('matters')

  const child = startAnlan(['import', path, ...OPTIONS], env)
  while ((await rowsIn('matters')) === before && child.exitCode === null);
  child.kill('SIGKILL')
  await once(child, 'close')
  const between = (await rowsIn('matters')) - before
  expect(between).toBeGreaterThan(0)
  expect(between, 'the import was over before it could be killed: enlarge COPIES').toBeLessThan(197 * COPIES)

  const ended = await runAnlan(['import', path, ...OPTIONS], env)
  expect(JSON.parse(ended.out)).toMatchObject({
    read: 200 * COPIES,
    added: 197 * COPIES - between,
    known: between,
    rejected: 3 * COPIES,
  })
  expect((await rowsIn('matters')) - before).toBe(197 * COPIES)
  const { rows: batches } = await database.owner.query(
    `select read_rows, added_rows, known_rows, rejected_rows, finished_at is not null as finished from import_batches where source = 'large.csv'`,
  )
  expect(batches).toEqual([
    { read_rows: 200 * COPIES, added_rows: 197 * COPIES, known_rows: 0, rejected_rows: 3 * COPIES, finished: true },
  ])
  expect((await runAnlan(['verify', '--tenant', 'boston'], env)).code).toBe(0)
})

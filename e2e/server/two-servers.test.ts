import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BY_TIME } from '../../src/domain/matter/event.ts'
import { PROCEDURES } from '../../src/procedures/all.ts'
import { createKeys } from '../../src/storage/keys/keys.ts'
import { verifyTenant } from '../../src/storage/verify/verify-tenant.ts'
import { handleCommand } from '../../src/storage/write/handle.ts'
import { type TestCounty, testCounty } from '../../src/testing/county.ts'
import { actorOf, TEST_TENANT } from '../../src/testing/people.ts'
import { startAnlan } from '../support/command.ts'

const MATTERS = 60

let county: TestCounty
let folder: string
let env: Record<string, string>
const running: ChildProcess[] = []

beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  folder = await mkdtemp(join(tmpdir(), 'anlan-two-'))
  const key = randomBytes(32).toString('base64')
  env = { DATABASE_URL: county.database.ownerUrl, ANLAN_DATA: folder, ANLAN_KEY: key, PORT: '0' }
  // Long ago by the clock of the servers, so that every limit of these is over.
  county.setNow(new Date(Date.now() - 60 * 86_400_000).toISOString())
  const form = {
    title: '路灯不亮',
    category: 'facility',
    description: '从桥头到三组有五盏不亮。',
    place: '三组',
    placeUnit: 'xiatang',
  }
  for (let count = 0; count < MATTERS; count += 1)
    await handleCommand(county.deps, {
      actor: actorOf('clerk'),
      command: { type: 'OpenMatter', procedure: 'report', channel: 'window', unitId: 'qinglan', form },
    })
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await county?.dispose()
  await rm(folder, { recursive: true, force: true })
})

test('two servers on one database: the one that is killed in the middle of the due timers is followed by the other, and no timer acts twice', async () => {
  const holder = await county.database.owner.connect()
  // The first server begins, and can write nothing.
  await holder.query('begin; lock table matter_events in exclusive mode')
  const begin = async () => {
    const first = await serve()
    await until(async () => (await waiting()) > 0)
    const next = await serve()
    const gone = once(first, 'exit')
    first.kill('SIGKILL')
    await gone
    return next
  }
  const second = await begin().finally(async () => {
    await holder.query('rollback')
    holder.release()
  })
  await until(async () => (await overdue()) === MATTERS)
  await until(async () => (await due()) === 0)
  const ended = once(second, 'exit')
  second.kill('SIGTERM')
  await ended
  // Each warning, each end and each rung of raising: once.
  const { rows: twice } = await county.database.owner.query(
    `select matter_id, type, event->>'clockId' as clock, event->>'warning' as warning, event->>'tier' as tier, count(*)::int as times
       from matter_events where type = any($1) group by 1, 2, 3, 4, 5 having count(*) > 1`,
    [BY_TIME],
  )
  expect(twice).toEqual([])
  // The log was begun by the servers, under their key.
  const keys = createKeys(Buffer.from(env['ANLAN_KEY'] ?? '', 'base64'))
  const { broken, counters } = await verifyTenant({ ...county.deps, keys }, TEST_TENANT, () => {})
  expect({ broken, counters }).toEqual({ broken: 0, counters: [] })
})

async function serve(): Promise<ChildProcess> {
  const child = startAnlan(['serve', '--json'], env)
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  running.push(child)
  await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
  expect(child.exitCode, said).toBe(null)
  return child
}

const count = async (sql: string) => Number((await county.database.owner.query<{ n: number }>(sql)).rows[0]?.n)
const waiting = () =>
  count(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
const overdue = () =>
  count(`select count(distinct matter_id)::int as n from matter_events where type = 'DeadlineOverdue'`)
const due = () => count('select count(*)::int as n from deadlines where next_at <= now()')

/** Waits for what another process does; the test's own time limit ends the wait. */
async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await pause(50)
}

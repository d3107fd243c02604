import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMilliseconds } from '../../domain/time/time.ts'
import { moveByTime } from '../../storage/bulk/move-by-time.ts'
import { writeMoves } from '../../storage/bulk/write-moves.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { standingMatters } from '../../storage/due/due-matters.ts'
import { verifyTenant } from '../../storage/verify/verify-tenant.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { plantCounty, type TestCounty, testCounty } from '../../testing/county.ts'
import { mortal } from '../../testing/crossing/killed-pool.ts'
import { plantDue } from '../../testing/due/plant-due.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { sweepDeadlines, sweepInTurn } from '../sweep-deadlines.ts'
import { startWorkers } from '../workers.ts'
import { dueRound, PIECE } from './due-round.ts'
import { ELECTED_FOR, whileElected } from './while-elected.ts'

const OTHERS = ['donghe', 'yunchuan']

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  for (const tenant of OTHERS) await plantCounty(county.database, tenant)
})
afterAll(() => county?.dispose())

const sql = (text: string, values: unknown[] = []) => county.database.owner.query(text, values)
const typesOf = async (id: string): Promise<string[]> =>
  (await sql('select type from matter_events where matter_id = $1 order by version', [id])).rows.map(({ type }) => type)
const OVERDUE = ['MatterOpened', 'DeadlineOverdue']
const sweep = (deps: StorageDeps = county.deps) => sweepDeadlines(deps, TEST_TENANT)
const fail = (_: string, cause: Error) => {
  throw cause
}
const inTurn = async (tenants: readonly string[], deps: StorageDeps = county.deps) => {
  const told: string[] = []
  const more = await sweepInTurn(deps, tenants, { isStopped: () => false, tell: ({ message }) => told.push(message) })
  return { more, told }
}

describe('thousands due in one tenant', () => {
  test('wait for their next turn: three due in another are taken after its first', async () => {
    await plantDue(county.deps, 4 * PIECE)
    for (const tenant of OTHERS) await plantDue(county.deps, 3, tenant)
    const tenants = [TEST_TENANT, ...OTHERS]
    const round = dueRound(county.deps, tenants, async () => true, fail)
    const turns: [tenant: string, matters: number][] = []
    for (let piece = await round.next(); piece; piece = await round.next())
      turns.push([piece.queue.tenant, piece.ids.length])
    const large = [TEST_TENANT, PIECE]
    expect(turns).toEqual([large, ...OTHERS.map((tenant) => [tenant, 3]), large, large, large])
    let recorded = 0
    const onCommitted = () => {
      recorded += 1
    }
    expect(await inTurn(tenants, { ...county.deps, onCommitted })).toEqual({ more: false, told: [] })
    expect(recorded).toBe(4 * PIECE + 6)
  })

  test('hold up no job: the outbox is worked on while the clocks are not done', async () => {
    const { matter } = await handleCommand(county.deps, {
      actor: actorOf('clerk'),
      command: { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title: '转出' } },
    })
    const command = { type: 'TakeStep', step: 'split', form: {} } as const
    await handleCommand(county.deps, { actor: actorOf('handler'), matterId: matter.id, command })
    county.setNow(addMilliseconds(county.deps.now(), 10_000))
    let goOn = () => {}
    const stuck = new Promise<void>((done) => {
      goOn = done
    })
    const { pools } = mortal({ app: county.deps.pool }, { at: 2, when: 'after', meanwhile: () => stuck })
    const sweeping = inTurn([TEST_TENANT], { ...county.deps, pool: pools.app })
    await new Promise<void>((done) => {
      const workers = startWorkers(county.deps, async () => [TEST_TENANT], {
        log: () => {},
        failingJobs: () => void workers.stop().then(done),
      })
    })
    const { rows } = await sql(`select kind from jobs where kind = 'open-children' and done_at is null`)
    expect(rows).toEqual([])
    goOn()
    expect(await sweeping).toEqual({ more: false, told: [] })
  })
})

describe('several servers on one database', () => {
  test('one of them sweeps at a time; another takes over when it dies', async () => {
    const [id = ''] = await plantDue(county.deps, 1)
    const elected = await whileElected(county.deps.pool, 'deadlines', async (stillElected) => {
      expect(await inTurn([TEST_TENANT])).toEqual({ more: false, told: [] })
      expect(await typesOf(id)).toEqual(['MatterOpened'])
      expect(await stillElected()).toBe(true)
      const { rows } = await sql(`select pg_terminate_backend(pid) as ended from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`)
      expect(rows).toEqual([{ ended: true }])
      expect(await stillElected()).toBe(false)
      // Its lock falls a moment after its last word.
      await sql('select pg_advisory_xact_lock($1)', [ELECTED_FOR.deadlines])
      await inTurn([TEST_TENANT])
      return 'first'
    })
    expect(elected).toBe('first')
    expect(await typesOf(id)).toEqual(OVERDUE)
    expect(await whileElected(county.deps.pool, 'deadlines', async () => 'again')).toBe('again')
  })

  test('killed at whichever statement, it loses nothing and doubles nothing', async () => {
    let at = 0
    for (let killed = true; killed; ) {
      at += 1
      for (const when of ['before', 'after'] as const) {
        const ids = await plantDue(county.deps, 3)
        const { pools, isDead } = mortal({ app: county.deps.pool }, { at, when })
        await sweep({ ...county.deps, pool: pools.app }).catch(() => {})
        killed = isDead()
        // The database may notice a moment later that the process is gone.
        await sql('select 1 from matters where id = any($1) for update', [ids])
        await sweep()
        for (const id of ids) expect(await typesOf(id), `killed ${when} statement ${at}`).toEqual(OVERDUE)
      }
    }
    expect(at).toBeGreaterThan(8)
  })
})

describe('a matter among many', () => {
  test('that somebody works on at this moment is left to them, and taken when they are done', async () => {
    const [first = '', ...rest] = await plantDue(county.deps, 5)
    const somebody = await county.database.owner.connect()
    try {
      await somebody.query('begin')
      await somebody.query('select 1 from matters where id = $1 for update', [first])
      expect(await sweep()).toBe(4)
      for (const id of rest) expect(await typesOf(id)).toEqual(OVERDUE)
    } finally {
      await somebody.query('rollback')
      somebody.release()
    }
    expect(await sweep()).toBe(1)
    expect(await typesOf(first)).toEqual(OVERDUE)
  })

  test('that was decided while somebody else was faster is decided again from what they did', async () => {
    const ids = await plantDue(county.deps, 3)
    const [first = ''] = ids
    const take = { type: 'TakeStep', step: 'handle', form: { done: '换了灯泡' } } as const
    const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
    const grounds = { tenant: TEST_TENANT, rulebook, keys: county.deps.keys }
    const standing = await standingMatters(county.deps, TEST_TENANT, ids)
    const moves = standing.flatMap((one) => moveByTime(grounds, one, county.deps.now()) ?? [])
    await handleCommand(county.deps, { actor: actorOf('handler'), matterId: first, command: take })
    expect(await writeMoves(county.deps, TEST_TENANT, moves)).toEqual(new Set(ids.slice(1)))
    await sweep()
    expect(await typesOf(first)).toEqual(['MatterOpened', 'StepTaken'])
    for (const id of ids.slice(1)) expect(await typesOf(id)).toEqual(OVERDUE)
  })

  test('that the database refuses is named and left alone for a while; the others are recorded', async () => {
    const [bad = '', ...rest] = await plantDue(county.deps, 5)
    await sql(`alter table matters add constraint bad check (id <> '${bad}' or version < 2) not valid`)
    await expect(sweep()).rejects.toThrow(bad)
    for (const id of rest) expect(await typesOf(id)).toEqual(OVERDUE)
    expect(await sweep()).toBe(0)
    await sql('alter table matters drop constraint bad')
    county.setNow(addMilliseconds(county.deps.now(), 5 * 60_000))
    expect(await sweep()).toBe(1)
    expect(await typesOf(bad)).toEqual(OVERDUE)
  })
})

test('in the end every matter is whole', async () => {
  for (const tenant of [TEST_TENANT, ...OTHERS]) {
    const { broken, counters } = await verifyTenant(county.deps, tenant, () => {})
    expect({ broken, counters }).toEqual({ broken: 0, counters: [] })
  }
})

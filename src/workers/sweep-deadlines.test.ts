import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseFor } from '../storage/connection/connect.ts'
import { listEvents } from '../storage/read/get-matter.ts'
import { readToday } from '../storage/read/today.ts'
import { handleAndFollow } from '../storage/write/follow-up.ts'
import { handleCommand } from '../storage/write/handle.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { actorOf, TEST_TENANT } from '../testing/people.ts'
import { runJobs } from './run-jobs.ts'
import { sweepDeadlines } from './sweep-deadlines.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county?.dispose())

const db = () => databaseFor(county.deps.pool, TEST_TENANT)
const typesOf = async (matterId: string) => (await listEvents(db(), TEST_TENANT, matterId)).map(({ type }) => type)

describe('what happens without a user', () => {
  test('a deadline of five working days is warned of, then overdue, then told to the leader, each once', async () => {
    // Monday 2 March 2026; due Monday 9 March.
    county.setNow('2026-03-02T01:00:00.000Z')
    const { matter } = await handleCommand(county.deps, {
      actor: actorOf('clerk'),
      command: {
        type: 'OpenMatter',
        procedure: 'tiny',
        channel: 'window',
        unitId: 'dongpu',
        form: { title: '路灯不亮' },
      },
    })
    expect(matter.clocks[0]?.dueOn).toBe('2026-03-09')
    expect(await sweepDeadlines(county.deps, TEST_TENANT)).toBe(0)
    county.setNow('2026-03-06T01:00:00.000Z')
    expect(await sweepDeadlines(county.deps, TEST_TENANT)).toBe(1)
    expect(await sweepDeadlines(county.deps, TEST_TENANT)).toBe(0)
    county.setNow('2026-03-09T15:59:59.000Z')
    expect(await sweepDeadlines(county.deps, TEST_TENANT)).toBe(0)
    county.setNow('2026-03-09T16:00:00.000Z')
    expect(await sweepDeadlines(county.deps, TEST_TENANT)).toBe(1)
    county.setNow('2026-03-12T01:00:00.000Z')
    await sweepDeadlines(county.deps, TEST_TENANT)
    expect(await typesOf(matter.id)).toEqual(['MatterOpened', 'DeadlineWarned', 'DeadlineOverdue', 'MatterEscalated'])
  })

  test('two sweepers at once record each warning once', async () => {
    county.setNow('2026-04-01T01:00:00.000Z')
    const opened = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        handleCommand(county.deps, {
          actor: actorOf('clerk'),
          command: {
            type: 'OpenMatter',
            procedure: 'tiny',
            channel: 'window',
            unitId: 'yunxi',
            form: { title: `第${index}件` },
          },
        }),
      ),
    )
    county.setNow('2026-04-30T01:00:00.000Z')
    await Promise.all([sweepDeadlines(county.deps, TEST_TENANT), sweepDeadlines(county.deps, TEST_TENANT)])
    for (const { matter } of opened) expect(await typesOf(matter.id)).toEqual(['MatterOpened', 'DeadlineOverdue'])
    // A server that stood still for weeks uses up no tier: two working days after the record it is told.
    county.setNow('2026-05-06T16:00:00.000Z')
    await Promise.all([sweepDeadlines(county.deps, TEST_TENANT), sweepDeadlines(county.deps, TEST_TENANT)])
    for (const { matter } of opened)
      expect(await typesOf(matter.id)).toEqual(['MatterOpened', 'DeadlineOverdue', 'MatterEscalated'])
  })

  test('one broken matter does not stop the clocks of the others', async () => {
    county.setNow('2026-05-01T01:00:00.000Z')
    const open = async (title: string) => {
      const opening = { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'yunxi' } as const
      const command = { ...opening, form: { title } }
      return (await handleCommand(county.deps, { actor: actorOf('clerk'), command })).matter
    }
    const broken = await open('坏了的')
    county.setNow('2026-05-01T01:00:01.000Z')
    const whole = await open('好好的')
    await county.database.owner.query(
      `update matters set matter = jsonb_set(matter, '{clocks}', 'null') where id = $1`,
      [broken.id],
    )
    county.setNow('2026-06-01T01:00:00.000Z')
    await expect(sweepDeadlines(county.deps, TEST_TENANT)).rejects.toThrow(broken.id)
    expect(await typesOf(whole.id)).toEqual(['MatterOpened', 'DeadlineOverdue'])
    await county.database.owner.query('update deadlines set next_at = null where matter_id = $1', [broken.id])
    await county.database.owner.query(`update matters set matter = jsonb_set(matter, '{clocks}', '[]') where id = $1`, [
      broken.id,
    ])
  })

  test('a child that a dead server did not open is opened by the worker, once', async () => {
    county.setNow('2026-05-06T01:00:00.000Z')
    const { matter } = await handleCommand(county.deps, {
      actor: actorOf('clerk'),
      command: {
        type: 'OpenMatter',
        procedure: 'tiny',
        channel: 'window',
        unitId: 'dongpu',
        form: { title: '要转出的' },
      },
    })
    // handleCommand alone is what a server does that dies before it follows up.
    await handleCommand(county.deps, {
      actor: actorOf('handler'),
      matterId: matter.id,
      command: { type: 'TakeStep', step: 'split', form: {} },
    })
    county.setNow('2026-05-06T01:01:00.000Z')
    expect((await runJobs(county.deps, TEST_TENANT)).done).toBe(1)
    expect((await runJobs(county.deps, TEST_TENANT)).done).toBe(0)
    const { rows } = await county.database.owner.query(
      'select count(*)::int as children from matter_links where to_id = $1',
      [matter.id],
    )
    expect(rows[0].children).toBe(1)
  })

  test('personal fields become unreadable when their retention ends, not before', async () => {
    county.setNow('2026-05-06T01:00:00.000Z')
    const { matter } = await handleCommand(county.deps, {
      actor: actorOf('clerk'),
      command: {
        type: 'OpenMatter',
        procedure: 'tiny',
        channel: 'window',
        unitId: 'qinglan',
        form: { title: '留了电话', phone: '13812345678' },
      },
    })
    for (const [post, step, form] of [
      ['handler', 'handle', { done: '好了' }],
      ['verifier', 'close', {}],
    ] as const)
      await handleAndFollow(county.deps, {
        actor: actorOf(post),
        matterId: matter.id,
        command: { type: 'TakeStep', step, form },
      })
    const key = async () =>
      (await county.database.owner.query('select wrapped_key from matter_keys where matter_id = $1', [matter.id]))
        .rows[0].wrapped_key
    county.setNow('2028-05-06T15:00:00.000Z')
    await runJobs(county.deps, TEST_TENANT)
    expect(await key()).not.toBeNull()
    county.setNow('2028-05-06T16:00:10.000Z')
    await runJobs(county.deps, TEST_TENANT)
    expect(await key()).toBeNull()
    county.setNow('2026-05-06T02:00:00.000Z')
  })

  test('today shows what waits for the post, soonest first, and what turned overdue', async () => {
    county.setNow('2026-05-06T02:00:00.000Z')
    const today = await readToday(
      db(),
      actorOf('dongpu-clerk'),
      county.deps.now(),
      await county.deps.rulebooks.of(TEST_TENANT),
    )
    expect(today.work.length).toBeGreaterThan(0)
    expect(today.work.every(({ nextSteps }) => nextSteps.length > 0)).toBe(true)
    const dues = today.work.map(({ clock }) => clock?.dueAt ?? '9')
    expect(dues).toEqual([...dues].sort())
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../domain/matter/command.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import { replay } from '../../engine/record/evolve.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { databaseFor } from '../connection/connect.ts'
import { listEvents } from '../read/get-matter.ts'
import { checkChain } from '../verify/check-chain.ts'
import { handleAndFollow } from './follow-up.ts'
import { handleCommand } from './handle.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty([tinyProcedure])
})
afterAll(() => county?.dispose())

const opening = (title = '路灯不亮', more: object = {}): Command => ({
  type: 'OpenMatter',
  procedure: 'tiny',
  channel: 'window',
  unitId: 'dongpu',
  form: { title, ...more },
})
const open = async (title?: string, more?: object) =>
  (await handleCommand(county.deps, { actor: actorOf('clerk'), command: opening(title, more) })).matter
const stored = async (matter: Matter) => {
  const { rows } = await county.database.owner.query('select * from matters where tenant = $1 and id = $2', [
    TEST_TENANT,
    matter.id,
  ])
  const [row] = rows
  return { ...row, head: row?.head.toString('hex') } as {
    version: number
    head: string
    matter: Matter
    state: string
    due_at: string | null
    waits_for: string[]
  }
}
const eventsOf = (matter: Matter) => listEvents(databaseFor(county.deps.pool, TEST_TENANT), TEST_TENANT, matter.id)
const chainOf = async (matter: Matter) => {
  const db = databaseFor(county.deps.pool, TEST_TENANT)
  const { head } = await stored(matter)
  return (await checkChain(db, TEST_TENANT, matter.id, head)).result
}

describe('the one write path', () => {
  test('an opened matter has its row, first event, clock and number', async () => {
    const matter = await open()
    expect(matter).toMatchObject({ version: 1, state: 'received', unitId: 'dongpu', originUnitId: 'qinglan' })
    expect(matter.reference).toMatch(/^SY-2026-\d{4}$/)
    const row = await stored(matter)
    expect(row.waits_for).toEqual(['handler@dongpu'])
    expect(row.due_at).toBe(matter.clocks[0]?.dueAt)
    expect(await eventsOf(matter)).toHaveLength(1)
  })

  test('replaying the events gives the row, byte for byte, and the chain verifies', async () => {
    const matter = await open()
    await handleCommand(county.deps, {
      actor: actorOf('handler'),
      matterId: matter.id,
      command: { type: 'TakeStep', step: 'handle', form: { done: '换了灯泡' } },
    })
    const events = await eventsOf(matter)
    expect(canonicalJson(replay(events.map(({ event }) => event)))).toBe(canonicalJson((await stored(matter)).matter))
    expect(await chainOf(matter)).toMatchObject({ ok: true })
    expect(events[events.length - 1]?.hash).toBe((await stored(matter)).head)
  })

  test('the same key twice is done once and answers the same', async () => {
    const matter = await open()
    const request = {
      actor: actorOf('handler'),
      matterId: matter.id,
      key: `key-${matter.id}`,
      command: { type: 'TakeStep', step: 'handle', form: { done: '修好了' } },
    } as const
    const first = await handleCommand(county.deps, request)
    const second = await handleCommand(county.deps, request)
    expect(second).toMatchObject({ repeated: true, matter: { version: first.matter.version } })
    expect(await eventsOf(matter)).toHaveLength(2)
  })

  test('the same key with ten writers at once is done once', async () => {
    const key = `open-${Date.parse(county.deps.now())}-race`
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        handleCommand(county.deps, { actor: actorOf('clerk'), key, command: opening('十人同报') }),
      ),
    )
    expect(new Set(answers.map(({ matter }) => matter.id)).size).toBe(1)
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
  })

  test('somebody else’s key tells nothing', async () => {
    const key = 'key-of-the-county-clerk'
    await handleCommand(county.deps, { actor: actorOf('clerk'), key, command: opening('县里的事') })
    await expect(
      handleCommand(county.deps, { actor: actorOf('yunxi-clerk'), key, command: opening('县里的事') }),
    ).rejects.toMatchObject({ code: 'key-reused' })
  })

  test('five times as many writers as connections all get through', async () => {
    const opened = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        handleCommand(county.deps, { actor: actorOf('clerk'), command: opening(`第${index}件`) }),
      ),
    )
    expect(new Set(opened.map(({ matter }) => matter.reference)).size).toBe(50)
  })

  test('a key that comes back with another command is refused', async () => {
    const key = 'key-used-for-one-thing'
    await handleCommand(county.deps, { actor: actorOf('clerk'), key, command: opening('一件') })
    await expect(
      handleCommand(county.deps, { actor: actorOf('clerk'), key, command: opening('另一件') }),
    ).rejects.toMatchObject({ code: 'key-reused' })
  })

  test('of two writers who saw the same version one wins and the other is told', async () => {
    const matter = await open()
    const write = (done: string) =>
      handleCommand(county.deps, {
        actor: actorOf('handler'),
        matterId: matter.id,
        seenVersion: 1,
        command: { type: 'TakeStep', step: 'note', form: { done } },
      })
    const results = await Promise.allSettled([write('甲'), write('乙')])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { code: 'version-conflict' },
    })
  })

  test('writers who did not look decide again until each is written', async () => {
    const matter = await open()
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        handleCommand(county.deps, {
          actor: actorOf('handler'),
          matterId: matter.id,
          command: { type: 'TakeStep', step: 'note', form: { done: `第${index}次` } },
        }),
      ),
    )
    const events = await eventsOf(matter)
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(await chainOf(matter)).toMatchObject({ ok: true })
  })

  test('personal words never reach events, row or chain in the clear', async () => {
    const matter = await open('围墙要倒', { phone: '13812345678', reporter: '张三丰' })
    const { rows } = await county.database.owner.query(
      'select (select string_agg(event::text, $2) from matter_events where matter_id = $1) || (select matter::text from matters where id = $1) as all_text',
      [matter.id, ' '],
    )
    expect(rows[0].all_text).not.toContain('13812345678')
    expect(rows[0].all_text).not.toContain('张三丰')
    expect(matter.fields).toMatchObject({ phone: { sealed: 'A256GCM' } })
    expect(matter.fields).not.toHaveProperty('reporter')
    const vault = await county.database.owner.query('select sealed from reporter_vault where matter_id = $1', [
      matter.id,
    ])
    expect(vault.rows[0].sealed).toMatchObject({ sealed: 'A256GCM' })
  })

  test('after shredding the key is gone and the chain still verifies', async () => {
    const matter = await open('要忘掉的', { phone: '13812345678', reporter: '张三丰' })
    await handleCommand(county.deps, {
      actor: { ...actorOf('clerk'), roles: ['system'] },
      matterId: matter.id,
      command: { type: 'ShredFields', reason: '保存期满' },
    })
    const { rows } = await county.database.owner.query(
      'select k.wrapped_key, v.sealed from matter_keys k join reporter_vault v using (tenant, matter_id) where k.matter_id = $1',
      [matter.id],
    )
    expect(rows[0]).toEqual({ wrapped_key: null, sealed: null })
    expect(await chainOf(matter)).toMatchObject({ ok: true })
  })

  test('a step that opens another matter leaves it open, linked, and waited for', async () => {
    const matter = await open('转出一件')
    const { opened } = await handleAndFollow(county.deps, {
      actor: actorOf('handler'),
      matterId: matter.id,
      command: { type: 'TakeStep', step: 'split', form: {} },
    })
    expect(opened).toMatchObject([{ title: '转出一件', links: [{ type: 'childOf', matterId: matter.id }] }])
    const child = opened[0] as Matter
    await expect(
      handleCommand(county.deps, {
        actor: actorOf('verifier'),
        matterId: matter.id,
        command: { type: 'TakeStep', step: 'close', form: {} },
      }),
    ).rejects.toMatchObject({ code: 'guard-refused', details: { guard: 'allChildrenDone' } })
    for (const step of ['handle', 'close'])
      await handleAndFollow(county.deps, {
        actor: actorOf(step === 'handle' ? 'handler' : 'verifier'),
        matterId: child.id,
        command: { type: 'TakeStep', step, form: step === 'handle' ? { done: '好了' } : {} },
      })
    expect((await stored(matter)).matter.openChildCount).toBe(0)
    const { rows } = await county.database.owner.query(
      `select kind from jobs where done_at is null and kind <> 'shred-fields'`,
    )
    expect(rows).toEqual([])
  })

  test('a matter out of sight is answered as if it were not there', async () => {
    const matter = await open()
    await expect(
      handleCommand(county.deps, {
        actor: actorOf('yunxi-clerk'),
        matterId: matter.id,
        command: { type: 'TakeStep', step: 'note', form: { done: '看看' } },
      }),
    ).rejects.toMatchObject({ code: 'matter-not-found' })
  })

  test('the counters say what the rows say', async () => {
    const { rows } =
      await county.database.owner.query(`select c.unit_id, c.state_group, sum(c.value)::int as counted, (select count(*)::int from matters m where m.unit_id = c.unit_id and m.state_group = c.state_group) as there
      from counters c group by c.unit_id, c.state_group`)
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row.counted, `${row.unit_id} ${row.state_group}`).toBe(row.there)
  })
})

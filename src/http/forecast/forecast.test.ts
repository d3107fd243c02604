import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ForecastView } from '../../domain/forecast/forecast-view.ts'
import { systemActor } from '../../domain/matter/actor.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { readFlowRows } from '../../storage/counts/flow-rows.ts'
import { bodyOf, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'

const NOW = '2026-11-30T01:00:00.000Z'
const WEEK = 7 * 86_400_000
let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  office.county.setNow(NOW)
  await plantYears()
})
afterAll(() => office?.dispose())

/** Two years of an office that lets matters lie in waves and closes them a fixed time after their limit: that can be foreseen. */
async function plantYears(): Promise<void> {
  const { owner } = office.county.database
  await owner.query(
    `insert into matters (tenant, id, reference, procedure, state, state_group, unit_id, unit_path, origin_path, channel, title, participants, waits_for, terms,
       opened_at, updated_at, closed_at, version, head, matter)
     select $1, gen_random_uuid(), 'TY-' || w || '-' || i, 'tiny', case when w > 5 then 'closed' else 'todo' end,
       case when w > 5 then 'done' else 'open' end, case i % 2 when 0 then 'dongpu' else 'yunxi' end,
       case i % 2 when 0 then '/qinglan/dongpu/' else '/qinglan/yunxi/' end,
       case i % 2 when 0 then '/qinglan/dongpu/' else '/qinglan/yunxi/' end, 'window', 'x', '{}', '{}', '{}',
       $2::timestamptz - w * interval '7 days' - interval '1 day', $2::timestamptz,
       case when w > 5 then $2::timestamptz - (w - 6) * interval '7 days' - interval '1 day' end, 1, sha256('x'), '{}'
     from generate_series(0, 103) w, generate_series(1, 4 + (case when w % 13 < 4 then 20 else 0 end)) i`,
    [TEST_TENANT, NOW],
  )
  await owner.query(
    `insert into deadlines (tenant, matter_id, clock_id, deadline, state, started_at, due_at, provisional, ended_at)
     select tenant, id, 'a', 'handle', case when closed_at is null then case when opened_at < $2::timestamptz - interval '28 days' then 'overdue'
       else 'running' end else 'met' end, opened_at, opened_at + interval '28 days', false, closed_at
     from matters where tenant = $1`,
    [TEST_TENANT, NOW],
  )
  // Of those that are open: one never had a limit, one was late with a step, made it up and is late again.
  const last = `(select id from matters where tenant = $1 and reference = 'TY-5-1')`
  await owner.query(`delete from deadlines where tenant = $1 and matter_id = ${last}`, [TEST_TENANT])
  await owner.query(
    `insert into deadlines (tenant, matter_id, clock_id, deadline, state, started_at, due_at, provisional, ended_at)
     select tenant, id, 'b', 'grade', 'met', opened_at, opened_at + interval '1 day', false, $2::timestamptz - interval '1 day'
     from matters where tenant = $1 and reference = 'TY-5-2'`,
    [TEST_TENANT, NOW],
  )
}

const ask = async (post: string, query = '') => (await office.as(post))(`/api/forecast${query}`, {})
const read = async (post: string, query = '') => bodyOf<ForecastView>(await ask(post, query))

describe('the forecast', () => {
  test('in brief tells the same weeks, and of no unit and no kind', async () => {
    const [whole, brief] = [await read('leader', '?weeks=4'), await read('leader', '?weeks=4&parts=none')]
    expect([brief.ahead, brief.past]).toEqual([whole.ahead, whole.past])
    expect([brief.units, brief.kinds, whole.units.length > 0]).toEqual([[], [], true])
  })

  test('counts what is open and overdue now exactly as it stands', async () => {
    const view = await read('leader')
    const { rows } = await office.county.database.owner.query(
      `select count(*)::int as open, count(*) filter (where exists (select from deadlines d where d.tenant = m.tenant and d.matter_id = m.id
         and d.due_at <= $2 and d.state in ('running', 'overdue')))::int as overdue from matters m where tenant = $1 and state_group <> 'done'`,
      [TEST_TENANT, NOW],
    )
    expect(view.past.at(-1)).toMatchObject(rows[0])
    expect(view.past).toHaveLength(26)
  })

  test('says what its past was good at, with an interval and the error of the naive one beside it', async () => {
    const { ahead } = await read('leader')
    const figure = ahead[3]?.open
    expect(ahead).toHaveLength(6)
    expect(figure?.said?.lower).toBeLessThanOrEqual(figure?.said?.value ?? -1)
    expect(figure?.said?.upper).toBeGreaterThanOrEqual(figure?.said?.value ?? Number.NaN)
    expect(figure?.error).toBeLessThan(figure?.naiveError ?? 0)
  })

  test('is silent, and says why, where the record is too short', async () => {
    await office.county.database.owner.query(
      `update matters set procedure = 'bigger' where tenant = $1 and opened_at < $2::timestamptz - interval '200 days'`,
      [TEST_TENANT, NOW],
    )
    // What was reckoned a moment ago is told again for ten minutes.
    expect((await read('leader')).ahead[3]?.open.said).toBeDefined()
    office.county.setNow(addMilliseconds(NOW, 600_001))
    const { ahead } = await read('leader')
    office.county.setNow(NOW)
    await office.county.database.owner.query(`update matters set procedure = 'tiny' where procedure = 'bigger'`)
    expect(ahead.map(({ open }) => [open.said, open.silent])).toEqual(
      Array.from({ length: 6 }, () => [undefined, 'too-little-history']),
    )
  })

  test('keeps to the sight of its reader, and to the unit that was asked for', async () => {
    const whole = await read('leader')
    const own = await read('dongpu-clerk')
    const dongpu = await read('leader', '?unitId=dongpu')
    expect(own.past).toEqual(dongpu.past)
    expect(own.past.at(-1)?.open).toBe(whole.units.find(({ key }) => key === 'dongpu')?.open)
    expect(whole.units.reduce((sum, { open }) => sum + open, 0)).toBe(whole.past.at(-1)?.open)
  })

  test('refuses weeks, units and kinds that are none', async () => {
    for (const query of ['?weeks=3', '?weeks=14', '?unitId=nowhere', '?kind=person', '?sort=open'])
      expect((await ask('leader', query)).status, query).toBe(400)
  })

  test('units and kinds come in their own order, whatever their counts', async () => {
    const { units } = await read('leader')
    const { directory } = await office.county.deps.rulebooks.of(TEST_TENANT)
    const order = Object.keys(directory.units)
    expect(units.map(({ key }) => order.indexOf(key))).toEqual(
      units.map(({ key }) => order.indexOf(key)).sort((a, b) => a - b),
    )
  })

  test('no row tells of one matter more than its weeks', async () => {
    const { directory, procedures } = await office.county.deps.rulebooks.of(TEST_TENANT)
    const db = databaseFor(office.county.deps.pool, TEST_TENANT)
    const scope = { actor: systemActor(TEST_TENANT), directory, procedures, kinds: ['tiny'] }
    const rows = await readFlowRows(db, scope, { at: addMilliseconds(NOW, -10 * WEEK), weeks: 20, unitPath: '/' })
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'closed',
      'count',
      'due',
      'opened',
      'procedure',
      'settled',
      'unitId',
    ])
    expect(Math.max(...rows.map(({ opened }) => opened))).toBeLessThanOrEqual(20)
  })
})

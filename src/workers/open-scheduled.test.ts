import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ScheduleChoice } from '../domain/procedure/schedule.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { TEST_TENANT } from '../testing/people.ts'
import { scheduledProcedure } from '../testing/procedures/scheduled-procedure.ts'
import { openScheduled } from './open-scheduled.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty([scheduledProcedure])
})
afterEach(() => county?.dispose())

const choose = async (schedules: Record<string, Partial<ScheduleChoice>>) => {
  const chosen = Object.entries(schedules).map(([key, choice]) => [
    key,
    { since: '2026-03-02', document: '某县文件', ...choice },
  ])
  await county.database.owner.query(`update tenants set settings = settings || $1`, [
    JSON.stringify({ schedules: Object.fromEntries(chosen) }),
  ])
  county.deps.rulebooks.forget(TEST_TENANT)
}
const open = () => openScheduled(county.deps, TEST_TENANT)
const on = (day: string) => county.setNow(`${day}T01:00:00.000Z`)
const matters = async () =>
  (
    await county.database.owner.query(
      `select title, unit_id as unit, matter -> 'fields' ->> 'dueOn' as "dueOn" from matters order by opened_at, unit_id`,
    )
  ).rows

test('nothing opens for an office that did not switch it on', async () => {
  on('2026-12-31')
  expect(await open()).toBe(0)
})

test('each township gets one for the quarter, with its period and the day it is due, once', async () => {
  await choose({ 'reporting.quarterly': {} })
  on('2026-03-25')
  expect(await open()).toBe(0)
  on('2026-03-26')
  expect(await open()).toBe(2)
  expect(await open()).toBe(0)
  on('2026-03-27')
  expect(await open()).toBe(0)
  expect(await matters()).toEqual([
    { title: '2026年第一季度零报告', unit: 'dongpu', dueOn: '2026-04-05' },
    { title: '2026年第一季度零报告', unit: 'yunxi', dueOn: '2026-04-05' },
  ])
})

test('several servers at once open each once', async () => {
  await choose({ 'reporting.quarterly': {} })
  on('2026-03-26')
  await Promise.all([open(), open(), open(), open()])
  expect(await matters()).toHaveLength(2)
})

test('a server that died halfway leaves none out and doubles none', async () => {
  await choose({ 'reporting.quarterly': {} })
  on('2026-03-26')
  await open()
  await county.database.owner.query(
    `delete from matter_events where matter_id = (select id from matters where unit_id = 'yunxi')`,
  )
  await county.database.owner.query(`delete from matters where unit_id = 'yunxi'`)
  await county.database.owner.query(
    `update schedule_marks set opened_until = '2026-03-01', leased_until = '2026-03-26T01:05:00Z'`,
  )
  expect(await open()).toBe(0)
  county.setNow('2026-03-26T01:06:00.000Z')
  expect(await open()).toBe(1)
  expect(await matters()).toHaveLength(2)
})

test('what was missed while no server ran is made up for, each period with its own title', async () => {
  await choose({ 'reporting.quarterly': {} })
  on('2026-10-10')
  expect(await open()).toBe(6)
  expect(
    (await matters())
      .filter(({ unit }) => unit === 'yunxi')
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['2026年第一季度零报告', '2026年第三季度零报告', '2026年第二季度零报告'])
})

test('nothing opens for a period from before it was switched on', async () => {
  await choose({ 'reporting.yearly': {} })
  on('2026-12-31')
  expect(await open()).toBe(0)
  on('2027-01-01')
  expect(await open()).toBe(1)
  expect(await matters()).toEqual([{ title: '2027年计划', unit: 'qinglan', dueOn: '2027-01-31' }])
})

test('an office has days of its own, and moving them opens no period twice', async () => {
  await choose({ 'reporting.quarterly': { opensDays: -10, dueDays: 0 } })
  on('2026-03-21')
  expect(await open()).toBe(2)
  expect((await matters())[0]?.dueOn).toBe('2026-03-31')
  await choose({ 'reporting.quarterly': { opensDays: -2 } })
  on('2026-03-29')
  expect(await open()).toBe(0)
  expect(await matters()).toHaveLength(2)
})

test('one that is switched off opens nothing, and nothing afterwards for the time it was off', async () => {
  await choose({ 'reporting.quarterly': {} })
  on('2026-03-26')
  await open()
  await choose({})
  on('2026-06-30')
  expect(await open()).toBe(0)
  await choose({ 'reporting.quarterly': { since: '2026-07-01' } })
  on('2026-07-01')
  expect(await open()).toBe(0)
})

test('one unit that cannot have it keeps it from no other', async () => {
  await choose({ 'reporting.quarterly': {} })
  await county.database.owner.query(
    `insert into units (tenant, id, parent_id, path, kind, name) values ('qinglan', 'odd', 'qinglan', '/qinglan/odd/', 'township', '{"zh":"怪镇","en":"Odd"}')`,
  )
  await county.database.owner.query(`alter table matters add constraint no_odd check (unit_id <> 'odd')`)
  county.deps.rulebooks.forget(TEST_TENANT)
  on('2026-03-26')
  await expect(open()).rejects.toThrow('odd')
  expect(await matters()).toHaveLength(2)
  await county.database.owner.query('alter table matters drop constraint no_odd')
  county.setNow('2026-03-26T01:06:00.000Z')
  expect(await open()).toBe(1)
})

test('an office may name the units that get one', async () => {
  await choose({ 'reporting.quarterly': { only: ['safety'] } })
  on('2026-03-26')
  expect(await open()).toBe(1)
  expect((await matters())[0]?.unit).toBe('safety')
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficeSettings } from '../../domain/unit/office-settings.ts'
import { withOverrides } from '../../engine/time/calendar.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { runJobs } from '../../workers/run-jobs.ts'
import { databaseFor } from '../connection/connect.ts'
import { listEvents } from '../read/get-matter.ts'
import { verifyTenant } from '../verify/verify-tenant.ts'
import { handleCommand } from '../write/handle.ts'
import { applyRecount, askRecount, recountsNow } from './apply-recount.ts'
import { previewRecount } from './preview-recount.ts'

let county: TestCounty
const ids: string[] = []

beforeAll(async () => {
  county = await testCounty()
  // Five working days from Monday 2 March 2026 end on 9 March.
  county.setNow('2026-03-02T01:00:00.000Z')
  for (const title of ['第一件', '第二件', '第三件']) {
    const form = { title }
    const { matter } = await handleCommand(county.deps, {
      actor: actorOf('clerk'),
      command: { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form },
    })
    ids.push(matter.id)
  }
})
afterAll(() => county?.dispose())

const holiday = { date: '2026-03-05', off: true, name: '县庆', source: '县政府通知' }
const setDays = async (days: OfficeSettings['calendarDays']) => {
  await county.database.owner.query(
    `update tenants set settings = settings || jsonb_build_object('calendarDays', $2::jsonb) where tenant = $1`,
    [TEST_TENANT, JSON.stringify(days)],
  )
  county.deps.rulebooks.forget(TEST_TENANT)
}
const verify = () => verifyTenant(county.deps, TEST_TENANT, () => {})
const dueDays = async () =>
  (
    await county.database.owner.query(
      `select to_char(due_on, 'YYYY-MM-DD') as due from deadlines where matter_id = any($1::uuid[]) order by matter_id`,
      [ids],
    )
  ).rows.map(({ due }) => due)

describe('days of the office’s own', () => {
  test('are shown first: which matters would change, from what to what; nothing changes by that', async () => {
    const preview = await previewRecount(county.deps, TEST_TENANT, withOverrides(chinaCalendar, [holiday]))
    expect(preview.matters).toBe(3)
    expect(preview.first[0]).toMatchObject({
      procedure: 'tiny',
      clocks: [{ deadline: 'handle', from: { dueOn: '2026-03-09' }, to: { dueOn: '2026-03-10' } }],
    })
    expect(JSON.stringify(preview)).not.toContain('第一件')
    expect(await dueDays()).toEqual(['2026-03-09', '2026-03-09', '2026-03-09'])
  })

  test('leave what is stored and what is derived apart until they are applied, and the check of records says so', async () => {
    await setDays([holiday])
    expect(await verify()).toMatchObject({
      broken: 3,
      examples: [{ fault: { rule: 'calendar-differs', at: 'handle#1' } }, {}, {}],
    })
  })

  test('are applied by the workers, an event a matter, once; a run that was interrupted goes on', async () => {
    // As a server that died after the first matter.
    const broken = { ...county.deps, now: () => '2026-03-03T01:00:00.000Z' }
    const [first = ''] = ids
    await handleCommand(broken, {
      actor: { ...actorOf('clerk'), roles: ['system'], unitPath: '/' },
      matterId: first,
      command: { type: 'RecountDeadlines' },
    })
    await askRecount(county.deps, TEST_TENANT, county.deps.now())
    expect(await recountsNow(county.deps, TEST_TENANT)).toBe(true)
    county.setNow('2026-03-03T02:00:00.000Z')
    expect(await runJobs(county.deps, TEST_TENANT)).toMatchObject({ done: 1, failures: [] })
    expect(await recountsNow(county.deps, TEST_TENANT)).toBe(false)
    expect(await dueDays()).toEqual(['2026-03-10', '2026-03-10', '2026-03-10'])
    expect(await verify()).toMatchObject({ broken: 0 })
    const events = await listEvents(databaseFor(county.deps.pool, TEST_TENANT), TEST_TENANT, first)
    expect(events.map(({ type }) => type)).toEqual(['MatterOpened', 'ClocksRecounted'])
  })

  test('that are taken back move the days back', async () => {
    await setDays([])
    expect(await applyRecount(county.deps, TEST_TENANT)).toEqual({ changed: 3, failures: [] })
    expect(await dueDays()).toEqual(['2026-03-09', '2026-03-09', '2026-03-09'])
    expect(await verify()).toMatchObject({ broken: 0 })
  })
})

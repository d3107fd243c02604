import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nightFindings } from '../../cli/doctor/checks/nights.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { withTenant } from '../../storage/connection/connect.ts'
import { readMark } from '../../storage/warnings/marks.ts'
import { missedNights } from '../../storage/warnings/nights.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { plantCounts } from '../../testing/warnings/plant-counts.ts'
import { BURST, quietYears } from '../../testing/warnings/quiet-years.ts'
import { warnTenant } from './warn-tenant.ts'

/** Weeks of nights are judged here, on a machine that may be busy. */
const SLOWEST_MS = 240_000

let county: TestCounty
beforeEach(async () => {
  county = await testCounty(PROCEDURES)
})
afterEach(() => county?.dispose())

const morningOf = (day: string) => county.setNow(`${day}T00:30:00.000Z`)
const warn = () => warnTenant(county.deps, TEST_TENANT, { threads: 0 })
const within = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(county.deps.pool, TEST_TENANT, work)
const missedUntil = (day: string) => within((client) => missedNights(client, TEST_TENANT, day))
const judgedUntil = async () => (await within((client) => readMark(client, TEST_TENANT)))?.judgedUntil
const warnings = async () =>
  (
    await county.database.owner.query(
      `select matter -> 'fields' ->> 'series' as series, matter -> 'fields' ->> 'since' as since, matter -> 'fields' ->> 'asOf' as "asOf",
         matter -> 'fields' ->> 'words' as words from matters where procedure = 'warning' order by opened_at, id`,
    )
  ).rows

test('an office of which no night was judged yet has missed none', async () => {
  expect(await missedUntil('2026-05-13')).toEqual([])
})

describe('a server that was off for nights', () => {
  test(
    'judges them when it is on again: a burst of days ago is raised once, with its own days, and as judged late',
    async () => {
      await plantCounts(county.database.owner, [...quietYears('2025-01-01', '2026-05-13'), ...BURST])
      morningOf('2026-05-04')
      await warn()
      expect(await warnings()).toEqual([])
      // The burst ended on the sixth; the week of the thirteenth no longer holds it.
      morningOf('2026-05-14')
      expect(await warn()).toBeGreaterThan(0)
      const found = await warnings()
      expect(found).toMatchObject([{ series: expect.stringContaining(':report/facility:') }])
      expect(found[0]?.since >= '2026-05-01' && found[0]?.asOf <= '2026-05-08').toBe(true)
      expect(found[0]?.words).toContain('是2026-05-14补判的')
      expect(await judgedUntil()).toBe('2026-05-13')
      expect(await missedUntil('2026-05-13')).toEqual([
        { from: '2026-05-04', to: '2026-05-11', judgedOn: '2026-05-14' },
      ])
      expect(await warn()).toBe(0)
      expect(await warnings()).toEqual(found)
    },
    SLOWEST_MS,
  )

  test(
    'for longer than a fortnight, says which nights nobody judged, and judges the last fourteen',
    async () => {
      await plantCounts(county.database.owner, quietYears('2026-01-01', '2026-04-30'))
      morningOf('2026-04-02')
      await warn()
      morningOf('2026-05-01')
      await warn()
      expect(await missedUntil('2026-04-30')).toEqual([
        { from: '2026-04-02', to: '2026-04-16' },
        { from: '2026-04-17', to: '2026-04-28', judgedOn: '2026-05-01' },
      ])
      expect(await nightFindings(county.database.owner, county.deps.now())).toMatchObject([
        { state: 'warn', says: { en: expect.stringContaining(`${TEST_TENANT} 15`) } },
      ])
    },
    SLOWEST_MS,
  )
})

test(
  'a clock that ran ahead once leaves no night unjudged: the worker goes back to the last night that is really over',
  async () => {
    await plantCounts(county.database.owner, [...quietYears('2025-01-01', '2026-05-06'), ...BURST])
    morningOf('2026-05-04')
    await warn()
    morningOf('2027-01-10')
    await warn()
    expect(await judgedUntil()).toBe('2027-01-09')
    morningOf('2026-05-07')
    expect(await nightFindings(county.database.owner, county.deps.now())).toMatchObject([
      { state: 'bad', says: { zh: expect.stringContaining('2027-01-09') } },
      { state: 'warn', says: { zh: expect.stringContaining(`${TEST_TENANT} 3`) } },
    ])
    expect(await warn()).toBeGreaterThan(0)
    expect(await nightFindings(county.database.owner, county.deps.now())).toMatchObject([{ state: 'good' }])
    expect(await judgedUntil()).toBe('2026-05-06')
    expect(await warnings()).toMatchObject([
      { asOf: '2026-05-06', series: expect.stringContaining(':report/facility:') },
    ])
    // Not missed: what was judged ahead of the time was not seen by anyone.
    expect(await missedUntil('2026-05-06')).toEqual([{ from: '2026-05-04', to: '2026-05-04', judgedOn: '2026-05-07' }])
    expect(await warn()).toBe(0)
  },
  SLOWEST_MS,
)

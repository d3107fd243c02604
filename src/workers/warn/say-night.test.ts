import { afterEach, beforeEach, expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { plantCounts } from '../../testing/warnings/plant-counts.ts'
import { BURST, quietYears } from '../../testing/warnings/quiet-years.ts'
import { nightOf } from './say-night.ts'
import { warnTenant } from './warn-tenant.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty(PROCEDURES)
})
afterEach(() => county?.dispose())

test('the matters of a tenant are judged as the worker judges them, before it did and after, and nothing is written', async () => {
  await plantCounts(county.database.owner, [...quietYears('2025-01-01', '2026-05-06'), ...BURST])
  county.setNow('2026-05-07T00:30:00.000Z')
  const written = async () =>
    (await county.database.owner.query("select id from matters where procedure = 'warning'")).rows.length
  const before = await nightOf(county.deps, TEST_TENANT, '2026-05-06', 0)
  expect(await written()).toBe(0)
  expect(before.bursts).toMatchObject([{ series: 'place:xiatang:report/facility:week', unit: 'xiatang' }])
  await warnTenant(county.deps, TEST_TENANT, { threads: 0 })
  const { rows } = await county.database.owner.query(
    `select (matter -> 'fields' ->> 'p')::float8 as p, (matter -> 'fields' ->> 'observed')::int as observed from matters where procedure = 'warning'`,
  )
  const [burst] = before.bursts
  expect(rows).toEqual([{ p: Number(burst?.p?.toPrecision(3)), observed: burst?.observed }])
  // What is kept of the past has seven digits.
  const after = await nightOf(county.deps, TEST_TENANT, '2026-05-06', 0)
  expect(after).toEqual({ ...before, threshold: expect.closeTo(before.threshold, 5) })
  expect((await nightOf(county.deps, TEST_TENANT, '2026-05-02', 0)).bursts).toEqual([])
})

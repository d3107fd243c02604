import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROCEDURES } from '../../../procedures/all.ts'
import { handleCommand } from '../../../storage/write/handle.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../../testing/people.ts'
import { type PlantedCount, plantCounts } from '../../../testing/warnings/plant-counts.ts'
import { CREEPING, HAMLETS, plantMap, quietHamlets, UNITS_AND_HAMLETS } from '../../../testing/warnings/plant-map.ts'
import { nightOf } from '../say-night.ts'
import { warnTenant } from '../warn-tenant.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty(PROCEDURES)
  await plantMap(county)
})
afterEach(() => county?.dispose())

const plant = (counts: readonly PlantedCount[]) =>
  plantCounts(county.database.owner, counts, { units: UNITS_AND_HAMLETS })
const nightAfter = async (day: string) => {
  county.setNow(`${day}T00:30:00.000Z`)
  return warnTenant(county.deps, TEST_TENANT, { threads: 0 })
}
const warnings = async () =>
  (
    await county.database.owner.query(
      `select id, state, unit_id as unit, category, title, matter -> 'fields' as fields, matter -> 'raised' as raised
       from matters where procedure = 'warning' order by opened_at, id`,
    )
  ).rows

describe('clusters in the night', () => {
  test('what creeps up in neighbouring places of two townships is one warning, with the county, naming the places', async () => {
    await plant([...quietHamlets('2024-05-01', '2026-05-07'), ...CREEPING])
    expect(await nightAfter('2026-05-08')).toBe(1)
    const [raised, ...more] = await warnings()
    expect(more).toEqual([])
    expect(raised).toMatchObject({ state: 'raised', unit: 'qinglan', category: 'cluster' })
    const ring = raised.fields.about.map(({ aboutUnit }: { aboutUnit: string }) => aboutUnit)
    const planted = new Set(CREEPING.map(({ placeUnitId }) => placeUnitId))
    expect(ring.filter((id: string) => planted.has(id)).length).toBeGreaterThanOrEqual(4)
    expect(ring.length).toBeLessThanOrEqual(10)
    expect(raised.fields).toMatchObject({ asOf: '2026-05-07', step: 'week' })
    expect(raised.fields.p).toBeLessThan(0.01)
    expect(raised.title).toContain('相邻一带：诉求（公共设施）')
    // Those it is about are asked for a statement at once.
    expect(JSON.stringify(raised.raised)).toContain('dongpu')
    // The next night, and the same one judged again, tell it no second time.
    expect(await nightAfter('2026-05-09')).toBe(0)
    await county.database.owner.query(`update warning_marks set judged_until = '2026-05-06'`)
    expect(await nightAfter('2026-05-08')).toBe(0)
    expect(await warnings()).toHaveLength(1)
    const { rows } = await county.database.owner.query('select points from warning_series where name = $1', [
      raised.fields.series,
    ])
    expect(rows[0]?.points.at(-1)).toMatchObject({ crossed: true })
    const dismissal = { verdict: 'notReal', cause: 'batch', dismissReason: '补录的' }
    await handleCommand(county.deps, {
      actor: actorOf('leader'),
      matterId: raised.id,
      command: { type: 'TakeStep', step: 'dismiss', form: dismissal },
    })
    expect(await nightAfter('2026-05-10')).toBe(0)
  })

  test('a quiet county has none, and the same night says the same each time', async () => {
    await plant(quietHamlets('2024-05-01', '2026-05-07'))
    county.setNow('2026-05-08T00:30:00.000Z')
    const once = await nightOf(county.deps, TEST_TENANT, '2026-05-07', 0)
    expect(once.bursts).toEqual([])
    await plant(CREEPING)
    const said = await nightOf(county.deps, TEST_TENANT, '2026-05-07', 0)
    expect(said.bursts).toMatchObject([{ unit: 'qinglan', to: '2026-05-07' }])
    expect(await nightOf(county.deps, TEST_TENANT, '2026-05-07', 0)).toEqual(said)
  })

  test('a burst of one place is told by its series, and no ring around it is raised beside it', async () => {
    const [hamlet] = HAMLETS.filter(({ column, row }) => column === 2 && row === 2)
    const burst = ['2026-05-05', '2026-05-06', '2026-05-07'].map((day) => ({
      day,
      kind: 'report',
      category: 'facility',
      unitId: 'dongpu',
      placeUnitId: hamlet?.id ?? '',
      n: 5,
    }))
    await plant([...quietHamlets('2024-05-01', '2026-05-07'), ...burst])
    expect(await nightAfter('2026-05-08')).toBe(1)
    expect(await warnings()).toMatchObject([{ category: 'place', unit: 'dongpu' }])
    expect(await nightAfter('2026-05-09')).toBe(0)
  })
})

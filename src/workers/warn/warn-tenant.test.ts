import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { plantCounts } from '../../testing/warnings/plant-counts.ts'
import { BURST, quietYears } from '../../testing/warnings/quiet-years.ts'
import { warnTenant } from './warn-tenant.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty(PROCEDURES)
})
afterEach(() => county?.dispose())

const morningOf = (day: string) => county.setNow(`${day}T00:30:00.000Z`)
const warn = () => warnTenant(county.deps, TEST_TENANT, { threads: 0 })
const warnings = async () =>
  (
    await county.database.owner.query(
      `select id, title, state, unit_id as unit, category, matter -> 'fields' ->> 'series' as series,
         matter -> 'fields' ->> 'observed' as observed from matters where procedure = 'warning' order by opened_at, id`,
    )
  ).rows

describe('the nightly judgement', () => {
  test('raises a burst the next morning where it is, once, and no holiday rush; the leader makes it a matter', async () => {
    await plantCounts(county.database.owner, [...quietYears('2023-05-01', '2026-05-06'), ...BURST])
    morningOf('2026-05-07')
    expect(await warn()).toBe(1)
    const [raised, ...more] = await warnings()
    expect(more).toEqual([])
    expect(raised).toMatchObject({
      state: 'raised',
      unit: 'dongpu',
      category: 'place',
      series: 'place:xiatang:report/facility:week',
    })
    expect(await warn()).toBe(0)
    const form = {
      becomes: 'task',
      matterTitle: '查下塘村供水',
      matterDescription: '三天九件，查管网。',
      matterUnit: 'dongpu',
      matterPlace: '下塘村',
      taskDueOn: '2026-05-15',
    }
    const command = { type: 'TakeStep', step: 'makeMatter', form } as const
    const { matter, children } = await handleCommand(county.deps, {
      actor: actorOf('leader'),
      matterId: raised.id,
      command,
    })
    expect(matter.state).toBe('followed')
    expect(children).toMatchObject([{ procedure: 'task' }])
  })

  test('goes on with one that lasts, raises again what is watched only for what came after, and leaves what was judged', async () => {
    await plantCounts(county.database.owner, [...quietYears('2025-01-01', '2026-05-20'), ...BURST])
    morningOf('2026-05-07')
    await warn()
    const [raised] = await warnings()
    const watch = { watchUntil: '2026-05-29', watchReason: '再看' }
    await handleCommand(county.deps, {
      actor: actorOf('leader'),
      matterId: raised.id,
      command: { type: 'TakeStep', step: 'watch', form: watch },
    })
    const burstAt = (day: string) =>
      plantCounts(
        county.database.owner,
        BURST.map((each) => ({ ...each, day })),
      )
    await burstAt('2026-05-07')
    morningOf('2026-05-08')
    expect(await warn()).toBe(0)
    await burstAt('2026-05-14')
    morningOf('2026-05-15')
    expect(await warn()).toBe(1)
    expect(await warnings()).toMatchObject([{ id: raised.id, state: 'raised' }])
    await burstAt('2026-05-15')
    morningOf('2026-05-16')
    expect(await warn()).toBe(1)
    const dismissal = { verdict: 'notReal', cause: 'batch', dismissReason: '补录的' }
    await handleCommand(county.deps, {
      actor: actorOf('leader'),
      matterId: raised.id,
      command: { type: 'TakeStep', step: 'dismiss', form: dismissal },
    })
    morningOf('2026-05-17')
    expect(await warn()).toBe(0)
    expect(await warnings()).toMatchObject([{ id: raised.id, state: 'notReal' }])
  })

  test('several servers at once, one that died halfway, and a night judged again raise each warning once', async () => {
    const elsewhere = BURST.map((each) => ({
      ...each,
      category: 'environment',
      unitId: 'yunxi',
      placeUnitId: 'beitang',
    }))
    await plantCounts(county.database.owner, [...quietYears('2025-01-01', '2026-05-06'), ...BURST, ...elsewhere])
    morningOf('2026-05-07')
    await Promise.all([warn(), warn(), warn()])
    const all = await warnings()
    expect(all.map(({ unit }) => unit).sort()).toEqual(['dongpu', 'yunxi'])
    // It died after the first: the second is not there, the night not ended, its lease not over.
    const [, lost] = all
    await county.database.owner.query('delete from matter_events where matter_id = $1', [lost.id])
    await county.database.owner.query('delete from matters where id = $1', [lost.id])
    await county.database.owner.query(
      `update warning_marks set judged_until = '2026-05-05', leased_until = '2026-05-07T00:40:00Z'`,
    )
    expect(await warn()).toBe(0)
    county.setNow('2026-05-07T00:41:00.000Z')
    await warn()
    expect((await warnings()).map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
  })

  test('a burst all over the county is one warning, not one for each village, township and unit', async () => {
    const villages = [
      ['dongpu', 'qingshi'],
      ['yunxi', 'beitang'],
    ] as const
    const everywhere = villages.flatMap(([unitId, placeUnitId]) =>
      BURST.map((each) => ({ ...each, unitId, placeUnitId })),
    )
    await plantCounts(county.database.owner, [...quietYears('2025-01-01', '2026-05-06'), ...BURST, ...everywhere])
    morningOf('2026-05-07')
    expect(await warn()).toBe(1)
    expect(await warnings()).toMatchObject([{ unit: 'qinglan', category: 'place' }])
  })

  test('a burst in a village that was merged meanwhile is told to the township it lay in, and holds up no night', async () => {
    await plantCounts(county.database.owner, [...quietYears('2025-01-01', '2026-05-06'), ...BURST])
    await county.database.owner.query(`update units set closed_at = '2026-05-06T08:00:00Z' where id = 'xiatang'`)
    county.deps.rulebooks.forget(TEST_TENANT)
    morningOf('2026-05-07')
    expect(await warn()).toBe(1)
    expect(await warnings()).toMatchObject([{ series: 'place:xiatang:report/facility:week', unit: 'qinglan' }])
    const { rows } = await county.database.owner.query('select judged_until as until from warning_marks')
    expect(rows).toEqual([{ until: '2026-05-06' }])
  })

  test('waits for the hour of the office, and an office without a budget is not judged', async () => {
    await plantCounts(county.database.owner, [...quietYears('2025-11-01', '2026-05-06'), ...BURST])
    const set = (settings: object) =>
      county.database.owner.query(`update tenants set settings = settings || $1`, [
        JSON.stringify({ warnings: settings }),
      ])
    await set({ perMonth: 0, hour: 5 })
    morningOf('2026-05-07')
    expect(await warn()).toBe(0)
    await set({ perMonth: 2, hour: 9 })
    // The night before last, of which the burst was two thirds, is judged; the last not before nine.
    await warn()
    const { rows } = await county.database.owner.query('select judged_until as until from warning_marks')
    expect(rows).toEqual([{ until: '2026-05-05' }])
  })
})

import { addDays } from '../../domain/time/time.ts'
import { poissonCount } from '../../statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../statistics/simulator/mrg32k3a.ts'
import type { TestCounty } from '../county.ts'
import { TEST_TENANT, UNITS } from '../people.ts'
import type { PlantedCount } from './plant-counts.ts'

/** Thirty hamlets on a crooked grid of six by five, the western half of one township and the eastern of the other. */
export const HAMLETS = Array.from({ length: 30 }, (_, at) => {
  const [column, row] = [at % 6, Math.floor(at / 6)]
  const township = column < 3 ? 'dongpu' : 'yunxi'
  const id = `hamlet-${column}-${row}`
  const [x, y] = [120 + column * 0.02 + ((at * 7) % 5) * 0.001, 28 + row * 0.02 + ((at * 3) % 7) * 0.001]
  return { id, township, path: `/qinglan/${township}/${id}/`, column, row, x, y }
})

export const UNITS_AND_HAMLETS = [...UNITS, ...HAMLETS]

/** Puts the hamlets and a map of them into the test county. */
export async function plantMap({ database: { owner } }: TestCounty): Promise<void> {
  for (const { id, township, path } of HAMLETS)
    await owner.query(
      `insert into units (tenant, id, parent_id, path, kind, name) values ($1, $2, $3, $4, 'village', $5)`,
      [TEST_TENANT, id, township, path, { zh: `${id}组`, en: id }],
    )
  const areas = HAMLETS.map(({ id, x, y }) => {
    const ring = [
      [x, y],
      [x + 0.02, y],
      [x + 0.02, y + 0.02],
      [x, y + 0.02],
      [x, y],
    ]
    return { unitId: id, polygons: [[ring]] }
  })
  await owner.query('insert into map_areas (tenant, version, file_name, areas, at) values ($1, 1, $2, $3, $4)', [
    TEST_TENANT,
    'hamlets.geojson',
    JSON.stringify(areas),
    '2026-01-01T00:00:00Z',
  ])
}

/** Quiet counts of two categories in every hamlet: about six a week in all. */
export function quietHamlets(from: string, until: string): PlantedCount[] {
  const uniform = mrg32k3a([6, 5, 4, 3, 2, 1])
  const counts: PlantedCount[] = []
  for (let day = from; day <= until; day = addDays(day, 1))
    for (const { id, township } of HAMLETS)
      for (const category of ['facility', 'traffic']) {
        const n = poissonCount(0.03, uniform())
        if (n > 0) counts.push({ day, kind: 'report', category, unitId: township, placeUnitId: id, n })
      }
  return counts
}

const BORDER = HAMLETS.filter(({ id }) =>
  ['hamlet-2-2', 'hamlet-3-2', 'hamlet-2-1', 'hamlet-3-1', 'hamlet-2-3'].includes(id),
)

/** One more a week for four weeks in five hamlets on both sides of the border: no single one, nor a township, stands out. */
export const CREEPING: PlantedCount[] = ['2026-04-10', '2026-04-17', '2026-04-24', '2026-05-01'].flatMap((day) =>
  BORDER.map(({ id, township }, at) => ({
    day: addDays(day, at),
    kind: 'report',
    category: 'facility',
    unitId: township,
    placeUnitId: id,
    n: 1,
  })),
)

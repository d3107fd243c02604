import { readFile } from 'node:fs/promises'
import type { PoolClient } from 'pg'
import type { MapArea, Polygon } from '../../domain/map/map-area.ts'
import type { Instant } from '../../domain/time/time.ts'

type Drawn = {
  readonly properties: { readonly unit: string; readonly population: number }
  readonly geometry: { readonly coordinates: Polygon }
}

const NAME = '清澜县.geojson'
const MAP = `insert into map_areas (tenant, version, file_name, areas, at) values ($1, 1, $2, $3, $4) on conflict do nothing`

/** Puts in where the invented townships and villages lie: drawn by hand and dice, after no place on earth. */
export async function plantMap(client: PoolClient, tenant: string, at: Instant): Promise<void> {
  const file = await readFile(new URL('./map.geojson', import.meta.url), 'utf8')
  const { features } = JSON.parse(file) as { readonly features: readonly Drawn[] }
  const areas = features.map(
    ({ properties, geometry }): MapArea => ({
      unitId: properties.unit,
      population: properties.population,
      polygons: [geometry.coordinates],
    }),
  )
  await client.query(MAP, [tenant, NAME, JSON.stringify(areas), at])
}

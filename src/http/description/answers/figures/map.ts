import { z } from 'zod'
import type { AreaReport, MapView } from '../../../../domain/map/map-area.ts'
import { instant } from '../common.ts'
import { described, optional } from '../described.ts'

const position = z.tuple([z.number(), z.number()])
const area = z.strictObject({
  unitId: z.string(),
  polygons: z.array(z.array(z.array(position))),
  population: optional(z.int()),
})

export const mapView = described<MapView>()(
  z
    .strictObject({
      mayChange: z.boolean(),
      map: optional(z.strictObject({ version: z.int(), fileName: z.string(), at: instant, areas: z.array(area) })),
    })
    .meta({ id: 'Map' }),
)

const areaRow = z.strictObject({
  row: z.int(),
  name: optional(z.string()),
  code: optional(z.string()),
  unitId: optional(z.string()),
  trouble: optional(z.enum(['unknown', 'several', 'taken'])),
  points: z.int(),
  crossings: z.int(),
  population: optional(z.int()),
})

export const sentMap = described<AreaReport & { readonly id: string; readonly name: string }>()(
  z
    .strictObject({ id: z.uuid(), name: z.string(), rows: z.array(areaRow), without: z.array(z.string()) })
    .meta({ id: 'SentMap' }),
)

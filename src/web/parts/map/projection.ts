import type { MapArea, Position } from '../../../domain/map/map-area.ts'

export type Point = readonly [x: number, y: number]
export type Project = (position: Position) => Point

/** A drawing of so many pixels, and where each position lies in it. */
export type Projection = { readonly width: number; readonly height: number; readonly project: Project }

/** A drawing is at most so much higher than wide, and at least so high: a ribbon is drawn in the middle. */
const HIGHEST = 1.15
const LOWEST = 0.45
const MARGIN = 6
/** A single point, should somebody send one, is drawn as if it were so wide, in degrees. */
const LEAST_EXTENT = 1e-4

/**
 * Degrees become pixels: north is up, and east to west is shortened by the cosine of the middle latitude, as it is on the ground. For a
 * county or a city nobody sees the difference to a better projection.
 */
export function projectionOf(areas: readonly Pick<MapArea, 'polygons'>[], width: number): Projection {
  const { west, east, south, north } = boundsOf(areas)
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max((east - west) * squeeze, LEAST_EXTENT)
  const down = Math.max(north - south, LEAST_EXTENT)
  const inside = width - 2 * MARGIN
  const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, down / across)) * inside) + 2 * MARGIN
  const scale = Math.min(inside / across, (height - 2 * MARGIN) / down)
  const left = (width - across * scale) / 2
  const top = (height - down * scale) / 2
  return {
    width,
    height,
    project: ([longitude, latitude]) => [left + (longitude - west) * squeeze * scale, top + (north - latitude) * scale],
  }
}

type Bounds = { readonly west: number; readonly east: number; readonly south: number; readonly north: number }

function boundsOf(areas: readonly Pick<MapArea, 'polygons'>[]): Bounds {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { polygons } of areas)
    for (const [outer = []] of polygons)
      for (const [longitude, latitude] of outer) {
        west = Math.min(west, longitude)
        east = Math.max(east, longitude)
        south = Math.min(south, latitude)
        north = Math.max(north, latitude)
      }
  return west <= east ? { west, east, south, north } : { west: 0, east: 0, south: 0, north: 0 }
}

import type { MapArea } from '../../../domain/map/map-area.ts'
import { labelPoint } from './label-point.ts'
import type { Projection } from './projection.ts'

/** Room around the middles of the outer places, in pixels. */
const [LEAST_ROOM, MOST_ROOM] = [10, 28]

/** A circle around neighbouring places that stand out together. */
export function ClusterCircle({ areas, projection }: { areas: readonly MapArea[]; projection: Projection }) {
  const points = areas.map(({ polygons }) => labelPoint(polygons, projection.project))
  const mean = (axis: 0 | 1) => points.reduce((sum, { at }) => sum + at[axis], 0) / Math.max(points.length, 1)
  const [x, y] = [mean(0), mean(1)]
  const reach = points.map(
    ({ at, room }) => Math.hypot(at[0] - x, at[1] - y) + Math.max(LEAST_ROOM, Math.min(room, MOST_ROOM)),
  )
  return <circle cx={x} cy={y} r={Math.max(...reach, LEAST_ROOM)} className="map-ring is-cluster" />
}

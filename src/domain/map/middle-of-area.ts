import type { MapArea, Polygon, Position } from './map-area.ts'

/** Kilometres of a degree of latitude. */
const KM_A_DEGREE = 111.2

/** Middles of areas in kilometres on a plane, near enough for neighbours within a county or a city. */
export function middlesOf(areas: readonly MapArea[]): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const middles = areas.map(({ unitId, polygons }) => [unitId, middleOf(polygons)] as const)
  const known = middles.filter((each): each is readonly [string, Position] => each[1] !== undefined)
  const latitude = known.reduce((sum, [, [, y]]) => sum + y, 0) / Math.max(known.length, 1)
  const across = KM_A_DEGREE * Math.cos((latitude * Math.PI) / 180)
  return new Map(known.map(([unitId, [x, y]]) => [unitId, { x: x * across, y: y * KM_A_DEGREE }]))
}

/** The centre of gravity of the outer lines, in degrees. */
function middleOf(polygons: readonly Polygon[]): Position | undefined {
  let [area, x, y] = [0, 0, 0]
  for (const [ring] of polygons) {
    const [first] = ring ?? []
    if (!ring || !first) continue
    // From the first corner, so that the products do not lose their last digits to the degrees.
    let [own, ownX, ownY] = [0, 0, 0]
    for (const [at, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(at + 1) % ring.length] ?? first
      const [px, py, qx, qy] = [ax - first[0], ay - first[1], bx - first[0], by - first[1]]
      const cross = px * qy - qx * py
      own += cross
      ownX += (px + qx) * cross
      ownY += (py + qy) * cross
    }
    // Outer lines may run either way round.
    const sign = Math.sign(own)
    area += sign * own
    x += sign * (ownX / 3 + own * first[0])
    y += sign * (ownY / 3 + own * first[1])
  }
  return area > 0 ? [x / area, y / area] : undefined
}

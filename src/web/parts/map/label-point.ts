import type { Polygon } from '../../../domain/map/map-area.ts'
import { corners } from './outline.ts'
import type { Point, Project } from './projection.ts'

/** Where a name is written in an area, and how far it is from there to the nearest edge, in pixels. */
export type LabelPoint = { readonly at: Point; readonly room: number }

const GRID = 14
const ROUNDS = 4

/**
 * The place in an area that is farthest from its edges, about: a grid of points, then a finer one around the best, four times. The middle
 * of gravity lies outside where an area is bent around another.
 */
export function labelPoint(polygons: readonly Polygon[], project: Project): LabelPoint {
  const lines = largestOf(polygons.map((rings) => rings.map((ring) => corners(ring, project))))
  const [outer = []] = lines
  const [first = [0, 0] as Point] = outer
  let [left, right, top, bottom] = [first[0], first[0], first[1], first[1]]
  for (const [x, y] of outer) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  let best: LabelPoint = { at: [(left + right) / 2, (top + bottom) / 2], room: -Infinity }
  let reach: Point = [(right - left) / 2, (bottom - top) / 2]
  for (let round = 0; round < ROUNDS; round += 1) {
    best = bestAround(best, reach, lines)
    reach = [reach[0] / (GRID / 2), reach[1] / (GRID / 2)]
  }
  return best
}

function bestAround(middle: LabelPoint, [wide, high]: Point, lines: readonly (readonly Point[])[]): LabelPoint {
  let best = middle
  for (let i = 0; i <= GRID; i += 1)
    for (let j = 0; j <= GRID; j += 1) {
      const at: Point = [middle.at[0] + wide * ((2 * i) / GRID - 1), middle.at[1] + high * ((2 * j) / GRID - 1)]
      const room = roomAt(at, lines)
      if (room > best.room) best = { at, room }
    }
  return best
}

/** The polygon with the largest box. */
function largestOf(polygons: readonly (readonly (readonly Point[])[])[]): readonly (readonly Point[])[] {
  const size = ([outer = []]: readonly (readonly Point[])[]) => {
    let area = 0
    for (const [at, [x, y]] of outer.entries()) {
      const [nextX, nextY] = outer[(at + 1) % outer.length] ?? [x, y]
      area += x * nextY - nextX * y
    }
    return Math.abs(area)
  }
  let largest = polygons[0] ?? []
  for (const polygon of polygons) if (size(polygon) > size(largest)) largest = polygon
  return largest
}

/** Distance to the nearest edge, negative outside. */
function roomAt([x, y]: Point, lines: readonly (readonly Point[])[]): number {
  let inside = false
  let nearest = Infinity
  for (const line of lines)
    for (const [at, a] of line.entries()) {
      const b = line[(at + 1) % line.length] ?? a
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
      nearest = Math.min(nearest, squaredDistance([x, y], a, b))
    }
  return (inside ? 1 : -1) * Math.sqrt(nearest)
}

function squaredDistance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2
}

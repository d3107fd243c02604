import type { Polygon, Ring } from '../../../domain/map/map-area.ts'
import type { Point, Project } from './projection.ts'

/** The `d` of an SVG path around these polygons, holes left out by `fill-rule: evenodd`. */
export const outlineOf = (polygons: readonly Polygon[], project: Project): string =>
  polygons.flatMap((rings) => rings.map((ring) => closedLine(corners(ring, project)))).join('')

/** Corners of a line as drawn: to a tenth of a pixel, those that fall on the one before left out. Neighbours stay on one line. */
export function corners(ring: Ring, project: Project): Point[] {
  const points: Point[] = []
  for (const position of ring) {
    const [x, y] = project(position)
    const point: Point = [tenth(x), tenth(y)]
    const before = points[points.length - 1]
    if (!before || before[0] !== point[0] || before[1] !== point[1]) points.push(point)
  }
  return points
}

const tenth = (value: number) => Math.round(value * 10) / 10

const closedLine = (points: readonly Point[]) =>
  points.length < 3 ? '' : `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`

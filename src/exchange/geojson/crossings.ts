import type { Position, Ring } from '../../domain/map/map-area.ts'

type Segment = {
  readonly at: number
  readonly a: Position
  readonly b: Position
  readonly low: number
  readonly high: number
}

/** Pairs of segments that one file may have compared: a file that is a map has a few hundred thousand. */
export type Comparisons = { left: number }

/**
 * How often a closed line crosses itself; touching is no crossing. Only segments that lie over one another from west to east are
 * compared, so that an outline of thousands of points costs some tens of thousands of comparisons.
 * @returns undefined when the comparisons were used up: no outline of a place is as tangled as that
 */
export function crossingsOf(ring: Ring, comparisons: Comparisons): number | undefined {
  const segments = segmentsOf(ring).sort((one, other) => one.low - other.low)
  let crossings = 0
  for (const [index, one] of segments.entries()) {
    for (let next = index + 1; next < segments.length; next += 1) {
      const other = segments[next]
      if (!other || other.low > one.high) break
      comparisons.left -= 1
      if (comparisons.left < 0) return undefined
      if (cross(one, other)) crossings += 1
    }
  }
  return crossings
}

const segmentsOf = (ring: Ring): Segment[] =>
  ring.slice(1).flatMap((b, at) => {
    const a = ring[at]
    return a && (a[0] !== b[0] || a[1] !== b[1])
      ? [{ at, a, b, low: Math.min(a[0], b[0]), high: Math.max(a[0], b[0]) }]
      : []
  })

/** Each has its ends on both sides of the other. */
const cross = (one: Segment, other: Segment): boolean =>
  side(one, other.a) * side(one, other.b) < 0 && side(other, one.a) * side(other, one.b) < 0

const side = ({ a, b }: Segment, [x, y]: Position): number =>
  Math.sign((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]))

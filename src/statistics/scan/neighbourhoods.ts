import type { Place } from './zones.ts'

/** Of each place the nearest ones, itself first, in one row; and whether a ring may end with one of them. */
export type Neighbourhoods = {
  readonly places: number
  /** Places in a row. */
  readonly most: number
  readonly near: Int32Array
  /** 0 where a ring that ends here would part two places at the same distance, or hold one place alone. */
  readonly ends: Uint8Array
}

/** Distances this near each other, relatively, are equal: coordinates are decimals. */
const SAME = 1e-9

/** The rings that are looked at: around each place with its nearest ones, `most` of them together at the most. */
export function neighbourhoods(places: readonly Place[], most: number): Neighbourhoods {
  const row = Math.min(most, places.length)
  const near = new Int32Array(places.length * row)
  const ends = new Uint8Array(places.length * row)
  for (const [at, centre] of places.entries()) {
    const sorted = places
      .map((place, unit) => ({ unit, square: (place.x - centre.x) ** 2 + (place.y - centre.y) ** 2 }))
      // The place itself first, even where another lies just there.
      .sort((a, b) => a.square - b.square || Number(b.unit === at) - Number(a.unit === at) || a.unit - b.unit)
    for (let size = 0; size < row; size++) {
      const { unit, square } = sorted[size]!
      const next = sorted[size + 1]?.square ?? Number.POSITIVE_INFINITY
      near[at * row + size] = unit
      ends[at * row + size] = size > 0 && next > square * (1 + SAME) ? 1 : 0
    }
  }
  return { places: places.length, most: row, near, ends }
}

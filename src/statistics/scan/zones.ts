/** Where a unit lies, on a plane; any unit of length. */
export type Place = { readonly x: number; readonly y: number }

/** Distances and shares this near each other, relatively, are equal: coordinates and expected cases are decimals. */
const SAME = 1e-9

/**
 * Circular zones of units for a scan: for each unit its neighbours by distance, growing while the zone's share of all
 * expected cases is at most `maxShare`. A zone that would part two units at the same distance is none; each zone
 * appears once. Zones hold the units' places in the list, ascending.
 */
export function circularZones(
  places: readonly Place[],
  expected: readonly number[],
  maxShare: number,
): readonly (readonly number[])[] {
  const total = expected.reduce((sum, cases) => sum + cases, 0)
  const zones = new Map<string, number[]>()
  for (const centre of places) {
    const neighbours = places
      .map((place, unit) => ({ unit, square: (place.x - centre.x) ** 2 + (place.y - centre.y) ** 2 }))
      .sort((a, b) => a.square - b.square || a.unit - b.unit)
    let inside = 0
    for (let size = 1; size <= neighbours.length; size++) {
      const last = neighbours[size - 1]!
      inside += expected[last.unit]!
      if (inside / total > maxShare * (1 + SAME)) break
      if ((neighbours[size]?.square ?? Number.POSITIVE_INFINITY) <= last.square * (1 + SAME)) continue
      const zone = neighbours
        .slice(0, size)
        .map(({ unit }) => unit)
        .sort((a, b) => a - b)
      const key = zone.join()
      if (!zones.has(key)) zones.set(key, zone)
    }
  }
  return [...zones.values()]
}

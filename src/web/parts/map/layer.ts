import type { MapArea } from '../../../domain/map/map-area.ts'
import type { Directory } from '../../../domain/unit/unit.ts'

/** What is drawn: areas beside one another, and the unit they all lie in, where that is one that has an area. */
export type Layer = { readonly inside?: string; readonly areas: readonly MapArea[] }

/**
 * The areas just below a unit, in the order of the administration; of the whole office those on top. One alone is entered, so that nobody
 * looks at a county without its townships. A unit without areas below it is drawn beside its sisters.
 */
export function layerOf(areas: readonly MapArea[], directory: Directory, unitId: string | undefined): Layer {
  const known = areas.filter((area) => directory.units[area.unitId])
  const byUnit = new Map(known.map((area) => [area.unitId, area]))
  const above = new Map(known.map((area) => [area.unitId, areaAbove(directory, area.unitId, byUnit)]))
  const order = new Map(Object.keys(directory.units).map((id, at) => [id, at]))
  const below = (id: string | undefined) =>
    known
      .filter((area) => above.get(area.unitId) === id)
      .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0))
  let inside = unitId !== undefined && byUnit.has(unitId) ? unitId : undefined
  if (inside !== undefined && below(inside).length === 0) inside = above.get(inside)
  let drawn = below(inside)
  for (let only = drawn.length === 1 ? drawn[0] : undefined; only; only = drawn.length === 1 ? drawn[0] : undefined) {
    const inner = below(only.unitId)
    if (inner.length === 0) break
    inside = only.unitId
    drawn = inner
  }
  return inside === undefined ? { areas: drawn } : { inside, areas: drawn }
}

/** The nearest unit above that has an area. */
function areaAbove({ units }: Directory, unitId: string, has: ReadonlyMap<string, unknown>): string | undefined {
  for (let id = units[unitId]?.parentId; id !== undefined; id = units[id]?.parentId) if (has.has(id)) return id
  return undefined
}

/** Figures of units added up to the areas that are drawn; what lies in none of them stays by unit. */
export type AddedUp = { readonly inAreas: ReadonlyMap<string, number>; readonly elsewhere: ReadonlyMap<string, number> }

/** Adds counts by unit up to the areas around them. A unit that is not known any more stays by itself. */
export function addUp(
  counts: readonly (readonly [unitId: string, count: number])[],
  areas: readonly MapArea[],
  { units, closedPaths }: Directory,
): AddedUp {
  const drawn = new Set(areas.map(({ unitId }) => unitId))
  const inAreas = new Map<string, number>()
  const elsewhere = new Map<string, number>()
  for (const [unitId, count] of counts) {
    const path = units[unitId]?.path ?? closedPaths?.[unitId] ?? ''
    const area = path.split('/').find((id) => drawn.has(id))
    const sums = area === undefined ? elsewhere : inAreas
    sums.set(area ?? unitId, (sums.get(area ?? unitId) ?? 0) + count)
  }
  return { inAreas, elsewhere }
}

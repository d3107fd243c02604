import type { Unit, UnitKind } from '../unit/unit.ts'

/** A place has people to warn; an office warns those of the place that it works for. */
const PLACES: readonly UnitKind[] = ['province', 'city', 'county', 'township', 'village']

/** The areas that a unit may warn: its own place and those in it. Nobody warns the people of another town, or of the whole county. */
export function areasOf(units: Readonly<Record<string, Unit>>, unitId: string): (id: string) => boolean {
  const own = units[unitId]
  const place = own && !PLACES.includes(own.kind) && own.parentId ? units[own.parentId] : own
  return (id) => place !== undefined && Object.hasOwn(units, id) && (units[id]?.path.startsWith(place.path) ?? false)
}

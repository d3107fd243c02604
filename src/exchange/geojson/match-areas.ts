import type { AreaReport, AreaRow, AreaTrouble, MapArea } from '../../domain/map/map-area.ts'
import { present } from '../../domain/present.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { unitOf } from '../mapping/unit-names.ts'
import type { Shape } from './read-shapes.ts'

export type MatchedAreas = { readonly areas: readonly MapArea[]; readonly report: AreaReport }

/**
 * Which unit each shape is the area of: by the id of the unit, else by its name, or by the names from above down to it. What
 * stands for no unit is told and left out: the map of an office shows nothing that has no matters.
 */
export function matchAreas(shapes: readonly Shape[], directory: Directory): MatchedAreas {
  const taken = new Set<string>()
  const areas: MapArea[] = []
  const rows = shapes.map((shape, at): AreaRow => {
    const { polygons, points, crossings, name, code, population } = shape
    const found = unitNamed(shape, directory)
    const trouble: AreaTrouble | undefined =
      found.unitId !== undefined && taken.has(found.unitId) ? 'taken' : found.trouble
    const unitId = trouble ? undefined : found.unitId
    if (unitId !== undefined) {
      taken.add(unitId)
      areas.push({ unitId, polygons, ...present({ population }) })
    }
    return { row: at + 1, points, crossings, ...present({ name, code, population, unitId, trouble }) }
  })
  return { areas, report: { rows, without: unitsWithout(taken, directory) } }
}

function unitNamed({ name, code, parent }: Shape, directory: Directory): { unitId?: string; trouble?: AreaTrouble } {
  if (code !== undefined && Object.hasOwn(directory.units, code)) return { unitId: code }
  if (name === undefined) return { trouble: 'unknown' }
  const full = parent === undefined ? name : `${parent}/${name}`
  const found = unitOf('{name}', { name: full }, directory)
  if (found.several) return { trouble: 'several' }
  return found.unitId === undefined ? { trouble: 'unknown' } : { unitId: found.unitId }
}

/** Units that have a brother or sister of their own kind on the map, and are not on it themselves. */
function unitsWithout(taken: ReadonlySet<string>, { units }: Directory): string[] {
  const all = Object.values(units)
  const shown = new Set(all.filter(({ id }) => taken.has(id)).map(({ parentId, kind }) => `${parentId ?? ''} ${kind}`))
  return all
    .filter(({ id, parentId, kind }) => !taken.has(id) && shown.has(`${parentId ?? ''} ${kind}`))
    .map(({ id }) => id)
}

import type { Actor } from '../../../domain/matter/actor.ts'
import type { Directory, Unit } from '../../../domain/unit/unit.ts'

/**
 * The units whose units below a reader may want to hold beside each other, in the order of the administration: those above the own one,
 * for its place among its siblings; the own one; and those below it that have units themselves.
 */
export function comparedUnits(
  { units }: Pick<Directory, 'units'>,
  { unitId, unitPath }: Pick<Actor, 'unitId' | 'unitPath'>,
): { readonly unit: Unit; readonly depth: number }[] {
  const all = Object.values(units)
  const parents = new Set(all.map(({ parentId }) => parentId))
  const fits = ({ id, path }: Unit) =>
    id === unitId || (parents.has(id) && (path.startsWith(unitPath) || unitPath.startsWith(path)))
  const depthOf = ({ path }: Unit) => path.split('/').length - 3
  return all.filter(fits).map((unit) => ({ unit, depth: Math.max(0, depthOf(unit)) }))
}

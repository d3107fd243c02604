import type { Directory } from '../../../domain/unit/unit.ts'
import type { Layer } from '../../parts/map/layer.ts'

/** Where there is no map: the units just below one, without anything to draw. */
export function unitsBeside({ units }: Directory, unitId: string | undefined): Layer {
  const all = Object.values(units)
  const top = (unitId !== undefined && units[unitId]) || all.find(({ parentId }) => parentId === undefined)
  const below = all.filter(({ parentId }) => parentId === top?.id)
  const areas = below.map(({ id }) => ({ unitId: id, polygons: [] }))
  return top ? { inside: top.id, areas } : { areas }
}

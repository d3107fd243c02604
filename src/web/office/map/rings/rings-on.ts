import type { MapArea } from '../../../../domain/map/map-area.ts'
import type { Directory } from '../../../../domain/unit/unit.ts'
import type { WarningCard } from '../../../../domain/warnings/warning-view.ts'

/** A cluster that is not over, as the areas that are drawn now show it. */
export type RingOnMap = {
  readonly card: WarningCard
  /** The drawn areas that its places lie in. */
  readonly drawn: readonly string[]
  /** Its places, where all of them lie within what is drawn: a circle goes around them. */
  readonly circle?: readonly MapArea[]
}

/** The clusters of warnings that touch what is drawn. */
export function ringsOn(
  cards: readonly WarningCard[],
  { drawn, all }: { readonly drawn: readonly MapArea[]; readonly all: readonly MapArea[] },
  { units }: Directory,
): RingOnMap[] {
  const ids = new Set(drawn.map(({ unitId }) => unitId))
  const byUnit = new Map(all.map((area) => [area.unitId, area]))
  return cards.flatMap((card): RingOnMap[] => {
    if (card.stage === 'done' || !card.ring) return []
    const around = card.ring.map((place) => units[place]?.path.split('/').find((id) => ids.has(id)))
    const touched = around.flatMap((id) => id ?? [])
    if (touched.length === 0) return []
    const places = card.ring.flatMap((place) => byUnit.get(place) ?? [])
    const isWhole = touched.length === card.ring.length && places.length === card.ring.length
    return [{ card, drawn: [...new Set(touched)], ...(isWhole ? { circle: places } : {}) }]
  })
}

/** Areas of places and of their nearest neighbours, for a small drawing: those that have no area below them. */
export function areasNear(
  ring: readonly string[],
  all: readonly MapArea[],
  { units }: Directory,
  most: number,
): readonly MapArea[] {
  const above = new Set(all.flatMap(({ unitId }) => (units[unitId]?.path ?? '').split('/').slice(0, -2)))
  const lowest = all.filter(({ unitId }) => !above.has(unitId) || ring.includes(unitId))
  const middle = meanOf(lowest.filter(({ unitId }) => ring.includes(unitId)).map(firstOf))
  const far = (area: MapArea) => Math.hypot(firstOf(area)[0] - middle[0], firstOf(area)[1] - middle[1])
  const isOne = ({ unitId }: MapArea) => (ring.includes(unitId) ? 0 : 1)
  return [...lowest].sort((a, b) => isOne(a) - isOne(b) || far(a) - far(b)).slice(0, Math.max(most, ring.length))
}

type Point = readonly [number, number]

/** The middle of the corners: near enough to say which areas are near. */
const firstOf = ({ polygons: [[ring = []] = []] }: MapArea): Point => meanOf(ring)

function meanOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1)
  return [points.reduce((sum, [x]) => sum + x, 0) / count, points.reduce((sum, [, y]) => sum + y, 0) / count]
}

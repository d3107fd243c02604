import type { MapArea } from '../../../domain/map/map-area.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { parseSeriesName } from '../../../domain/warnings/series-key.ts'
import type { WarningCard } from '../../../domain/warnings/warning-view.ts'

/** Warnings that are not over, by the area that is drawn around what they are about. */
export function warnedAreas(
  cards: readonly WarningCard[],
  areas: readonly MapArea[],
  { units }: Directory,
): ReadonlyMap<string, readonly WarningCard[]> {
  const drawn = new Set(areas.map(({ unitId }) => unitId))
  const warned = new Map<string, WarningCard[]>()
  for (const card of cards) {
    const series = parseSeriesName(card.key)
    const isUnit = card.subject === 'unit' || card.subject === 'place'
    const about = (isUnit ? series?.of : card.placeUnitId) ?? card.unitId
    const area = units[about]?.path.split('/').find((id) => drawn.has(id))
    // What lies in several places has a ring and a card of its own.
    if (card.stage === 'done' || card.ring || area === undefined) continue
    const there = warned.get(area)
    if (there) there.push(card)
    else warned.set(area, [card])
  }
  return warned
}

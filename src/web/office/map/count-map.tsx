import { Link } from '@tanstack/react-router'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import type { Layer } from '../../parts/map/layer.ts'
import { MapDrawing } from '../../parts/map/map-drawing.tsx'
import { useIsPhone } from '../../parts/shell/use-is-phone.ts'
import { useMapWords } from '../../words/map/use-map-words.ts'
import { useWords } from '../../words/words.tsx'
import type { AreaFigure, AreaFigures } from './map-figures.ts'
import { MapLegend } from './map-legend.tsx'
import type { MapSearch } from './map-search.ts'
import type { RingOnMap } from './rings/rings-on.ts'
import { useRateText } from './use-rate-text.ts'

const WIDTH = { phone: 340, wide: 720 }

/** The drawing with its legend. An area is a link that chooses it. */
export function CountMap({
  layer,
  shown: { figures, classes },
  search,
  show,
  ringed,
  rings,
}: {
  layer: Layer
  shown: AreaFigures
  search: MapSearch
  show: 'count' | 'rate'
  /** Areas with a warning. */
  ringed: ReadonlySet<string>
  /** Clusters: a circle where all of their places are drawn, else a ring at each area. */
  rings: readonly RingOnMap[]
}) {
  const map = useMapWords()
  const { say, words } = useWords()
  const { directory } = useOffice()
  const rate = useRateText()
  const byUnit = new Map(figures.map((figure) => [figure.unitId, figure]))
  const textOf = (figure: AreaFigure) =>
    show === 'count' ? figure.count.toLocaleString('en') : figure.few ? '<5' : rate.value(figure)
  const isPhone = useIsPhone()
  const circled = rings.flatMap(({ circle }) => (circle ? [circle] : []))
  const inRing = new Set(rings.flatMap(({ drawn }) => drawn))
  const inPart = new Set(rings.flatMap(({ circle, drawn }) => (circle ? [] : drawn)))
  return (
    <figure className="card map-figure">
      <MapDrawing
        label={map.drawing}
        areas={layer.areas}
        circled={circled}
        width={isPhone ? WIDTH.phone : WIDTH.wide}
        lookOf={(unitId) => {
          const figure = byUnit.get(unitId) ?? { unitId, count: 0, few: false }
          const name = unitName(directory, unitId, say)
          return {
            name,
            text: textOf(figure),
            spoken: [
              map.spoken(name, map.matters(figure.count), rate.spoken(figure)),
              ringed.has(unitId) && map.ring,
              inRing.has(unitId) && map.rings.inRing,
            ]
              .filter(Boolean)
              .join(words.comma),
            ringed: ringed.has(unitId) || inPart.has(unitId),
            few: figure.few,
            chosen: search.area === unitId,
            ...(figure.tone === undefined ? {} : { tone: figure.tone }),
          }
        }}
        link={(unitId, { spoken, chosen }, body) => (
          <Link
            key={unitId}
            to="/map"
            search={{ ...search, area: unitId }}
            replace
            resetScroll={false}
            className="map-link"
            aria-label={spoken}
            {...(chosen ? { 'aria-current': 'true' as const } : {})}
          >
            <title>{spoken}</title>
            {body}
          </Link>
        )}
      />
      <MapLegend
        classes={classes}
        show={show}
        hasFew={figures.some(({ few }) => few)}
        hasRings={ringed.size + inPart.size > 0}
        hasCircles={circled.length > 0}
      />
    </figure>
  )
}

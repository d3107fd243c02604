import { Link } from '@tanstack/react-router'
import type { CountRequest } from '../../../domain/counts/count-request.ts'
import type { MapArea } from '../../../domain/map/map-area.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { CountedLink } from '../../parts/counted/counted-link.tsx'
import { layerOf } from '../../parts/map/layer.ts'
import { useMapWords } from '../../words/map/use-map-words.ts'
import { useWords } from '../../words/words.tsx'
import type { AreaFigure } from './map-figures.ts'
import type { MapSearch } from './map-search.ts'
import { useRateText } from './use-rate-text.ts'

/** The place that was chosen: its figures, the matters behind them, and the way down. */
export function AreaCard({
  figure,
  request,
  areas,
  search,
}: {
  figure: AreaFigure | undefined
  request: CountRequest | undefined
  areas: readonly MapArea[]
  search: MapSearch
}) {
  const map = useMapWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const rate = useRateText()
  if (!figure || !request) return <p className="card card-body muted no-print">{map.choose}</p>
  const { unitId, count, population } = figure
  const canEnter = layerOf(areas, directory, unitId).inside === unitId
  const { area: _, ...rest } = search
  return (
    <section className="card card-body map-chosen-card" aria-label={map.chosen}>
      <h2>{unitName(directory, unitId, say)}</h2>
      <p className="map-large">{map.matters(count)}</p>
      <p className="muted">{figure.rate ? rate.spoken(figure) : map.noPopulation}</p>
      {population !== undefined && (
        <p className="hint">
          {map.population} {population.toLocaleString('en')}
        </p>
      )}
      <p className="map-acts">
        {count > 0 && (
          <CountedLink request={request} className="button is-outline">
            {map.seeMatters(count)}
          </CountedLink>
        )}
        {canEnter && (
          <Link to="/map" search={{ ...rest, unit: unitId }} className="button">
            {map.enter}
          </Link>
        )}
      </p>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type CountRequest, requestOfCell } from '../../../domain/counts/count-request.ts'
import type { MapView } from '../../../domain/map/map-area.ts'
import type { Day } from '../../../domain/time/time.ts'
import { countsQuery } from '../../client/counts/counts-query.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { addUp, layerOf } from '../../parts/map/layer.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { longDay } from '../../words/dates.ts'
import { useMapWords } from '../../words/map/use-map-words.ts'
import { useWords } from '../../words/words.tsx'
import { warningsQuery } from '../warnings/warnings-api.ts'
import { AreaCard } from './area-card.tsx'
import { CountMap } from './count-map.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { mapQuery } from './map-api.ts'
import { figuresOf } from './map-figures.ts'
import { MapFilters } from './map-filters.tsx'
import { type Days, daysOf } from './map-period.ts'
import type { MapSearch } from './map-search.ts'
import { MapTable } from './map-table.tsx'
import { PutMapDrawer } from './put-map-drawer.tsx'
import { RingsCard } from './rings/rings-card.tsx'
import { ringsOn } from './rings/rings-on.ts'
import { unitsBeside } from './units-beside.ts'
import { warnedAreas } from './warned-areas.ts'
import { WarnedCard } from './warned-card.tsx'
import './map-page.css'

/** Where the matters are: counts or rates of units on the office's own map, and the same in a table. */
export function MapPage() {
  const map = useMapWords()
  const { words } = useWords()
  const { today } = useOffice()
  const search = useSearch({ from: '/map' })
  const navigate = useNavigate({ from: '/map' })
  const { data: view, error, refetch } = useQuery(mapQuery)
  const [putting, setPutting] = useState(false)
  useTitle(map.title)
  const year = daysOf('year', today())
  const days: Days = { from: search.from ?? year.from, to: search.to ?? year.to }
  const go = (next: MapSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  return (
    <div className="page map-page">
      <header className="map-head">
        <div>
          <h1>{map.title}</h1>
          <p className="muted">{map.lead}</p>
        </div>
        <div className="map-acts">
          {view?.mayChange && (
            <button type="button" className="button" onClick={() => setPutting(true)}>
              <Icon name="upload" size={16} />
              {view.map ? map.change : map.put}
            </button>
          )}
          <button type="button" className="button" onClick={() => window.print()}>
            <Icon name="print" size={16} />
            {words.print}
          </button>
        </div>
      </header>
      <MapFilters search={search} days={days} go={go} />
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : view ? (
        <Counted view={view} search={search} days={days} />
      ) : (
        <Skeleton rows={6} height={56} />
      )}
      {putting && view && <PutMapDrawer seenVersion={view.map?.version ?? 0} close={() => setPutting(false)} />}
    </div>
  )
}

function Counted({ view, search, days }: { view: MapView; search: MapSearch; days: Days }) {
  const map = useMapWords()
  const { say, locale } = useWords()
  const { directory, kinds } = useOffice()
  const dayText = (day: Day) => longDay(day, locale).replace(WEEKDAY, '')
  const { counted = 'opened', kind, category, by = 'place', show = 'count', unit } = search
  const areas = view.map?.areas ?? []
  const layer = areas.length > 0 ? layerOf(areas, directory, unit) : unitsBeside(directory, unit)
  const request: CountRequest = {
    counted: [counted],
    by: [by],
    ...days,
    ...(kind ? { kinds: [kind] } : {}),
    ...(kind && category ? { category: `${kind}/${category}` } : {}),
    ...(layer.inside === undefined ? {} : { [by]: layer.inside }),
  }
  const { data, error, refetch } = useQuery(countsQuery(request))
  const { data: warnings } = useQuery(warningsQuery)
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={6} height={56} />
  const cells = data.cells.map(({ key, counts }) => [key[by] ?? '', numberIn(counts[counted])] as const)
  const { inAreas, elsewhere } = addUp(cells, layer.areas, directory)
  const shown = figuresOf(layer.areas, inAreas, show)
  const requestOf = (unitId: string): CountRequest => ({ ...requestOfCell(request, {}, counted), [by]: unitId })
  const kindName = kinds.find(({ id }) => id === kind)
  const told = {
    what: map.what(
      map.countedOf[counted],
      kindName ? say(kindName.title) : map.allMatters,
      by === 'place' ? map.byPlace : map.byUnit,
    ),
    when:
      counted === 'open' || counted === 'overdue'
        ? map.asOf(dayText(days.to))
        : map.days(dayText(days.from), dayText(days.to)),
    where: layer.inside === undefined ? '' : unitName(directory, layer.inside, say),
  }
  const chosen = shown.figures.find(({ unitId }) => unitId === search.area)
  const warned = warnedAreas(warnings?.cards ?? [], view.map ? layer.areas : [], directory)
  const rings = ringsOn(
    warnings?.cards ?? [],
    { drawn: view.map ? layer.areas : [], all: view.map?.areas ?? [] },
    directory,
  )
  const isEmpty = cells.every(([, count]) => count === 0)
  return (
    <>
      <p className="map-told">
        <b>{told.what}</b> {told.when} {told.where && <span className="muted">{map.of(told.where)}</span>}
        <WayUp inside={layer.inside} search={search} />
      </p>
      {areas.length === 0 && <NoMap mayChange={view.mayChange} />}
      {isEmpty ? (
        <div className="card">
          <Empty
            title={map.empty}
            text={map.emptyText}
            action={
              <Link to="/map" search={{}} className="button is-outline">
                {map.showAll}
              </Link>
            }
          />
        </div>
      ) : (
        <div className={areas.length > 0 ? 'map-columns' : 'map-columns is-single'}>
          {areas.length > 0 && (
            <CountMap
              layer={layer}
              shown={shown}
              search={search}
              show={show}
              ringed={new Set(warned.keys())}
              rings={rings}
            />
          )}
          <div className="map-side">
            {areas.length > 0 && (
              <AreaCard figure={chosen} request={chosen && requestOf(chosen.unitId)} areas={areas} search={search} />
            )}
            <RingsCard rings={rings} />
            <WarnedCard warned={warned} />
            <Elsewhere
              elsewhere={elsewhere}
              by={by}
              requestOf={(id) => requestOfCell(request, { [by]: id }, counted)}
            />
          </div>
          <MapTable figures={shown.figures} requestOf={requestOf} />
        </div>
      )}
    </>
  )
}

/** 周日, Sun: nobody asks for the weekday of a period. */
const WEEKDAY = /^\w{3} | 周.$/

/** Counts of what the reader sees are told as they are. */
const numberIn = (count: unknown): number => (typeof count === 'number' ? count : 0)

function WayUp({ inside, search }: { inside: string | undefined; search: MapSearch }) {
  const map = useMapWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const { unit, area: _, ...rest } = search
  if (unit === undefined || inside === undefined) return null
  const above = directory.units[inside]?.parentId
  const isTop = above === undefined || directory.units[above]?.parentId === undefined
  return (
    <Link to="/map" search={isTop ? rest : { ...rest, unit: above }} className="map-up no-print">
      <Icon name="back" size={16} />
      {map.back(above === undefined ? map.office : unitName(directory, above, say))}
    </Link>
  )
}

function NoMap({ mayChange }: { mayChange: boolean }) {
  const map = useMapWords()
  return (
    <p className="card card-body map-none">
      <b>{map.none}</b> <span className="muted">{mayChange ? map.noneText : map.noneOther}</span>
    </p>
  )
}

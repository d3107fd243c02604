import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { PanelView, WarningsView } from '../../../domain/warnings/warning-view.ts'
import { useOffice } from '../../client/office.tsx'
import { SeriesLegend } from '../../parts/series/series-legend.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'
import { PanelCell } from './panel-cell.tsx'
import { warnedPanels } from './warned-panels.ts'
import { panelsQuery } from './warnings-api.ts'
import type { Shown, WarningsSearch } from './warnings-search.ts'

const FITS: Readonly<Record<Shown, (panel: PanelView) => boolean>> = {
  open: ({ open }) => open !== undefined,
  crossed: ({ points }) => points[points.length - 1]?.crossed === true,
  all: () => true,
}

/** Matters in half a year from which a picture says something; what has a warning is always worth a look. */
const WORTH = 8
const isWorth = ({ points, open }: PanelView) =>
  open !== undefined || points.reduce((sum, { observed }) => sum + observed, 0) >= WORTH

/** Kinds that are asked for, one after another, before one has to ask for more. */
const MOST_PAGES = 60

/** So many are looked for before one has to ask for more. */
const AT_ONCE = 12

/** Small pictures of the series, in the order of the administration. */
export function WarningPanels({
  search,
  view: { series, cards },
  go,
}: {
  search: WarningsSearch
  view: WarningsView
  go: (next: WarningsSearch) => void
}) {
  const { panels, filter } = useWarningsWords()
  const { directory } = useOffice()
  const { show, unit, kind } = search
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(panelsQuery)
  const path = unit === undefined ? undefined : directory.units[unit]?.path
  const fits = (panel: PanelView) =>
    (!kind || panel.kind === kind) &&
    (!path || directory.units[panel.unitId ?? '']?.path.startsWith(path) === true) &&
    (show ? FITS[show] : isWorth)(panel)
  const warned = useMemo(() => warnedPanels(cards), [cards])
  const keys = new Set(warned.map(({ key }) => key))
  const judged = data?.pages.flatMap((page) => page.panels.filter(({ key }) => !keys.has(key))) ?? []
  const all = [...warned, ...judged]
  const shown = all.filter(fits)
  const [wanted, setWanted] = useState(AT_ONCE)
  const [pages, setPages] = useState(MOST_PAGES)
  const mayWant =
    shown.length < wanted && hasNextPage && (data?.pages.length ?? 0) < pages && !isFetchingNextPage && !error
  useEffect(() => {
    if (mayWant) void fetchNextPage()
  }, [mayWant, fetchNextPage])
  return (
    <section className="card warning-panels" aria-labelledby="warning-panels">
      <header className="card-head">
        <h2 id="warning-panels">{panels.title}</h2>
        <SeriesLegend />
      </header>
      <PanelFilters search={search} go={go} />
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={4} height={120} />
      ) : shown.length === 0 && !mayWant && !isFetchingNextPage ? (
        <Empty
          title={all.length === 0 && !unit && !kind ? panels.none : panels.empty}
          text={all.length === 0 && !unit && !kind ? panels.noneText : panels.emptyText}
          action={
            show !== 'all' || unit || kind ? (
              <Link to="/warnings" search={{ show: 'all' }} className="button is-outline">
                {filter.reset}
              </Link>
            ) : undefined
          }
        />
      ) : (
        <ul className="panel-grid">
          {shown.slice(0, wanted).map((panel) => (
            <PanelCell key={panel.key} panel={panel} />
          ))}
        </ul>
      )}
      <footer className="warning-panels-foot">
        <span className="hint">{panels.judged(series.judged, series.tooLittleData)}</span>
        {(hasNextPage || shown.length > wanted) && (
          <button
            type="button"
            className="button is-small"
            disabled={isFetchingNextPage}
            onClick={() => {
              setWanted(wanted + AT_ONCE)
              setPages(pages + MOST_PAGES)
            }}
          >
            {panels.more}
          </button>
        )}
      </footer>
    </section>
  )
}

function PanelFilters({ search, go }: { search: WarningsSearch; go: (next: WarningsSearch) => void }) {
  const { filter } = useWarningsWords()
  const { say } = useWords()
  const { directory, kinds, actor } = useOffice()
  const { show, unit, kind } = search
  const units = Object.values(directory.units).filter(({ path }) => path.startsWith(actor.unitPath))
  const change = (key: keyof WarningsSearch, value: string) => {
    const { [key]: _, ...rest } = search
    go(value ? { ...rest, [key]: value } : rest)
  }
  return (
    <div className="warning-filters no-print">
      <select
        className="input"
        aria-label={filter.show}
        value={show ?? ''}
        onChange={({ target }) => change('show', target.value)}
      >
        <option value="">{filter.enough}</option>
        <option value="open">{filter.open}</option>
        <option value="crossed">{filter.crossed}</option>
        <option value="all">{filter.all}</option>
      </select>
      <select
        className="input"
        aria-label={filter.unit}
        value={unit ?? ''}
        onChange={({ target }) => change('unit', target.value)}
      >
        <option value="">{filter.everyUnit}</option>
        {units.map(({ id, name, path }) => (
          <option key={id} value={id}>
            {'　'.repeat(path.split('/').length - actor.unitPath.split('/').length)}
            {say(name)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={filter.kind}
        value={kind ?? ''}
        onChange={({ target }) => change('kind', target.value)}
      >
        <option value="">{filter.everyKind}</option>
        {kinds.map(({ id, title }) => (
          <option key={id} value={id}>
            {say(title)}
          </option>
        ))}
      </select>
    </div>
  )
}

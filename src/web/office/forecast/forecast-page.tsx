import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { type ForecastView, USUAL_WEEKS } from '../../../domain/forecast/forecast-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useForecastWords } from '../../words/forecast/use-forecast-words.ts'
import { useWords } from '../../words/words.tsx'
import { forecastQuery } from './forecast-api.ts'
import { ForecastCard } from './forecast-card.tsx'
import { CHOICES, type ForecastSearch } from './forecast-search.ts'
import { PartsTable } from './parts-table.tsx'
import './forecast.css'

/** What is coming: open and overdue matters of the next weeks, and plainly where that cannot be told. */
export function ForecastPage() {
  const words = useForecastWords()
  const search = useSearch({ from: '/forecast' })
  const { data, error, refetch } = useQuery(forecastQuery(search))
  useTitle(words.title)
  return (
    <div className="page forecast">
      <header>
        <h1>{words.title}</h1>
        <p className="muted">{words.lead}</p>
      </header>
      <Choices view={data} search={search} />
      {error && !data ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : data ? (
        <Told view={data} />
      ) : (
        <Skeleton rows={6} height={72} />
      )}
    </div>
  )
}

function Told({ view }: { view: ForecastView }) {
  const words = useForecastWords()
  const { directory, kinds } = useOffice()
  const { say } = useWords()
  if (view.past.every(({ open }) => open === 0)) return <Empty title={words.empty} text={words.emptyText} />
  const kindName = (id: string) => {
    const kind = kinds.find((each) => each.id === id)
    return kind ? say(kind.title) : id
  }
  return (
    <>
      <div className="forecast-cards">
        <ForecastCard view={view} what="open" />
        <ForecastCard view={view} what="overdue" />
      </div>
      <PartsTable
        title={words.byUnit}
        parts={view.units}
        weeks={view.partWeeks}
        name={(id) => (id === view.unitId ? words.own(unitName(directory, id, say)) : unitName(directory, id, say))}
      />
      <PartsTable title={words.byKind} parts={view.kinds} weeks={view.partWeeks} name={kindName} />
      <p className="hint">{words.how}</p>
    </>
  )
}

function Choices({ view, search }: { view: ForecastView | undefined; search: ForecastSearch }) {
  const words = useForecastWords()
  const { actor, directory, kinds } = useOffice()
  const { say } = useWords()
  const navigate = useNavigate({ from: '/forecast' })
  const [unitField, kindField, weeksField] = [useId(), useId(), useId()]
  const go = (change: { unit?: string; kind?: string; weeks?: number }) => {
    const { unit, kind, weeks } = { ...search, ...change }
    const next = { ...(unit ? { unit } : {}), ...(kind ? { kind } : {}), ...(weeks ? { weeks } : {}) }
    void navigate({ search: next, replace: true, resetScroll: false })
  }
  const units = Object.values(directory.units).filter(({ path }) => path.startsWith(actor.unitPath))
  return (
    <div className="forecast-choices no-print">
      <div className="field">
        <label htmlFor={unitField}>{words.unit}</label>
        <select
          id={unitField}
          className="input"
          value={search.unit ?? actor.unitId}
          onChange={({ target }) => go({ unit: target.value === actor.unitId ? '' : target.value })}
        >
          {units.map(({ id, name, path }) => (
            <option key={id} value={id}>
              {'　'.repeat(path.split('/').length - actor.unitPath.split('/').length)}
              {say(name)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={kindField}>{words.kind}</label>
        <select
          id={kindField}
          className="input"
          value={search.kind ?? ''}
          onChange={({ target }) => go({ kind: target.value })}
        >
          <option value="">{words.everyKind}</option>
          {kinds
            .filter(({ id }) => view?.known.includes(id))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={weeksField}>{words.weeks}</label>
        <select
          id={weeksField}
          className="input"
          value={search.weeks ?? USUAL_WEEKS}
          onChange={({ target }) => go({ weeks: Number(target.value) })}
        >
          {CHOICES.map((weeks) => (
            <option key={weeks} value={weeks}>
              {words.weeksOf(weeks)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

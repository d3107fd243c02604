import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { longDay } from '../../words/dates.ts'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'
import { HowDrawer } from './how-drawer.tsx'
import { MissedNights } from './missed-nights.tsx'
import { WarningCards } from './warning-cards.tsx'
import { WarningPanels } from './warning-panels.tsx'
import { WarningSums } from './warning-sums.tsx'
import { warningsQuery } from './warnings-api.ts'
import './warnings.css'

/** Where there are more matters than usual: what waits for judgement, and how well the warnings do. */
export function WarningsPage() {
  const warnings = useWarningsWords()
  const { locale } = useWords()
  const search = useSearch({ from: '/warnings' })
  const navigate = useNavigate({ from: '/warnings' })
  const { data: view, error, refetch } = useQuery(warningsQuery)
  const [asking, setAsking] = useState(false)
  useTitle(warnings.title)
  return (
    <div className="page warnings">
      <header className="warnings-head">
        <div>
          <h1>{warnings.title}</h1>
          <p className="muted">
            {warnings.lead} {view?.judgedUntil && warnings.until(longDay(view.judgedUntil, locale))}
          </p>
        </div>
        {view && (
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {warnings.how}
          </button>
        )}
      </header>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : view ? (
        <>
          {!view.judgedUntil && <p className="card card-body warnings-not-yet">{warnings.notYet}</p>}
          <MissedNights view={view} />
          <WarningSums view={view} />
          <div className="warnings-columns">
            <WarningPanels
              search={search}
              view={view}
              go={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
            />
            <WarningCards cards={view.cards} />
          </div>
        </>
      ) : (
        <Skeleton rows={6} height={96} />
      )}
      {asking && view && <HowDrawer budget={view.budget} close={() => setAsking(false)} />}
    </div>
  )
}

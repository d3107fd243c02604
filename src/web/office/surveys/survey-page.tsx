import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { SurveyView } from '../../../domain/surveys/survey-view.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { dayAndMonth } from '../../words/dates.ts'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'
import { Acts } from './acts.tsx'
import { HandOut } from './hand-out.tsx'
import { Prints } from './prints.tsx'
import { ResponseTable } from './response-table.tsx'
import { ResultCards } from './result-cards.tsx'
import { SurveyEditor } from './survey-editor.tsx'
import { surveyQuery } from './surveys-api.ts'
import { TypeIn } from './type-in.tsx'
import './surveys.css'

/** One survey: written, let out, answered, counted. */
export function SurveyPage() {
  const { id } = useParams({ from: '/surveys/$id' })
  const { data, error, refetch } = useQuery(surveyQuery(id))
  if (error && !data) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <div className="page">
        <Skeleton rows={6} height={64} />
      </div>
    )
  return <Survey view={data} />
}

function Survey({ view }: { view: SurveyView }) {
  const words = useSurveysWords()
  const { locale } = useWords()
  useTitle(view.title)
  const day = (at: string) => dayAndMonth(at, locale)
  const act = (at: string) => day(dayOf(at))
  const { opened, closed, changed, state } = view
  return (
    <div className="page surveys">
      <header className="survey-head no-print">
        <div>
          <Link to="/surveys" className="hint">
            {words.back}
          </Link>
          <h1>{view.title}</h1>
          <p className="hint">
            <span className={`survey-state is-${state}`}>{words.states[state]}</span>{' '}
            {[
              words.days(day(view.opensOn), day(view.closesOn)),
              opened
                ? words.openedBy(opened.personName, act(opened.at))
                : words.changed(changed.personName, act(changed.at)),
              closed && words.closedBy(closed.personName, act(closed.at)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <Acts view={view} />
      </header>
      {state === 'draft' && <SurveyEditor key={view.version} view={view} />}
      {state === 'open' && (
        <>
          <p className="no-print">
            {words.address} <code>{view.address}</code>
          </p>
          <p className="hint no-print">{words.notYet}</p>
        </>
      )}
      {(state === 'open' || state === 'closed') && <ResponseTable view={view} />}
      {view.may.includes('hand-out') && <HandOut view={view} />}
      {view.prints.length > 0 && <Prints view={view} />}
      {view.may.includes('type-in') && <TypeIn view={view} />}
      {view.result && <ResultCards view={view} result={view.result} />}
    </div>
  )
}

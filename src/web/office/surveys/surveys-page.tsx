import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { SURVEY_KINDS, type SurveyKind } from '../../../domain/surveys/survey.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { dayAndMonth } from '../../words/dates.ts'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'
import { addSurvey, surveysQuery } from './surveys-api.ts'
import './surveys.css'

/** What residents were asked: drafts for who writes them and lets them out, the rest for everybody. */
export function SurveysPage() {
  const words = useSurveysWords()
  const { locale, say } = useWords()
  const { directory } = useOffice()
  const { data, error, refetch } = useQuery(surveysQuery)
  useTitle(words.title)
  const day = (at: string) => dayAndMonth(at, locale)
  return (
    <div className="page surveys">
      <header>
        <h1>{words.title}</h1>
        <p className="muted">{words.lead}</p>
      </header>
      {data?.mayWrite && <Begin />}
      <section className="card" aria-label={words.title}>
        {error && !data ? (
          <ErrorCard error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Skeleton rows={4} height={56} />
        ) : data.surveys.length === 0 ? (
          <Empty title={words.empty} text={data.mayWrite ? words.emptyText : words.emptyReader} />
        ) : (
          <ul>
            {data.surveys.map(({ id, kind, title, unitId, state, opensOn, closesOn, asked, answered }) => (
              <li key={id} className="survey-item">
                <Link to="/surveys/$id" params={{ id }}>
                  <b>{title}</b>
                </Link>{' '}
                <span className={`survey-state is-${state}`}>{words.states[state]}</span>
                <p className="hint">
                  {[
                    words.kinds[kind],
                    unitName(directory, unitId, say),
                    words.days(day(opensOn), day(closesOn)),
                    state === 'open' || state === 'closed' ? words.answeredOf(answered, asked) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function Begin() {
  const words = useSurveysWords()
  const { words: common, locale } = useWords()
  const { today } = useOffice()
  const navigate = useNavigate()
  const [kindField, nameField] = [useId(), useId()]
  const [kind, setKind] = useState<SurveyKind>('safety')
  const [title, setTitle] = useState('')
  const send = useMutation({
    mutationFn: () => addSurvey(kind, title.trim() || `${today().slice(0, 4)} ${words.kinds[kind]}`),
    onSuccess: ({ id }) => void navigate({ to: '/surveys/$id', params: { id } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form className="survey-begin no-print" onSubmit={submit}>
      <div className="field">
        <label htmlFor={kindField}>{words.kind}</label>
        <select
          id={kindField}
          className="input"
          value={kind}
          onChange={({ target }) => setKind(target.value as SurveyKind)}
        >
          {SURVEY_KINDS.map((each) => (
            <option key={each} value={each}>
              {words.kinds[each]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={nameField}>{words.name}</label>
        <input
          id={nameField}
          className="input"
          maxLength={60}
          placeholder={`${today().slice(0, 4)} ${words.kinds[kind]}`}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </div>
      <button type="submit" className="button is-primary" disabled={send.isPending}>
        {words.begin}
      </button>
      {send.error && (
        <p className="error-line" role="alert">
          {problemText(send.error, common, locale).text}
        </p>
      )}
    </form>
  )
}

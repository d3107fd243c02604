import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { EmergencyView } from '../../../domain/views/access-views.ts'
import type { OpenedFields } from '../../../domain/views/act-views.ts'

import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { longDay, momentText, timeOf } from '../../words/dates.ts'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { useWords } from '../../words/words.tsx'
import { confirmEmergency, emergenciesQuery, openEmergency } from './readings-api.ts'
import { ReviewDrawer } from './review-drawer.tsx'
import { seatOf } from './seat.ts'

/** Emergencies: what waits for me first, then the others, newest first. */
export function EmergenciesPart() {
  const { emergency } = useReadingsWords()
  const { data, error, refetch } = useQuery(emergenciesQuery)
  const [reviewing, setReviewing] = useState<EmergencyView>()
  return (
    <section className="card">
      <p className="card-body hint">{emergency.lead}</p>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={3} height={72} />
      ) : data.length === 0 ? (
        <Empty title={emergency.none} text={emergency.noneText} />
      ) : (
        <ol className="readings-list">
          {data.map((view) => (
            <Item key={view.id} view={view} review={() => setReviewing(view)} />
          ))}
        </ol>
      )}
      {reviewing && <ReviewDrawer view={reviewing} close={() => setReviewing(undefined)} />}
    </section>
  )
}

function Item({ view, review }: { view: EmergencyView; review: () => void }) {
  const { emergency } = useReadingsWords()
  const { words, say, locale } = useWords()
  const { directory, today } = useOffice()
  const client = useQueryClient()
  const [opened, setOpened] = useState<OpenedFields>()
  const [problem, setProblem] = useState('')
  const onError = (error: Error) => setProblem(problemText(error, words, locale).text)
  const onSettled = () => client.invalidateQueries({ queryKey: ['emergencies'] })
  const confirm = useMutation({ mutationFn: () => confirmEmergency(view.id), onError, onSettled })
  const read = useMutation({ mutationFn: () => openEmergency(view.id), onSuccess: setOpened, onError })
  const isWaiting = view.state === 'waiting' || view.state === 'confirmed'
  return (
    <li className="readings-item">
      <time dateTime={view.askedAt}>{momentText(view.askedAt, today(), locale)}</time>
      <span className="readings-who">
        <b>{emergency.asked(view.askedBy)}</b>
        <small>{seatOf(directory, view.askedPostId, say)}</small>
        {view.confirmedBy && <small>{emergency.confirmed(view.confirmedBy)}</small>}
        {view.inTurn && <small className="error-line">{emergency.inTurn}</small>}
      </span>
      <span>
        <Link to="/matters/$id" params={{ id: view.matterId }}>
          {view.reference}
        </Link>
        <small>{view.fields.map(say).join(words.listComma)}</small>
        <small>{view.reason}</small>
      </span>
      <span className="readings-why">
        <span className={view.isLate ? 'error-line' : undefined}>
          {view.isLate ? emergency.late : emergency.states[view.state]}
          {isWaiting && ` · ${emergency.until(timeOf(view.until))}`}
        </span>
        {view.state === 'toReview' && <small>{emergency.reviewOn(longDay(view.reviewOn, locale))}</small>}
        {view.finding && (
          <small>{`${view.reviewedBy ?? ''}${words.colon}${emergency.findings[view.finding]}，${view.findingNote ?? ''}`}</small>
        )}
        {opened && (
          <small>
            {Object.values(opened.values).map(String).join(words.listComma) || emergency.empty} ·{' '}
            {emergency.closesAt(timeOf(opened.closesAt))}
          </small>
        )}
        {problem && <small className="error-line">{problem}</small>}
        <span className="readings-buttons">
          {view.mayConfirm && (
            <button type="button" className="button is-small is-primary" onClick={() => confirm.mutate()}>
              {emergency.confirm}
            </button>
          )}
          {view.mayOpen && (
            <button type="button" className="button is-small is-primary" onClick={() => read.mutate()}>
              {emergency.read}
            </button>
          )}
          {view.mayReview && (
            <button type="button" className="button is-small" onClick={review}>
              {emergency.review}
            </button>
          )}
        </span>
      </span>
    </li>
  )
}

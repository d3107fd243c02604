import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExportView } from '../../../domain/views/access-views.ts'

import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { ReasonButton } from '../../parts/form/reason-button.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { momentText } from '../../words/dates.ts'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { useWords } from '../../words/words.tsx'
import { decideExport, exportsQuery } from './readings-api.ts'
import { seatOf } from './seat.ts'
import { TakeButtons } from './take-buttons.tsx'

/** Files asked for: mine, those that wait for me, and for the auditor all. */
export function ExportsPart() {
  const { export: say } = useReadingsWords()
  const { data, error, refetch } = useQuery(exportsQuery)
  return (
    <section className="card">
      <p className="card-body hint">{say.lead}</p>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={3} height={56} />
      ) : data.length === 0 ? (
        <Empty title={say.none} text={say.noneText} />
      ) : (
        <ol className="readings-list">
          {data.map((view) => (
            <Item key={view.id} view={view} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Item({ view }: { view: ExportView }) {
  const { export: own } = useReadingsWords()
  const { words, say, locale } = useWords()
  const { directory, kinds, today } = useOffice()
  const client = useQueryClient()
  const [problem, setProblem] = useState('')
  const refuse = useMutation({
    mutationFn: (reason: string) => decideExport(view.id, false, reason),
    onError: (error: Error) => setProblem(problemText(error, words, locale).text),
  })
  const settled = () => client.invalidateQueries({ queryKey: ['exports'] })
  const kind = kinds.find(({ id }) => id === view.procedure)
  const moment = (at: string) => momentText(at, today(), locale)
  return (
    <li className="readings-item">
      <time dateTime={view.askedAt}>{moment(view.askedAt)}</time>
      <span className="readings-who">
        <b>{view.askedBy}</b>
        <small>{seatOf(directory, view.askedPostId, say)}</small>
      </span>
      <span>
        {kind ? say(kind.title) : view.procedure} · {own.rows(view.rows)}
        <small>{own.columns(view.fields.length)}</small>
        <small>{view.purpose}</small>
      </span>
      <span className="readings-why">
        {own.states[view.state]}
        {view.state === 'ready' && ` · ${own.until(moment(view.expiresAt))}`}
        <small>{own.downloads(view.downloads)}</small>
        {view.decidedBy && <small>{own.decided(view.decidedBy, view.decidedWhy ?? '')}</small>}
        {problem && <small className="error-line">{problem}</small>}
        <span className="readings-buttons">
          {view.mayDownload && <TakeButtons id={view.id} isSmall taken={() => void settled()} />}
          {view.mayDecide && (
            <>
              <ReasonButton
                icon="check"
                title={own.approve}
                why={own.why}
                hint={own.lead}
                verb={own.approve}
                act={async (reason) => {
                  await decideExport(view.id, true, reason)
                  await settled()
                }}
              />
              <ReasonButton
                icon="close"
                title={own.refuse}
                why={own.why}
                hint={own.lead}
                verb={own.refuse}
                act={async (reason) => {
                  await refuse.mutateAsync(reason)
                  await settled()
                }}
              />
            </>
          )}
        </span>
      </span>
    </li>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReturnView } from '../../../domain/returns/return-views.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { endReturn, returnQuery } from '../../client/returns/returns-api.ts'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'
import { ChangeDrawer } from './change-drawer.tsx'
import { MappingPart } from './mapping-part.tsx'
import { PeriodsPart } from './periods-part.tsx'

/** One form: its periods, and what its cells ask. */
export function FormPart({ formId }: { formId: string }) {
  const words = useReturnsWords()
  const [sheet, setSheet] = useState<string>()
  const { data, error, refetch } = useQuery(returnQuery(formId, sheet))
  useTitle(data?.form.name ?? words.title)
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={8} height={40} />
  return (
    <>
      <FormHead view={data} />
      {data.version > 0 && <PeriodsPart view={data} />}
      <MappingPart key={`${data.blank.sheet} ${data.version}`} view={data} chooseSheet={setSheet} />
    </>
  )
}

function FormHead({ view: { form, mayKeep } }: { view: ReturnView }) {
  const { say } = useWords()
  const words = useReturnsWords()
  const { directory } = useOffice()
  const [changes, setChanges] = useState(false)
  const { name, superior, cycle, dueDay, postId } = form
  const post = directory.posts[postId]
  return (
    <header className="returns-head">
      <Link to="/returns" search={{}} className="returns-back">
        <Icon name="back" size={16} />
        {words.back}
      </Link>
      <h1>{name}</h1>
      <span className="muted">
        {[
          superior,
          words.cycles[cycle],
          dueDay === undefined ? '' : words.dueRule(dueDay),
          post ? words.change.filledBy(say(post.title)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {mayKeep && (
        <span className="returns-ask">
          <button type="button" className="button" onClick={() => setChanges(true)}>
            {words.change.button}
          </button>{' '}
          <EndButton formId={form.id} />
        </span>
      )}
      {changes && <ChangeDrawer form={form} close={() => setChanges(false)} />}
    </header>
  )
}

/** Asked twice, because from then on nothing fills itself. */
function EndButton({ formId }: { formId: string }) {
  const { words, locale } = useWords()
  const { end, endAsk, ended } = useReturnsWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const send = useMutation({
    mutationFn: () => endReturn(formId),
    onSuccess: async () => {
      notify(ended)
      await client.invalidateQueries({ queryKey: ['returns'] })
      await navigate({ to: '/returns', search: {} })
    },
  })
  if (!asked)
    return (
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {end}
      </button>
    )
  return (
    <span>
      {send.error ? problemText(send.error, words, locale).text : endAsk}{' '}
      <button type="button" className="button" disabled={send.isPending} onClick={() => send.mutate()}>
        {end}
      </button>
      <button type="button" className="button" onClick={() => setAsked(false)}>
        {words.cancel}
      </button>
    </span>
  )
}

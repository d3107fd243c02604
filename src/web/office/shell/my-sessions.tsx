import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { endSession } from '../../client/api.ts'
import { useOffice } from '../../client/office.tsx'
import { sessionsQuery } from '../../client/queries.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { momentText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { browserName } from './browser-name.ts'

/** Where one is signed in; what one does not know, one ends. */
export function MySessions({ close }: { close: () => void }) {
  const { words, locale } = useWords()
  const { today } = useOffice()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: endSession,
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  const moment = (at: string) => momentText(at, today(), locale)
  return (
    <Drawer title={words.sessions.title} under={words.sessions.lead} close={close} width={480}>
      {error ? <ErrorCard error={error} retry={() => void refetch()} /> : !data && <Skeleton rows={2} height={56} />}
      <ul className="session-list">
        {data?.map(({ id, browser, createdAt, endsAt, current }) => (
          <li key={id} className="session-item">
            <span>
              <b>{browserName(browser) ?? words.sessions.unknown}</b>
              <br />
              <span className="hint">{words.sessions.since(moment(createdAt), moment(endsAt))}</span>
            </span>
            {current ? (
              <span className="hint">{words.sessions.current}</span>
            ) : (
              <button type="button" className="button is-small" disabled={end.isPending} onClick={() => end.mutate(id)}>
                {words.sessions.end}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

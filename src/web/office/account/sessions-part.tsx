import { useQuery } from '@tanstack/react-query'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { momentText } from '../../words/dates.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'
import { browserName } from '../shell/browser-name.ts'
import { endOneSession, endOtherSessions, ownSessionsQuery } from './account-api.ts'
import { AccountSection } from './account-section.tsx'
import { useAct } from './use-act.ts'

/** Where one is signed in; what one does not know, one ends. */
export function SessionsPart({ today }: { today: string }) {
  const { locale } = useWords()
  const { sessions: own } = useSignInWords()
  const { data, error, refetch } = useQuery(ownSessionsQuery)
  const { act, busy } = useAct()
  const moment = (at: string) => momentText(at, today, locale)
  const endOthers = async () => {
    if (await act(endOtherSessions)) notify(own.ended)
  }
  return (
    <AccountSection
      id="sessions"
      title={own.title}
      side={
        data &&
        data.length > 1 && (
          <button type="button" className="button is-small" aria-disabled={busy} onClick={() => void endOthers()}>
            {own.others}
          </button>
        )
      }
    >
      <p className="muted">{own.lead}</p>
      {error ? <ErrorCard error={error} retry={() => void refetch()} /> : !data && <Skeleton rows={2} height={56} />}
      <ul className="session-list">
        {data?.map(({ id, browser, createdAt, lastUsedAt, endsAt, current }) => (
          <li key={id} className="session-item">
            <span>
              <b>{browserName(browser) ?? own.unknown}</b>
              <br />
              <span className="hint">
                {own.since(moment(createdAt), moment(lastUsedAt))} · {own.until(moment(endsAt))}
              </span>
            </span>
            {current ? (
              <span className="hint">{own.current}</span>
            ) : (
              <button
                type="button"
                className="button is-small"
                aria-disabled={busy}
                onClick={() => void act(() => endOneSession(id))}
              >
                {own.end}
              </button>
            )}
          </li>
        ))}
      </ul>
    </AccountSection>
  )
}

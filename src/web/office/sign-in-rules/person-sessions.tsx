import { useQuery } from '@tanstack/react-query'
import { useOffice } from '../../client/office.tsx'
import { momentText } from '../../words/dates.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'
import { browserName } from '../shell/browser-name.ts'
import { personSessionsQuery } from './sign-in-admin-api.ts'

/** Where a person is signed in, for who is about to end it. */
export function PersonSessions({ personId }: { personId: string }) {
  const { locale } = useWords()
  const { today } = useOffice()
  const own = useSignInWords().sessions
  const { data = [] } = useQuery(personSessionsQuery(personId))
  const moment = (at: string) => momentText(at, today(), locale)
  return (
    <span className="person-sessions">
      {data.map(({ id, browser, createdAt, lastUsedAt }) => (
        <span key={id}>
          {browserName(browser) ?? own.unknown} · {own.since(moment(createdAt), moment(lastUsedAt))}
        </span>
      ))}
    </span>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useOffice } from '../../client/office.tsx'
import { watchQuery } from '../../client/queries.ts'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'

const WEEK_MS = 7 * 86_400_000

/** What a second person has to look at: holders that wait, and whose openings went beyond the limit this week. */
export function WatchNotice() {
  const { actor } = useOffice()
  const watches = actor.roles.some((role) => role === 'administrator' || role === 'auditor')
  return watches ? <Watch /> : null
}

function Watch() {
  const { words, locale } = useWords()
  const { now, today } = useOffice()
  const { data } = useQuery(watchQuery)
  const limited = data?.limited.filter(({ at }) => Date.parse(now()) - Date.parse(at) < WEEK_MS) ?? []
  if (!data || (data.waiting.length === 0 && limited.length === 0)) return null
  return (
    <ul className="watch-notice" role="status">
      {data.waiting.length > 0 && (
        <li>
          <Icon name="alert" size={16} />
          {words.watch.waiting(data.waiting.length)}{' '}
          <Link to="/admin" search={{ part: 'waiting' }}>
            {words.watch.look}
          </Link>
        </li>
      )}
      {limited.map(({ id, at, personName }) => (
        <li key={id}>
          <Icon name="alert" size={16} />
          {words.watch.limited(personName ?? '', momentText(at, today(), locale))}{' '}
          <Link to="/admin" search={{ part: 'security' }}>
            {words.watch.look}
          </Link>
        </li>
      ))}
    </ul>
  )
}

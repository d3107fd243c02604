import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { OPENING_PURPOSES } from '../../../domain/personal/opening-purpose.ts'
import type { AccessEntry } from '../../../domain/views/access-views.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { momentText } from '../../words/dates.ts'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { useWords } from '../../words/words.tsx'
import { LogFilters } from './log-filters.tsx'
import { logQuery } from './readings-api.ts'

/** One's own log, or everybody's with filters. */
export function LogPart({ all }: { all: boolean }) {
  const words = useReadingsWords()
  const { show: _, year: __, ...filter } = useSearch({ from: '/readings' })
  const { data, error, refetch } = useQuery(logQuery(all ? { ...filter, all: 'true' } : {}))
  const isFiltered = all && Object.keys(filter).length > 0
  return (
    <>
      {all && <LogFilters />}
      <section className="card">
        {error ? (
          <ErrorCard error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Skeleton rows={6} height={56} />
        ) : data.entries.length === 0 ? (
          <Empty title={isFiltered ? words.noneFound : words.none} text={isFiltered ? '' : words.noneText} />
        ) : (
          <ol className="readings-list">
            {data.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} all={all} />
            ))}
          </ol>
        )}
        {data?.more && <p className="card-body hint">{words.more}</p>}
      </section>
    </>
  )
}

function Entry({ entry, all }: { entry: AccessEntry; all: boolean }) {
  const words = useReadingsWords()
  const { words: office, say, locale } = useWords()
  const { directory, today } = useOffice()
  const { at, what, personName, postId, unitId, matterId, reference, fields, purpose, reason, confirmedBy } = entry
  const post = directory.posts[postId ?? '']
  const seat = [unitId && unitName(directory, unitId, say), post && say(post.title)].filter(Boolean).join(' ')
  const why = [purpose && say(OPENING_PURPOSES[purpose]), reason].filter(Boolean).join(office.colon)
  const isAlarm = what === 'refused' || what === 'limited' || purpose === 'emergency'
  return (
    <li className="readings-item">
      <time dateTime={at}>{momentText(at, today(), locale)}</time>
      <span className="readings-who">
        {all && (
          <>
            <b>{personName}</b> <small>{seat}</small>
          </>
        )}
        <span className={isAlarm ? 'error-line' : undefined}>{words.kinds[what]}</span>
      </span>
      <span>
        {matterId && reference ? (
          <Link to="/matters/$id" params={{ id: matterId }}>
            {reference}
          </Link>
        ) : (
          <span className="muted">{words.hidden}</span>
        )}
        {fields && <small>{fields.map(say).join(office.listComma)}</small>}
      </span>
      <span className="readings-why">
        {why}
        {confirmedBy && <small>{words.second(confirmedBy)}</small>}
      </span>
    </li>
  )
}

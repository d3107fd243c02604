import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { BULLETIN_TITLES, type BulletinRow, bulletinName } from '../../../domain/bulletins/bulletin.ts'
import { periodText } from '../../../domain/bulletins/period.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { BeginDrawer } from './begin-drawer.tsx'
import { bulletinsQuery } from './bulletins-api.ts'
import './bulletins.css'

/** What the office wrote about its matters: drafts for who writes and signs, issued ones for everybody. */
export function BulletinsPage() {
  const words = useBulletinsWords()
  const { data, error, refetch } = useQuery(bulletinsQuery)
  const [beginning, setBeginning] = useState(false)
  useTitle(words.title)
  const begin = data?.mayWrite && (
    <button type="button" className="button is-primary" onClick={() => setBeginning(true)}>
      <Icon name="plus" size={16} />
      {words.begin}
    </button>
  )
  return (
    <div className="page bulletins">
      <header className="bulletins-head">
        <h1>{words.title}</h1>
        {data && data.bulletins.length > 0 && begin}
      </header>
      <p className="muted bulletins-lead">{words.lead}</p>
      <section className="card" aria-label={words.title}>
        {error ? (
          <ErrorCard error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Skeleton rows={5} height={64} />
        ) : data.bulletins.length === 0 ? (
          <Empty
            title={words.empty}
            text={data.mayWrite ? words.emptyText : words.emptyReader}
            action={begin || undefined}
          />
        ) : (
          <ul>
            {data.bulletins.map((bulletin) => (
              <BulletinItem key={bulletin.id} bulletin={bulletin} />
            ))}
          </ul>
        )}
      </section>
      {beginning && data && <BeginDrawer kinds={data.kinds} close={() => setBeginning(false)} />}
    </div>
  )
}

function BulletinItem({ bulletin }: { bulletin: BulletinRow }) {
  const words = useBulletinsWords()
  const { say, locale } = useWords()
  const { directory } = useOffice()
  const { id, kind, title, unitId, period, state, changed, issued, corrects, correctedBy } = bulletin
  const day = (at: string) => dayAndMonth(dayOf(at), locale)
  return (
    <li className="bulletin-item">
      <Link to="/bulletins/$id" params={{ id }}>
        <b>{title}</b>
      </Link>
      <span className={`bulletin-state is-${state}`}>{words.states[state]}</span>
      <p className="hint">
        {[
          state === 'issued' ? say(bulletinName(bulletin)) : say(BULLETIN_TITLES[kind]),
          unitName(directory, unitId, say),
          say(periodText(period)),
          issued ? words.issuedOn(day(issued.at)) : words.changedBy(changed.personName, day(changed.at)),
          corrects && words.corrects(say(bulletinName(corrects))),
          correctedBy && words.correctedBy(say(bulletinName(correctedBy))),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

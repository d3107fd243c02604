import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { daysOverdue } from '../../../domain/bulletins/figures.ts'
import type { OverviewSums, OverviewView, RedRow } from '../../../domain/overview/overview-view.ts'
import type { Instant } from '../../../domain/time/time.ts'
import type { MatterRow } from '../../../domain/views/views.ts'
import { placeName, unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { CountedLink } from '../../parts/counted/counted-link.tsx'
import { LevelShape } from '../../parts/matter/level-tag.tsx'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { useWords } from '../../words/words.tsx'
import { numberText } from './figure.tsx'
import { SuperviseMatter } from './supervise-link.tsx'
import { useRequests } from './use-requests.ts'

/** What is longest over its time, with whom, and for how long. */
export function OverdueCard({ view }: { view: OverviewView }) {
  const words = useOverviewWords()
  return <RedCard view={view} sum="overdue" title={words.overdue.title} none={words.overdue.none} rows={view.overdue} />
}

/** What is of the highest level and not closed, with whom, and by when. */
export function MajorCard({ view }: { view: OverviewView }) {
  const words = useOverviewWords()
  return <RedCard view={view} sum="major" title={words.major.title} none={words.major.none} rows={view.major} />
}

/** How late, or until when. */
function When({ row, now }: { row: RedRow; now: Instant }) {
  const words = useOverviewWords()
  const { locale } = useWords()
  const { overdueSince, clock } = row
  if (overdueSince)
    return (
      <span className="alarm">
        <Icon name="alert" size={14} />
        {words.overdue.days(daysOverdue({ overdueSince }, { at: now }))}
      </span>
    )
  return <span>{clock?.dueOn ? words.major.due(dayAndMonth(clock.dueOn, locale)) : words.major.noDue}</span>
}

function RedCard({
  view,
  sum,
  title,
  none,
  rows,
}: {
  view: OverviewView
  sum: keyof OverviewSums & ('overdue' | 'major')
  title: string
  none: string
  rows: readonly RedRow[]
}) {
  const words = useOverviewWords()
  const request = useRequests(view)
  const count = view.all[sum]
  return (
    <section className="card" aria-labelledby={`overview-${sum}`}>
      <header className="card-head">
        <h2 id={`overview-${sum}`}>{title}</h2>
        {count > rows.length && (
          <CountedLink request={request(sum)} className="hint">
            {words.overdue.all(numberText(count))}
          </CountedLink>
        )}
      </header>
      {rows.length === 0 && <p className="card-body hint">{none}</p>}
      <ul>
        {rows.map((row) => (
          <RedItem key={row.id} row={row}>
            <When row={row} now={view.now} />
          </RedItem>
        ))}
      </ul>
    </section>
  )
}

/** One matter: what, where, with whom, how long; and the way to have it done. */
export function RedItem({ row, children }: { row: MatterRow; children: ReactNode }) {
  const { say } = useWords()
  const { directory, kinds } = useOffice()
  const kind = kinds.find(({ id }) => id === row.procedure)
  const unit = unitName(directory, row.unitId, say)
  const place = placeName(directory, row.placeUnitId, say)
  return (
    <li className="red-item">
      <span className="red-level">
        {row.level && <LevelShape level={row.level} size={14} named of={row.procedure} />}
      </span>
      <span className="red-what">
        <Link to="/matters/$id" params={{ id: row.id }} className="red-title">
          {row.title}
        </Link>
        <small>
          <b>{unit}</b>
          {children}
        </small>
        <small className="hint">
          {[kind && say(kind.short), row.reference, place !== unit && place].filter(Boolean).join(' · ')}
        </small>
      </span>
      <SuperviseMatter row={row} />
    </li>
  )
}

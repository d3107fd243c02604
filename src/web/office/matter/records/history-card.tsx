import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dayOf } from '../../../../domain/time/time.ts'
import type { LedgerFilter } from '../../../../domain/views/ledger-filter.ts'
import type { KindCount, MatterRow } from '../../../../domain/views/views.ts'
import { countText } from '../../../client/count-text.ts'
import { procedureOf, useOffice } from '../../../client/office.tsx'
import { countsQuery, foundQuery } from '../../../client/queries.ts'
import { StateTag } from '../../../parts/matter/state-tag.tsx'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'

const NEWEST = 6

/** What happened at a record: how many matters of each kind point to it, each number opening its list, and the newest of them. */
export function HistoryCard({ view, procedure }: SectionProps) {
  const { words } = useWords()
  // What is worked on as well, such as a campaign, has cards of its own for what came of it.
  const isPlain = procedure.record !== undefined && !procedure.record.work
  const filter = { pointsTo: view.matter.reference }
  const { data: counts } = useQuery({ ...countsQuery(filter), enabled: isPlain })
  const { data: rows } = useQuery({ ...foundQuery(filter), enabled: isPlain })
  if (!isPlain) return null
  const met = counts?.filter(({ all }) => all > 0) ?? []
  return (
    <section className="card" aria-labelledby="history">
      <header className="card-head">
        <h2 id="history">{words.matter.history}</h2>
      </header>
      {counts && met.length === 0 && <p className="card-body hint">{words.matter.historyNone}</p>}
      {met.length > 0 && (
        <p className="card-body duty-counts">
          {met.map((count) => (
            <KindFigure key={count.procedure} count={count} filter={{ ...filter, procedure: count.procedure }} />
          ))}
        </p>
      )}
      <ul>
        {rows?.slice(0, NEWEST).map((row) => (
          <NewestLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function KindFigure({ count, filter }: { count: KindCount; filter: LedgerFilter }) {
  const { words, say } = useWords()
  const { kinds } = useOffice()
  const kind = kinds.find(({ id }) => id === count.procedure)
  return (
    <Link to="/matters" search={filter} className="duty-figure">
      {kind && say(kind.short)} <b>{countText([count], [count.procedure])}</b>
      {count.open > 0 && <small> {words.matter.stillOpen(count.open)}</small>}
    </Link>
  )
}

function NewestLine({ row }: { row: MatterRow }) {
  const { words, say } = useWords()
  const { rulebook } = useOffice()
  const kind = procedureOf(rulebook, row.procedure, row.procedureVersion)
  const state = kind?.states[row.state]
  return (
    <li className="side-item">
      <span className="work-what">
        <Link to="/matters/$id" params={{ id: row.id }} className="work-title">
          {row.title}
        </Link>
        <small>{[kind && say(kind.short), row.reference, dayOf(row.openedAt)].filter(Boolean).join(' · ')}</small>
      </span>
      <StateTag group={row.group} title={state ? say(state.title) : words.group[row.group]} />
    </li>
  )
}

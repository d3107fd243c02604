import { Link } from '@tanstack/react-router'
import type { MatterRow } from '../../../domain/views/views.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { RowDue } from '../../parts/due/row-due.tsx'
import { LevelShape } from '../../parts/matter/level-tag.tsx'
import { useWords } from '../../words/words.tsx'
import type { LedgerSearch } from '../matters/ledger-search.ts'
import { useRowLine } from './use-row-line.ts'

/** What went over its time since yesterday, around me. */
export function TurnedList({ rows, count }: { rows: readonly MatterRow[]; count: number }) {
  const { words } = useWords()
  const line = useRowLine()
  return (
    <section className="card" aria-labelledby="turned">
      <header className="card-head">
        <h2 id="turned">
          {words.today.turned} <span className="count">{count}</span>
        </h2>
      </header>
      {rows.length === 0 && <p className="card-body hint">{words.today.turnedNone}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="side-item">
            <span className="work-level">
              {row.level && <LevelShape level={row.level} size={14} named of={row.procedure} />}
            </span>
            <span className="work-what">
              <Link to="/matters/$id" params={{ id: row.id }} className="work-title">
                {row.title}
              </Link>
              <small>{line(row)}</small>
              {row.clock && (
                <span className="side-due">
                  <RowDue matterId={row.id} clock={row.clock} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <More shown={rows.length} count={count} search={{ overdue: 'true', sort: 'due' }} />
    </section>
  )
}

/** What I passed on and others are working at. */
export function SentList({ rows, count }: { rows: readonly MatterRow[]; count: number }) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  return (
    <section className="card" aria-labelledby="sent">
      <header className="card-head">
        <h2 id="sent">
          {words.today.sent} <span className="count">{count}</span>
        </h2>
      </header>
      {rows.length === 0 && <p className="card-body hint">{words.today.sentNone}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="side-item">
            <span className="work-what">
              <Link to="/matters/$id" params={{ id: row.id }} className="work-title">
                {row.title}
              </Link>
              <small>{unitName(directory, row.unitId, say)}</small>
            </span>
            {row.clock && <RowDue matterId={row.id} clock={row.clock} size="dayOnly" />}
          </li>
        ))}
      </ul>
      <More shown={rows.length} count={count} search={{ work: 'sent', sort: 'due' }} />
    </section>
  )
}

/** What a short list leaves out, and the way to it. */
function More({ shown, count, search }: { shown: number; count: number; search: LedgerSearch }) {
  const { words } = useWords()
  if (shown >= count) return null
  return (
    <p className="card-body hint">
      {words.today.shownFirst(shown, count)}{' '}
      <Link to="/matters" search={search}>
        {words.today.seeAll}
      </Link>
    </p>
  )
}

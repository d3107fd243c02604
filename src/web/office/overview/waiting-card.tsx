import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WorkRow } from '../../../domain/views/views.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { todayQuery } from '../../client/queries.ts'
import { RowDue } from '../../parts/due/row-due.tsx'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { useWords } from '../../words/words.tsx'

const SHOWN = 5

/** What waits for a judgement of mine: the first of the worklist of Today. */
export function WaitingCard() {
  const words = useOverviewWords()
  const { data } = useQuery(todayQuery)
  const work = data?.work ?? []
  const more = (data?.workCount ?? 0) - Math.min(SHOWN, work.length)
  return (
    <section className="card no-print" aria-labelledby="overview-waiting">
      <header className="card-head">
        <h2 id="overview-waiting">
          {words.waiting.title} {data && <span className="count">{data.workCount}</span>}
        </h2>
      </header>
      {data && work.length === 0 && <p className="card-body hint">{words.waiting.none}</p>}
      <ul>
        {work.slice(0, SHOWN).map((row) => (
          <Waiting key={row.id} row={row} />
        ))}
      </ul>
      {more > 0 && (
        <p className="card-body hint">
          <Link to="/">{words.waiting.more(more)}</Link>
        </p>
      )}
    </section>
  )
}

function Waiting({ row }: { row: WorkRow }) {
  const { words: all, say } = useWords()
  const words = useOverviewWords()
  const { rulebook } = useOffice()
  const procedure = procedureOf(rulebook, row.procedure, row.procedureVersion)
  const steps = row.nextSteps.flatMap((step) => procedure?.steps[step]?.title ?? []).map(say)
  return (
    <li className="red-item">
      <span className="red-what">
        <Link to="/matters/$id" params={{ id: row.id }} className="red-title">
          {row.title}
        </Link>
        {steps.length > 0 && <small>{words.waiting.steps(steps.join(all.listComma))}</small>}
        {row.clock && (
          <span className="red-due">
            <RowDue matterId={row.id} clock={row.clock} />
          </span>
        )}
      </span>
    </li>
  )
}

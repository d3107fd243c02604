import type { KindLine, OverviewView } from '../../../domain/overview/overview-view.ts'
import { useOffice } from '../../client/office.tsx'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { useWords } from '../../words/words.tsx'
import { Figure } from './figure.tsx'
import { useRequests } from './use-requests.ts'

const SUMS = ['open', 'overdue', 'opened', 'closed'] as const

/** Kind by kind, in the order of the rule book. */
export function KindTable({ view }: { view: OverviewView }) {
  const words = useOverviewWords()
  return (
    <section className="card" aria-labelledby="overview-kinds">
      <header className="card-head">
        <h2 id="overview-kinds">{words.kinds.title}</h2>
      </header>
      <table className="overview-table is-narrow">
        <thead>
          <tr>
            <th scope="col">{words.kinds.kind}</th>
            {SUMS.map((sum) => (
              <th key={sum} scope="col">
                {words.columns[sum]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.kinds.map((line) => (
            <KindRow key={line.kind} line={line} view={view} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function KindRow({ line, view }: { line: KindLine; view: OverviewView }) {
  const { say } = useWords()
  const words = useOverviewWords()
  const { kinds } = useOffice()
  const request = useRequests(view)
  const kind = kinds.find(({ id }) => id === line.kind)
  return (
    <tr>
      <th scope="row">{kind ? say(kind.short) : line.kind}</th>
      {SUMS.map((sum) => (
        <td key={sum} data-label={words.columns[sum]}>
          <Figure
            count={line[sum]}
            request={request(sum, { kinds: [line.kind] })}
            {...(sum === 'overdue' ? { className: 'is-late' } : {})}
          />
        </td>
      ))}
    </tr>
  )
}

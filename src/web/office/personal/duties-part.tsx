import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer } from '../../client/answer.ts'
import { useOffice } from '../../client/office.tsx'
import { api } from '../../client/server.ts'
import { usePersonalWords } from '../../words/personal/use-personal-words.ts'
import { useWords } from '../../words/words.tsx'
import { Loaded } from '../admin/loaded.tsx'
import './personal.css'
import { WideTable } from '../../parts/shell/wide-table.tsx'

/** Kind by kind, in numbers: what is destroyed within a month, what was, what is kept or restricted, and whether it was assessed. */
export function DutiesPart() {
  const { say } = useWords()
  const { duties } = usePersonalWords()
  const { kinds } = useOffice()
  const query = useQuery({ queryKey: ['admin', 'personal'], queryFn: () => answer(api.admin.personal.$get()) })
  return (
    <Loaded query={query}>
      {({ kinds: rows }) => (
        <section className="card" aria-label={duties.tab}>
          <div className="card-body">
            <p className="hint">{duties.hint}</p>
            <WideTable label={duties.kind} className="impact-wide">
              <table className="impact-table">
                <thead>
                  <tr>
                    {[duties.kind, duties.due, duties.destroyed, duties.kept, duties.restricted, duties.assessed].map(
                      (title) => (
                        <th key={title} scope="col">
                          {title}
                        </th>
                      ),
                    )}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => {
                    const kind = kinds.find(({ id }) => id === row.procedure)
                    return (
                      <tr key={row.procedure}>
                        <th scope="row">
                          <Link to="/rules" search={{ procedure: row.procedure }}>
                            {kind ? say(kind.title) : row.procedure}
                          </Link>
                        </th>
                        <td>{row.due}</td>
                        <td>{row.destroyed}</td>
                        <td>{row.kept}</td>
                        <td>{row.restricted}</td>
                        <td>{row.assessedIn ?? <b>{duties.owed(row.version)}</b>}</td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </WideTable>
          </div>
        </section>
      )}
    </Loaded>
  )
}

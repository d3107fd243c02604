import { Link } from '@tanstack/react-router'
import type { CountedMatter } from '../../../domain/counts/counted-matters.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { useCountedWords } from '../../words/counted/use-counted-words.ts'
import { useWords } from '../../words/words.tsx'

/** The matters as a table; what none of them has is no column. */
export function CountedRows({ rows }: { rows: readonly CountedMatter[] }) {
  const words = useCountedWords()
  const { say } = useWords()
  const { directory, rulebook } = useOffice()
  const hasOverdue = rows.some(({ daysOverdue }) => daysOverdue !== undefined)
  const hasClosed = rows.some(({ closedAt }) => closedAt !== undefined)
  return (
    <WideTable label={words.matterTitle} className="counted-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.reference}</th>
            <th scope="col">{words.matterTitle}</th>
            <th scope="col">{words.unitColumn}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.openedOn}</th>
            {hasClosed && <th scope="col">{words.closedOn}</th>}
            {hasOverdue && <th scope="col">{words.overdueDays}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const state = procedureOf(rulebook, row.procedure, row.procedureVersion)?.states[row.state]
            return (
              <tr key={row.id}>
                <td className="is-number">
                  <Link to="/matters/$id" params={{ id: row.id }}>
                    {row.reference}
                  </Link>
                </td>
                <td>{row.title}</td>
                <td>{unitName(directory, row.unitId, say)}</td>
                <td>{state ? say(state.title) : row.state}</td>
                <td className="is-number">{dayOf(row.openedAt)}</td>
                {hasClosed && <td className="is-number">{row.closedAt ? dayOf(row.closedAt) : ''}</td>}
                {hasOverdue && <td className="is-number">{row.daysOverdue ?? ''}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </WideTable>
  )
}

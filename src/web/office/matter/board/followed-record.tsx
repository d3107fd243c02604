import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import { procedureOf, useOffice } from '../../../client/office.tsx'
import { definitionQuery, matterQuery } from '../../../client/queries.ts'
import { useRecord } from '../../../parts/form/records/use-record.ts'
import { useWords } from '../../../words/words.tsx'
import { Rows } from '../facts/rows-cards.tsx'
import { type Board, referenceOf, restOf } from './board.ts'

/** The plan that is followed: its name, and what it says beside the teams and steps that were taken from it. */
export function FollowedRecord({
  followed,
  following,
}: {
  followed: NonNullable<Board['followed']>
  following: Procedure
}) {
  const { say } = useWords()
  const { rulebook } = useOffice()
  const reference = referenceOf(followed.named)
  const { data: view } = useQuery(matterQuery(reference))
  useQuery(definitionQuery(followed.of))
  const said = useRecord(followed.named)
  const record = procedureOf(rulebook, followed.of)
  if (!view || !said || !record) return null
  return (
    <div className="board-part">
      <h3>
        {say(record.short)}{' '}
        <Link to="/matters/$id" params={{ id: view.matter.id }}>
          {view.matter.title}
        </Link>
      </h3>
      {restOf(record, following, said).map(({ name, field, rows }) => (
        <details key={name} className="board-rest">
          <summary>
            {say(field.title)} <span className="count">{rows.length}</span>
          </summary>
          <Rows field={field} rows={rows} />
        </details>
      ))}
    </div>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import type { ImportBatch, RejectedRow } from '../../../domain/views/admin-views.ts'
import { rowIssueText } from '../../../domain/wording/row-issue-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { rejectedRowsQuery } from './admin-api.ts'

/** Rows of an import that were not taken, in the order of the file: the reasons, and the row as it came. */
export function RejectedRows({ batch, close }: { batch: ImportBatch; close: () => void }) {
  const { importList } = useAdminWords()
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(rejectedRowsQuery(batch.id))
  return (
    <Drawer title={importList.rejectedTitle(batch.source)} close={close} width={640}>
      {error && <ErrorCard error={error} retry={() => void refetch()} />}
      <ol className="rejected">
        {data?.pages.flatMap(({ rows }) => rows.map((row) => <Rejected key={row.row} row={row} />))}
      </ol>
      {hasNextPage && (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {importList.more}
        </button>
      )}
    </Drawer>
  )
}

function Rejected({ row: { row, issues, original } }: { row: RejectedRow }) {
  const { locale } = useWords()
  const { importList } = useAdminWords()
  return (
    <li>
      <h3>{importList.row(row)}</h3>
      {issues.map((issue) => (
        <p key={`${issue.field} ${issue.rule}`} className="alarm">
          {rowIssueText(issue, locale)}
        </p>
      ))}
      <details>
        <summary>{importList.original}</summary>
        <dl className="rejected-original">
          {Object.entries(original).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}

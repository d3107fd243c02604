import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LedgerFilter } from '../../../domain/views/ledger-filter.ts'
import { sheetQuery } from '../../client/queries.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { ExportDrawer } from '../readings/export-drawer.tsx'

/** The ledger of one kind with the columns that its definition lays down, to look at, print, and take along as a file. */
export function Sheet({ filter, name }: { filter: LedgerFilter & { readonly procedure: string }; name: string }) {
  const { words } = useWords()
  const [exporting, setExporting] = useState(false)
  const { data, error, refetch } = useQuery(sheetQuery(filter))
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={12} height={40} />
  if (data.rows.length === 0) return <Empty title={words.matters.sheetNone} text="" />
  return (
    <>
      <WideTable label={name} className="ledger-scroll">
        <table className="ledger sheet">
          <caption className="hidden">{name}</caption>
          <thead>
            <tr>
              {data.headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ id, cells }) => (
              <tr key={id}>
                {cells.map((cell, at) => (
                  <td key={data.headings[at]}>
                    {at === 0 ? (
                      <Link to="/matters/$id" params={{ id }}>
                        {cell}
                      </Link>
                    ) : (
                      cell
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <footer className="ledger-foot no-print">
        <span className="hint">{data.more ? words.matters.sheetMore(data.rows.length) : ''}</span>
        <Link to="/bring-back" className="button is-small">
          <Icon name="upload" size={16} />
          {words.matters.bringBack}
        </Link>
        <button type="button" className="button is-small" onClick={() => setExporting(true)}>
          <Icon name="download" size={16} />
          {words.matters.sheetDownload}
        </button>
      </footer>
      {exporting && <ExportDrawer filter={filter} close={() => setExporting(false)} />}
    </>
  )
}

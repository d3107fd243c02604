import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FillView } from '../../../domain/returns/return-views.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { behindQuery } from '../../client/returns/returns-api.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { momentText } from '../../words/dates.ts'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'
import { useQueryText } from './use-query-text.ts'

/** The matters behind a figure, as of the day of filling. */
export function BehindDrawer({ view, cell, close }: { view: FillView; cell: string; close: () => void }) {
  const { say, locale } = useWords()
  const { behind } = useReturnsWords()
  const { directory, today } = useOffice()
  const { queryText } = useQueryText()
  const { data, error, refetch } = useQuery(behindQuery(view.id, cell))
  const asOf = momentText(view.asOf, today(), locale)
  return (
    <Drawer title={behind.title(cell)} under={data && behind.under(data.count, asOf)} close={close} width={520}>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={6} height={44} />
      ) : (
        <>
          <p className="returns-asked">{queryText(data.query)}</p>
          {data.count === 0 && <p className="muted">{behind.none}</p>}
          {data.count > data.rows.length && <p className="hint">{behind.first(data.rows.length)}</p>}
          <ul className="returns-behind">
            {data.rows.map(({ id, reference, title, unitId }) => (
              <li key={id}>
                <Link to="/matters/$id" params={{ id }}>
                  {title}
                </Link>
                <small className="hint">
                  {reference} · {unitName(directory, unitId, say)}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}

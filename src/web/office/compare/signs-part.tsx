import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SIGNS } from '../../../domain/compare/compare-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useWords } from '../../words/words.tsx'
import { signsQuery } from './compare-api.ts'
import type { CompareSearch } from './compare-search.ts'
import { CountedKinds } from './counted-kinds.tsx'

/** What may tell of figures being made, as counts of matters by unit, each opening its matters. */
export function SignsPart({ search }: { search: CompareSearch }) {
  const words = useCompareWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const { data, error, refetch } = useQuery(signsQuery(search))
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={6} height={40} />
  return (
    <WideTable label={words.signs} className="card compare-table">
      <div className="compare-foot">
        <p className="hint">{words.signsLead}</p>
        <CountedKinds kinds={data.kinds} sight={data.sight} />
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            {SIGNS.map((sign) => (
              <th key={sign} scope="col" className="is-number">
                {words.sign[sign]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.lines.map(({ unitId, isOwn, of, counts, isOutside }) => (
            <tr key={unitId}>
              <th scope="row">
                {unitName(directory, unitId, say)}
                {isOwn && words.own}
              </th>
              {SIGNS.map((sign) => (
                <td key={sign} className={`is-number ${isOutside[sign] ? 'is-outside' : ''}`}>
                  {counts[sign] > 0 ? (
                    <Link to="/compare" search={{ ...search, line: unitId, sign }}>
                      {counts[sign]}
                    </Link>
                  ) : (
                    0
                  )}
                  <small className="muted">
                    {' '}
                    / {of[sign]} {words.signOf[sign]}
                  </small>
                  {isOutside[sign] && <div>◆ {words.worth}</div>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

import type { CountRequest } from '../../../domain/counts/count-request.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { CountedLink } from '../../parts/counted/counted-link.tsx'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { useMapWords } from '../../words/map/use-map-words.ts'
import { useWords } from '../../words/words.tsx'
import type { AreaFigure } from './map-figures.ts'
import { useRateText } from './use-rate-text.ts'

/** The same figures for readers who do not see the map, in the order of the administration. */
export function MapTable({
  figures,
  requestOf,
}: {
  figures: readonly AreaFigure[]
  requestOf: (unitId: string) => CountRequest
}) {
  const map = useMapWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const rate = useRateText()
  const hasRates = figures.some((figure) => figure.rate)
  const sum = figures.reduce((total, { count }) => total + count, 0)
  return (
    <div className="card map-table-card">
      <header className="card-head">
        <h2 id="map-table">{map.table}</h2>
      </header>
      <p className="hint map-hint">
        {map.tableHint} {hasRates && map.rateHint}
      </p>
      <WideTable labelledBy="map-table" className="map-table-frame">
        <table className="map-table">
          <thead>
            <tr>
              <th scope="col">{map.area}</th>
              <th scope="col">{map.count}</th>
              {hasRates && (
                <>
                  <th scope="col">{map.population}</th>
                  <th scope="col">{map.rate}</th>
                  <th scope="col">{map.interval}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure.unitId}>
                <th scope="row">{unitName(directory, figure.unitId, say)}</th>
                <td>
                  {figure.count > 0 ? (
                    <CountedLink request={requestOf(figure.unitId)}>{figure.count.toLocaleString('en')}</CountedLink>
                  ) : (
                    '0'
                  )}
                </td>
                {hasRates && (
                  <>
                    <td>{figure.population?.toLocaleString('en') ?? map.noRate}</td>
                    <td>{rate.value(figure)}</td>
                    <td>{rate.interval(figure) || map.noRate}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{map.whole}</th>
              <td>{sum.toLocaleString('en')}</td>
              {hasRates && <td colSpan={3} />}
            </tr>
          </tfoot>
        </table>
      </WideTable>
    </div>
  )
}

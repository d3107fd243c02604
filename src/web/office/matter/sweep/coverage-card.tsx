import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { COVERAGE_FIGURES, type CoverageFigure, type CoverageRow } from '../../../../domain/views/coverage-view.ts'
import { unitName } from '../../../client/names.ts'
import { useOffice } from '../../../client/office.tsx'
import { coverageQuery } from '../../../client/queries.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'
import './coverage-card.css'

/** Which ledger a figure stands behind: the places, or what was found there. */
const PLACES: readonly CoverageFigure[] = ['toCheck', 'checked', 'left']

/** How far a sweep has come: units by figures, each number a link to exactly the rows that it counts. */
export function CoverageCard({ view, procedure }: SectionProps) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const { coverage } = procedure
  const { data } = useQuery({ ...coverageQuery(view.matter.id), enabled: coverage !== undefined })
  if (!coverage || !data) return null
  const sums = Object.fromEntries(
    COVERAGE_FIGURES.map((figure) => [figure, data.rows.reduce((sum, row) => sum + row[figure], 0)]),
  ) as Record<CoverageFigure, number>
  return (
    <section className="card" aria-labelledby="coverage">
      <header className="card-head">
        <h2 id="coverage">{words.coverage.title}</h2>
        <span className="hint">{words.coverage.done(sums.checked, sums.toCheck)}</span>
      </header>
      <div className="card-body coverage-body">
        <table className="coverage">
          <thead>
            <tr>
              <th scope="col">{words.coverage.unit}</th>
              {COVERAGE_FIGURES.map((figure) => (
                <th key={figure} scope="col" className="is-number">
                  {words.coverage.figures[figure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.unitId}>
                <th scope="row">
                  {unitName(directory, row.unitId, say)}
                  <Share row={row} />
                </th>
                {COVERAGE_FIGURES.map((figure) => (
                  <td key={figure} className={`is-number${isBad(figure, row) ? ' is-bad' : ''}`}>
                    {row[figure] === 0 ? (
                      <span className="hint">0</span>
                    ) : (
                      <Link
                        to="/matters"
                        search={{
                          procedure: PLACES.includes(figure) ? coverage.places : coverage.findings,
                          sweep: data.reference,
                          figure,
                          place: row.unitId,
                        }}
                        aria-label={words.coverage.open(
                          unitName(directory, row.unitId, say),
                          words.coverage.figures[figure],
                          row[figure],
                        )}
                      >
                        {row[figure]}
                      </Link>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const isBad = (figure: CoverageFigure, row: CoverageRow) =>
  (figure === 'overdue' || figure === 'majorLeft') && row[figure] > 0

/** A bar of what is checked of what is to be checked. */
function Share({ row }: { row: CoverageRow }) {
  const share = row.toCheck === 0 ? 0 : Math.round((row.checked / row.toCheck) * 100)
  return (
    <span className="coverage-share" aria-hidden="true">
      <i data-share={Math.round(share / 10)} />
    </span>
  )
}

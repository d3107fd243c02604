import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CHOSEN_PURPOSES, OPENING_PURPOSES } from '../../../domain/personal/opening-purpose.ts'
import type { AccessReport } from '../../../domain/views/access-views.ts'
import type { ToldCount } from '../../../domain/views/small-counts.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { Icon } from '../../theme/icon.tsx'
import { longDay } from '../../words/dates.ts'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { useWords } from '../../words/words.tsx'
import { reportQuery } from './readings-api.ts'

const PURPOSES = CHOSEN_PURPOSES
const YEARS_BACK = 5

/** The report of a year, to be printed. */
export function ReportPart() {
  const { report } = useReadingsWords()
  const { words } = useWords()
  const { today } = useOffice()
  const search = useSearch({ from: '/readings' })
  const navigate = useNavigate({ from: '/readings' })
  const now = Number(today().slice(0, 4))
  const year = search.year ?? String(now)
  const { data, error, refetch } = useQuery(reportQuery(year))
  return (
    <>
      <div className="readings-filter no-print">
        <label>
          {report.year}
          <select
            className="input"
            value={year}
            onChange={({ target }) => void navigate({ search: { show: 'report', year: target.value }, replace: true })}
          >
            {Array.from({ length: YEARS_BACK }, (_, back) => String(now - back)).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <span className="readings-buttons">
          <button type="button" className="button" onClick={() => window.print()}>
            <Icon name="print" size={16} />
            {words.print}
          </button>
        </span>
      </div>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : data ? (
        <Report data={data} />
      ) : (
        <Skeleton rows={8} height={40} />
      )}
    </>
  )
}

function Report({ data }: { data: AccessReport }) {
  const { report } = useReadingsWords()
  const { say, locale } = useWords()
  const { directory, kinds, session, today } = useOffice()
  const told = (count: ToldCount) =>
    typeof count === 'number' ? count.toLocaleString('en') : count === 'few' ? report.few : report.hidden
  const kindName = (id: string) => {
    const kind = kinds.find((one) => one.id === id)
    return kind ? say(kind.title) : id || report.others
  }
  const figures: readonly (readonly [string, string])[] = [
    [report.total, told(data.total)],
    [report.refused, String(data.refused)],
    [report.limited, String(data.limited)],
  ]
  return (
    <article className="card readings-report">
      <header>
        <h2>{report.title(data.year)}</h2>
        <p className="hint">{report.basis}</p>
        <p className="print-only">{report.printed(longDay(today(), locale), session.person.name)}</p>
      </header>
      <dl className="readings-figures">
        {figures.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl className="facts">
        <div>
          <dt>{report.emergencies}</dt>
          <dd>{report.emergencyLine(data.emergencies)}</dd>
        </div>
        <div>
          <dt>{report.exports}</dt>
          <dd>{report.exportLine(data.exports)}</dd>
        </div>
      </dl>
      {data.units.length > 0 && (
        <section aria-label={report.byUnit}>
          <h3>{report.byUnit}</h3>
          <WideTable label={report.byUnit} className="readings-scroll">
            <table className="readings-table">
              <thead>
                <tr>
                  <th scope="col">{report.unit}</th>
                  {PURPOSES.map((purpose) => (
                    <th key={purpose} scope="col">
                      {say(OPENING_PURPOSES[purpose])}
                    </th>
                  ))}
                  <th scope="col">{report.sum}</th>
                </tr>
              </thead>
              <tbody>
                {data.units.map(({ unitId, total, purposes }) => (
                  <tr key={unitId}>
                    <th scope="row">{unitId ? unitName(directory, unitId, say) : report.otherUnits}</th>
                    {PURPOSES.map((purpose) => (
                      <td key={purpose}>{told(purposes[purpose])}</td>
                    ))}
                    <td>{told(total)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </section>
      )}
      {data.kinds.length > 0 && (
        <section aria-label={report.byKind}>
          <h3>{report.byKind}</h3>
          <table className="readings-table">
            <tbody>
              {data.kinds.map(({ procedure, openings }) => (
                <tr key={procedure}>
                  <th scope="row">{kindName(procedure)}</th>
                  <td>{told(openings)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="hint">{report.note}</p>
    </article>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { daysBetween } from '../../../domain/time/time.ts'
import type { PanelBackTest } from '../../../domain/warnings/warning-view.ts'
import { chanceText } from '../../../domain/warnings/warning-words.ts'
import { CountedLink } from '../../parts/counted/counted-link.tsx'
import { SeriesChart } from '../../parts/series/series-chart.tsx'
import { SeriesLegend } from '../../parts/series/series-legend.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useIsPhone } from '../../parts/shell/use-is-phone.ts'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'
import { behindPoint } from './behind-point.ts'
import { chanceNumber, usualText } from './chance-text.ts'
import { backTestQuery } from './warnings-api.ts'
import './warnings.css'
import { WideTable } from '../../parts/shell/wide-table.tsx'

const SIZE = { phone: { width: 340, height: 140 }, wide: { width: 1000, height: 200 } }

/** A year of one series: what would have alarmed by the threshold of its day, and what it was found to be. */
export function BackTestPage() {
  const { backTest } = useWarningsWords()
  const { say } = useWords()
  const { key } = useParams({ from: '/warnings/panels/$key' })
  const { data: panel, error, refetch } = useQuery(backTestQuery(key))
  const name = panel ? `${say(panel.of)} · ${say(panel.what)}` : ''
  useTitle(name)
  return (
    <div className="page warnings">
      <p className="no-print">
        <Link to="/warnings" className="link-button">
          <Icon name="back" size={16} />
          {backTest.back}
        </Link>
      </p>
      <header className="warnings-head">
        <div>
          <h1>{error ? backTest.lost : name}</h1>
          <p className="muted">{error ? backTest.lostText : backTest.lead}</p>
        </div>
      </header>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : panel ? (
        <>
          <Year panel={panel} name={name} />
          <Raised panel={panel} />
          <Points panel={panel} />
        </>
      ) : (
        <Skeleton rows={5} height={96} />
      )}
    </div>
  )
}

function Year({ panel, name }: { panel: PanelBackTest; name: string }) {
  const { backTest, panels } = useWarningsWords()
  const { say } = useWords()
  const isPhone = useIsPhone()
  const { alarmsInYear, warnings, threshold, year, step } = panel
  const sum = alarmsInYear > 0 ? backTest.sum(alarmsInYear, warnings.length) : backTest.none
  return (
    <figure className="card back-test-year">
      <figcaption className="card-head">
        <h2>{backTest.title(year.length, step)}</h2>
        <SeriesLegend />
      </figcaption>
      <div className="card-body">
        <p>
          <b>{panel.tooLittleData ? panels.tooLittle : sum}</b>{' '}
          <span className="muted">
            {panel.tooLittleData
              ? panels.tooLittleText
              : threshold === undefined
                ? ''
                : backTest.threshold(say(chanceText(threshold, step)))}
          </span>
        </p>
        <SeriesChart points={year} size={isPhone ? SIZE.phone : SIZE.wide} label={`${name} ${sum}`} scale />
      </div>
    </figure>
  )
}

function Raised({ panel: { warnings } }: { panel: PanelBackTest }) {
  const { backTest, stage: stages, verdict: verdicts } = useWarningsWords()
  const { say } = useWords()
  return (
    <div className="card">
      <h2 className="card-head">{backTest.warnings}</h2>
      {warnings.length === 0 ? (
        <p className="card-body muted">{backTest.noWarnings}</p>
      ) : (
        <WideTable label={backTest.warnings} className="back-test-frame">
          <table className="back-test-table">
            <thead>
              <tr>
                <th scope="col">{backTest.matter}</th>
                <th scope="col">{backTest.sinceColumn}</th>
                <th scope="col">{backTest.raisedOn}</th>
                <th scope="col">{backTest.stageColumn}</th>
                <th scope="col">{backTest.verdictColumn}</th>
              </tr>
            </thead>
            <tbody>
              {warnings.map(({ matterId, name, since, raisedOn, stage, verdict }) => (
                <tr key={matterId}>
                  <th scope="row">
                    <Link to="/matters/$id" params={{ id: matterId }}>
                      {say(name)}
                    </Link>
                  </th>
                  <td>{since}</td>
                  <td>
                    {raisedOn} <span className="hint">{backTest.delay(daysBetween(since, raisedOn))}</span>
                  </td>
                  <td>{stages[stage]}</td>
                  <td>{verdict ? verdicts[verdict] : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </div>
  )
}

function Points({ panel }: { panel: PanelBackTest }) {
  const { backTest } = useWarningsWords()
  const [only, setOnly] = useState(false)
  const shown = panel.year.filter(({ crossed }) => crossed || !only)
  const newestFirst = shown.map((_, at) => shown[shown.length - 1 - at]).flatMap((point) => point ?? [])
  return (
    <div className="card">
      <header className="card-head">
        <h2>{backTest.table}</h2>
        <label className="no-print">
          <input type="checkbox" checked={only} onChange={({ target }) => setOnly(target.checked)} />{' '}
          {backTest.onlyCrossed}
        </label>
      </header>
      <WideTable label={backTest.table} className="back-test-frame is-high">
        <table className="back-test-table">
          <thead>
            <tr>
              <th scope="col">{panel.step === 'week' ? backTest.week : backTest.day}</th>
              <th scope="col">{backTest.observed}</th>
              <th scope="col">{backTest.expected}</th>
              <th scope="col">{backTest.upper}</th>
              <th scope="col">{backTest.p}</th>
              <th scope="col">{backTest.crossed}</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map(({ day, observed, expected, upper, p, crossed }) => {
              const behind = behindPoint(panel, day)
              return (
                <tr key={day}>
                  <th scope="row">{day}</th>
                  <td>{behind && observed > 0 ? <CountedLink request={behind}>{observed}</CountedLink> : observed}</td>
                  <td>{expected === null ? backTest.notJudged : usualText(expected)}</td>
                  <td>{upper === null ? '—' : Math.floor(upper)}</td>
                  <td>{p === null ? '—' : chanceNumber(p)}</td>
                  <td className={crossed ? 'panel-above' : ''}>{crossed ? backTest.yes : backTest.no}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </WideTable>
    </div>
  )
}

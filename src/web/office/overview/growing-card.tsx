import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CountRequest } from '../../../domain/counts/count-request.ts'
import type { GrowingRow, GrowingView } from '../../../domain/overview/growing-view.ts'
import { addDays } from '../../../domain/time/time.ts'
import { useOffice } from '../../client/office.tsx'
import { Chart } from '../../parts/chart/chart.tsx'
import type { ChartColours } from '../../parts/chart/chart-colours.ts'
import type { ChartOption } from '../../parts/chart/chart-option.ts'
import { CountedLink } from '../../parts/counted/counted-link.tsx'
import { useKeyNames } from '../../parts/counted/use-key-names.ts'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { useWords } from '../../words/words.tsx'
import { growingQuery, warningsQuery } from './overview-api.ts'

const SHOWN = 6
const MOST_WAITING = 4

/** What came in unusually often in the last whole week, beside its own past. */
export function GrowingCard() {
  const words = useOverviewWords()
  const { locale } = useWords()
  const search = useSearch({ from: '/overview' })
  const { data, error, refetch } = useQuery(growingQuery(search))
  return (
    <section className="card" aria-labelledby="overview-growing">
      <header className="card-head">
        <h2 id="overview-growing">{words.growing.title}</h2>
        {data && (
          <span className="hint">
            {words.growing.week(dayAndMonth(data.monday, locale), dayAndMonth(addDays(data.monday, 6), locale))}
          </span>
        )}
      </header>
      <WarningsWaiting />
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : data ? (
        <Growing view={data} />
      ) : (
        <Skeleton rows={2} height={48} />
      )}
    </section>
  )
}

/** Warnings that were raised and that nobody has judged yet. */
function WarningsWaiting() {
  const words = useOverviewWords()
  const { say } = useWords()
  const { data } = useQuery(warningsQuery)
  const waiting = (data?.cards ?? []).filter(({ stage }) => stage === 'raised')
  if (waiting.length === 0) return null
  return (
    <>
      <p className="growing-waits">
        <Link to="/warnings">{words.growing.waiting(waiting.length)}</Link>
      </p>
      <ul>
        {waiting.slice(0, MOST_WAITING).map((card) => (
          <li key={card.matterId} className="red-item">
            <span className="red-what">
              <Link to="/matters/$id" params={{ id: card.matterId }} className="red-title">
                {say(card.of)} {say(card.what)}
              </Link>
              <small>{say(card.words)}</small>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Growing({ view }: { view: GrowingView }) {
  const words = useOverviewWords()
  if (view.judged === 0) return <p className="card-body hint">{words.growing.tooLittle}</p>
  const { judged, tooShort, chance, rows } = view
  return (
    <>
      {rows.length === 0 && <p className="card-body">{words.growing.none}</p>}
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <GrowingItem key={row.category ?? row.unitId} row={row} monday={view.monday} />
        ))}
      </ul>
      <p className="card-body hint">
        {words.growing.chance(judged, (judged * chance).toFixed(1))}
        {tooShort > 0 && words.growing.tooShort(tooShort)} {words.growing.only}
      </p>
    </>
  )
}

function GrowingItem({ row, monday }: { row: GrowingRow; monday: string }) {
  const words = useOverviewWords()
  const names = useKeyNames()
  const { actor } = useOffice()
  const { unit = actor.unitId } = useSearch({ from: '/overview' })
  const name = row.category ? names('category', row.category) : names('unit', row.unitId ?? '')
  const request: CountRequest = {
    counted: ['opened'],
    from: monday,
    to: addDays(monday, 6),
    unit: row.unitId ?? unit,
    ...(row.category ? { category: row.category } : {}),
  }
  const option = useMemo(() => sparkOf(row), [row])
  return (
    <li className="growing-item">
      <b>{name}</b>
      <CountedLink request={request} className="growing-count">
        {words.growing.usual(row.count, row.usual)}
      </CountedLink>
      <Chart
        name={words.growing.picture(name, row.weeks.length, row.usual)}
        option={option}
        height={56}
        print="picture"
      />
    </li>
  )
}

/** The last weeks as a line, what is usual as a band, the judged week as a diamond. */
const sparkOf =
  ({ weeks, usual }: GrowingRow) =>
  ({ band, signalMark, surface }: ChartColours): ChartOption => ({
    grid: { left: 4, right: 8, top: 8, bottom: 4, outerBoundsMode: 'none' },
    xAxis: { type: 'category', show: false, data: weeks.map((_, week) => String(week)) },
    yAxis: { type: 'value', show: false, max: Math.max(...weeks, usual) },
    series: [
      {
        type: 'line',
        data: [...weeks],
        silent: true,
        markArea: { silent: true, itemStyle: { color: band }, data: [[{ yAxis: 0 }, { yAxis: usual }]] },
      },
      {
        type: 'scatter',
        silent: true,
        symbol: 'diamond',
        symbolSize: 11,
        itemStyle: { color: signalMark, borderColor: surface, borderWidth: 1 },
        data: [[weeks.length - 1, weeks.at(-1) ?? 0]],
      },
    ],
  })

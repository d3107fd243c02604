import { useMemo } from 'react'
import { WALL_WEEKS, type WallView } from '../../../domain/overview/wall-view.ts'
import { useOffice } from '../../client/office.tsx'
import { Chart } from '../../parts/chart/chart.tsx'
import type { ChartColours } from '../../parts/chart/chart-colours.ts'
import type { ChartOption } from '../../parts/chart/chart-option.ts'
import { shortDay } from '../../words/dates.ts'
import { useWallWords } from '../../words/wall/use-wall-words.ts'
import type { WallWords } from '../../words/wall/wall.zh.ts'
import { useWords } from '../../words/words.tsx'

/** What came in and what went out, told apart by a dash. */
export function WallFlow({ view: { weeks } }: { view: WallView }) {
  const { locale } = useWords()
  const words = useWallWords()
  const { today } = useOffice()
  // The picture is drawn anew only when a number is another one.
  const written = JSON.stringify(weeks)
  const option = useMemo(
    () => flowOption(JSON.parse(written), words, (day) => shortDay(day, today(), locale)),
    [written, words, today, locale],
  )
  const last = weeks.at(-1)
  const text = (count = 0) => count.toLocaleString('en')
  return (
    <section className="wall-card wall-flow" aria-labelledby="wall-flow">
      <header className="wall-card-head">
        <h2 id="wall-flow">{words.flow(WALL_WEEKS)}</h2>
        <p>
          <i className="wall-key" /> {words.opened}
          <i className="wall-key is-dashed" /> {words.closed}
        </p>
      </header>
      <Chart name={words.flowSaid(WALL_WEEKS, text(last?.opened), text(last?.closed))} option={option} height="fill" />
    </section>
  )
}

const flowOption =
  (weeks: WallView['weeks'], words: WallWords, day: (day: string) => string) =>
  ({ series, ink }: ChartColours): ChartOption => {
    const size = Math.max(12, Math.round(Math.min(window.innerWidth / 120, window.innerHeight / 67.5)))
    const axisLabel = { fontSize: size }
    return {
      grid: { left: 0, right: 8, top: 8, bottom: 0 },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: weeks.map(({ monday }) => day(monday)),
        axisLabel,
      },
      yAxis: { type: 'value', position: 'right', splitNumber: 3, minInterval: 1, axisLabel },
      series: [
        {
          type: 'line',
          name: words.opened,
          silent: true,
          data: weeks.map(({ opened }) => opened),
          itemStyle: { color: series },
          lineStyle: { width: 3 },
        },
        {
          type: 'line',
          name: words.closed,
          silent: true,
          data: weeks.map(({ closed }) => closed),
          itemStyle: { color: ink },
          lineStyle: { width: 3, type: 'dashed' },
        },
      ],
    }
  }

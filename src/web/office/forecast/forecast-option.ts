import type { ForecastView } from '../../../domain/forecast/forecast-view.ts'
import type { ChartColours } from '../../parts/chart/chart-colours.ts'
import type { ChartOption } from '../../parts/chart/chart-option.ts'
import type { ForecastWords } from '../../words/forecast/forecast.zh.ts'

export type What = 'open' | 'overdue'

/** The past as a line, what is said as dashes in a band; weeks of which nothing is said stay empty. */
export function forecastOption(view: ForecastView, what: What, days: readonly string[], words: ForecastWords) {
  const { past, ahead } = view
  const now = past.at(-1)?.[what] ?? 0
  const before = past.map(() => null)
  // The dashes begin where the line ends, or they would hang in the air.
  const joined = before.map((_, at) => (at === past.length - 1 && ahead[0]?.[what].said ? now : null))
  const said = ahead.map((week) => week[what].said)
  return ({ series, band }: ChartColours): ChartOption => ({
    grid: { left: 8, right: 16, top: 12, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: [...days], boundaryGap: false },
    yAxis: { type: 'value', min: 0, minInterval: 1 },
    series: [
      {
        id: 'lower',
        type: 'line',
        stack: 'band',
        silent: true,
        lineStyle: { opacity: 0 },
        tooltip: { show: false },
        data: [...joined, ...said.map((each) => each?.lower ?? null)],
      },
      {
        id: 'band',
        type: 'line',
        stack: 'band',
        silent: true,
        lineStyle: { opacity: 0 },
        areaStyle: { color: band, opacity: 1 },
        tooltip: { show: false },
        data: [
          ...joined.map((each) => (each === null ? null : 0)),
          ...said.map((each) => each && each.upper - each.lower),
        ],
      },
      { id: 'past', name: words.past, type: 'line', color: series, data: [...past.map((week) => week[what])] },
      {
        id: 'ahead',
        name: words.ahead,
        type: 'line',
        color: series,
        lineStyle: { type: 'dashed' },
        showSymbol: true,
        symbol: 'circle',
        symbolSize: 5,
        data: [...joined, ...said.map((each) => (each ? Math.round(each.value * 10) / 10 : null))],
      },
    ],
  })
}

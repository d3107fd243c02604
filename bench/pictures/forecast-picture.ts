import { forecastFlow } from '../../src/statistics/forecast/forecast-flow.ts'
import { FORECAST_WEEKLY } from '../../src/statistics/forecast/forecast-settings.ts'
import { asKnownAt, flowStocks, type MatterFlow } from '../../src/statistics/forecast/matter-flow.ts'
import { area, circle, drawing, frame, type Point, path } from './svg.ts'

const BEFORE = 40
const TICK = 20

/** Overdue matters before and after a step, with what was said at that step of the weeks after it. */
export function forecastPicture(flow: MatterFlow, now: number, title: string): string {
  const answer = forecastFlow(asKnownAt(flow, now), FORECAST_WEEKLY)
  if (!answer.ok) throw new Error(answer.about)
  const { overdue } = flowStocks(flow)
  const last = now + FORECAST_WEEKLY.horizon
  const from = now - BEFORE
  const shown = overdue.slice(from - 1, last)
  const said = answer.horizons.flatMap(({ step, overdue: each }) => (each.isSaid ? [{ step, ...each }] : []))
  const all = [...shown, ...said.flatMap(({ lower, upper }) => [lower, upper])]
  const least = Math.floor(Math.min(...all) / TICK) * TICK
  const most = Math.ceil(Math.max(...all) / TICK) * TICK
  const at = frame([from, last], [least, most])
  const start: Point = [at.x(now), at.y(overdue[now - 1] ?? 0)]
  const line = shown.map((count, i): Point => [at.x(from + i), at.y(count)])
  const ends = (what: 'lower' | 'upper'): Point[] => [
    start,
    ...said.map((each): Point => [at.x(each.step), at.y(each[what])]),
  ]
  return drawing(
    at,
    {
      ticks: [from, from + 10, from + 20, from + 30, now, last],
      shown: (step) => String(step - now),
      title: 'weeks from the day of the forecast',
    },
    { ticks: Array.from({ length: (most - least) / TICK + 1 }, (_, i) => least + i * TICK), shown: String, title },
    [
      area(ends('upper'), ends('lower'), '#dbe9e8'),
      path(
        [start, ...said.map(({ step, value }): Point => [at.x(step), at.y(value)])],
        'stroke="#0e5f66" stroke-width="2" stroke-dasharray="5 4"',
      ),
      path(line.slice(0, BEFORE + 1), 'stroke="#0e5f66" stroke-width="2"'),
      ...line
        .slice(BEFORE + 1)
        .map((point) => circle(point, 3.5, 'stroke="#17211f" stroke-width="1.5" fill="#ffffff"')),
    ],
  )
}

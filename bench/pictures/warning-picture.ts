import type { CountSeries } from '../../src/statistics/count-series.ts'
import { house } from '../../src/statistics/house/house.ts'
import { houseDefaults } from '../../src/statistics/house/house-settings.ts'
import { area, circle, diamond, drawing, frame, label, type Point, path } from './svg.ts'

/** Counts as circles, what was to be expected as a line, the bound as the edge of a band, alarms as named diamonds. */
export function warningPicture(series: CountSeries, from: number, title: string): string {
  const points = Array.from({ length: series.observed.length - from + 1 }, (_, index) => from + index)
  const result = house(series, houseDefaults(series.frequency), points)
  if (!result.ok) throw new Error(result.about)
  const counts = points.map((point) => series.observed[point - 1] ?? 0)
  const most = Math.max(...counts) * 1.08
  const at = frame([from, series.observed.length], [0, most])
  const line = (values: readonly (number | null)[]) =>
    points.map((point, index): Point => [at.x(point), at.y(values[index] ?? 0)])
  const marks = points.map((point, index) => {
    const spot: Point = [at.x(point), at.y(counts[index] as number)]
    if (!result.alarm[index]) return circle(spot, 2.5, 'stroke="#0e5f66" stroke-width="1.2" fill="#ffffff"')
    const date = series.dates?.[point - 1] ?? String(point)
    return diamond(spot, 6, '#8f4a84') + label([spot[0] + 10, spot[1] + 4], date, 'fill="#6b2f62"')
  })
  const step = most > 800 ? 300 : 100
  return drawing(
    at,
    {
      ticks: points.filter((point) => series.dates?.[point - 1]?.endsWith('-01')),
      shown: (point) => series.dates?.[point - 1] ?? '',
      title: 'day',
    },
    { ticks: Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step), shown: String, title },
    [
      area(line(result.upperbound), line(points.map(() => 0)), '#eef4f3'),
      path(line(result.expected), 'stroke="#0e5f66" stroke-dasharray="5 4"'),
      ...marks,
    ],
  )
}

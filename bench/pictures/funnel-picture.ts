import { compareUnits } from '../../src/statistics/funnel/compare-units.ts'
import { FEWEST, type NamedCount } from '../../src/statistics/funnel/comparison.ts'
import { funnelCurve } from '../../src/statistics/funnel/funnel-curve.ts'
import { area, circle, diamond, drawing, frame, label, type Point, path } from './svg.ts'

const SMALLEST = 4
/** Where the drawing ends below. */
const LOWEST = 0.3

/** The funnel of shares by number: two bands, a dashed mean, open circles within, a named diamond beyond the outer band. */
export function funnelPicture(units: readonly NamedCount[], title: string): string {
  const answer = compareUnits(units, { kind: 'proportion', fewest: FEWEST.proportion })
  if (!answer.ok) throw new Error(answer.about)
  const most = Math.max(...units.map(({ denominator }) => denominator)) * 1.08
  const at = frame([0, most], [LOWEST, 1])
  const sizes = Array.from({ length: 240 }, (_, i) => SMALLEST + (i * (most - SMALLEST)) / 239).map(Math.round)
  const bands = funnelCurve(answer, sizes)
  const edge = (band: 'inner' | 'outer', end: 'lower' | 'upper') =>
    bands.map((each): Point => [at.x(each.denominator), at.y(Math.max(LOWEST, each[band][end]))])
  const marks = answer.units.flatMap(({ name, rate, denominator, verdict }) => {
    if (rate === null) return []
    const point: Point = [at.x(denominator), at.y(Math.max(LOWEST, rate))]
    if (verdict !== 'low' && verdict !== 'high')
      return [circle(point, 4, 'stroke="#0e5f66" stroke-width="1.5" fill="#ffffff"')]
    return [diamond(point, 6, '#8f4a84'), label([point[0] + 10, point[1] + 4], name, 'fill="#6b2f62"')]
  })
  const mean = path(
    [
      [at.x(0), at.y(answer.target)],
      [at.x(most), at.y(answer.target)],
    ],
    'stroke="#0e5f66" stroke-dasharray="5 4"',
  )
  return drawing(
    at,
    { ticks: [0, 20, 40, 60, 80, 100, 120].filter((tick) => tick <= most), shown: String, title: 'matters counted' },
    { ticks: [0.4, 0.6, 0.8, 1], shown: (value) => `${Math.round(100 * value)}%`, title },
    [
      area(edge('outer', 'upper'), edge('outer', 'lower'), '#eef4f3'),
      area(edge('inner', 'upper'), edge('inner', 'lower'), '#dbe9e8'),
      mean,
      ...marks,
    ],
  )
}

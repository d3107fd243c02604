import type { SeriesPoint } from '../../../domain/warnings/warning-view.ts'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { type Size, seriesShape } from './series-shape.ts'
import './series.css'

const DATE_ROOM = 16
const DIAMOND = 4.5

/**
 * A series as a light drawing: the line of counts, the band of what would be nothing unusual, diamonds where it was crossed. `label` says in
 * words what there is to see; where the figures matter, a table stands beside.
 */
export function SeriesChart({
  points,
  size,
  label,
  scale,
}: {
  points: readonly SeriesPoint[]
  size: Size
  label: string
  /** The highest count is written at its height. */
  scale?: true
}) {
  const { locale } = useWords()
  const { line, bands, usual, marks, ticks, most, yOf, bottom, bound } = seriesShape(points, size)
  return (
    <svg
      className="series-chart"
      viewBox={`0 0 ${size.width} ${size.height + DATE_ROOM}`}
      role="img"
      aria-label={label}
    >
      {bands.map((path) => (
        <path key={path} d={path} className="series-band" />
      ))}
      {scale && (
        <>
          <path d={`M0 ${yOf(most)}H${size.width}`} className="series-grid" />
          <text x={0} y={yOf(most) - 3} className="series-date">
            {most.toLocaleString('en', { maximumFractionDigits: 0 })}
          </text>
        </>
      )}
      <path d={`M0 ${bottom}H${size.width}`} className="series-ground" />
      {usual.map((path) => (
        <path key={path} d={path} className="series-usual" />
      ))}
      {bound !== undefined && <path d={`M0 ${bound}H${size.width}`} className="series-bound" />}
      <path d={line} className="series-line" />
      {marks.map(({ at, x, y }) => (
        <g key={at} className="series-mark">
          <path d={`M${x} ${y}V${bottom}`} className="series-drop" />
          <path d={`M${x} ${y - DIAMOND}l${DIAMOND} ${DIAMOND}l${-DIAMOND} ${DIAMOND}l${-DIAMOND} ${-DIAMOND}z`} />
        </g>
      ))}
      {ticks.map(({ at, x }, index) => (
        <text
          key={at}
          x={x}
          y={size.height + DATE_ROOM - 4}
          textAnchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
          className="series-date"
        >
          {dayAndMonth(points[at]?.day ?? '', locale)}
        </text>
      ))}
    </svg>
  )
}

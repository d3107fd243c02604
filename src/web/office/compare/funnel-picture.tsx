import type { CompareView } from '../../../domain/compare/compare-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useWords } from '../../words/words.tsx'

const SIZE = { width: 640, height: 440, left: 60, right: 20, top: 16, bottom: 44 }
type Funnel = NonNullable<CompareView['funnel']>

/** The funnel: bands that chance keeps to, a circle a unit, a named diamond where a unit lies beyond. */
export function FunnelPicture({ view, funnel }: { view: CompareView; funnel: Funnel }) {
  const words = useCompareWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const name = say(view.indicator.title)
  const points = view.lines.flatMap(({ unitId, numerator, denominator, isOutside }) =>
    numerator === null || !denominator ? [] : [{ unitId, rate: numerator / denominator, denominator, isOutside }],
  )
  const most = Math.max(10, ...points.map(({ denominator }) => denominator)) * 1.12
  const low = Math.max(0, Math.floor(10 * Math.min(funnel.target - 0.1, ...points.map(({ rate }) => rate))) / 10)
  const high = Math.min(1, Math.ceil(10 * Math.max(funnel.target + 0.1, ...points.map(({ rate }) => rate))) / 10)
  const x = (size: number) => SIZE.left + (size / most) * (SIZE.width - SIZE.left - SIZE.right)
  const y = (rate: number) => {
    const share = (Math.min(high, Math.max(low, rate)) - low) / (high - low)
    return SIZE.height - SIZE.bottom - share * (SIZE.height - SIZE.top - SIZE.bottom)
  }
  const curve = funnel.curve.filter(({ denominator }) => denominator <= most)
  const band = (which: 'inner' | 'outer') => {
    const there = curve.map((each) => `${x(each.denominator).toFixed(1)},${y(each[which].upper).toFixed(1)}`)
    const back = curve.map((each) => `${x(each.denominator).toFixed(1)},${y(each[which].lower).toFixed(1)}`).reverse()
    return [...there, ...back].join(' ')
  }
  const marks = ticks(most)
  const labels = placed(
    points.map((each) => ({
      ...each,
      at: [x(each.denominator), y(each.rate)] as const,
      wide: widthOf(unitName(directory, each.unitId, say)),
    })),
  )
  return (
    <figure className="card compare-plot">
      <figcaption className="card-head">
        <h2>{words.plot(name)}</h2>
        <span className="compare-legend">
          <i className="is-inner" /> {words.inner} <i className="is-outer" /> {words.outer} <i className="is-level" />{' '}
          {words.level}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={words.plotLabel(name, say(view.sentence))}
        className="funnel"
      >
        <polygon points={band('outer')} className="funnel-outer" />
        <polygon points={band('inner')} className="funnel-inner" />
        {steps(low, high).map((rate) => (
          <g key={rate}>
            <line x1={SIZE.left} x2={SIZE.width - SIZE.right} y1={y(rate)} y2={y(rate)} className="funnel-grid" />
            <text x={SIZE.left - 8} y={y(rate) + 4} textAnchor="end">
              {Math.round(100 * rate)}%
            </text>
          </g>
        ))}
        {marks.map((size) => (
          <text key={size} x={x(size)} y={SIZE.height - SIZE.bottom + 18} textAnchor="middle">
            {size}
          </text>
        ))}
        <text x={SIZE.width - SIZE.right} y={SIZE.height - 8} textAnchor="end">
          {words.axis}
        </text>
        <line
          x1={SIZE.left}
          x2={SIZE.width - SIZE.right}
          y1={y(funnel.target)}
          y2={y(funnel.target)}
          className="funnel-level"
        />
        {labels.map(({ unitId, at: [left, top], isOutside, below, isNamed }) => (
          <g key={unitId} className={isOutside ? 'is-outside' : ''}>
            {isOutside ? (
              <path d={`M${left} ${top - 7}l7 7-7 7-7-7z`} />
            ) : (
              <circle cx={left} cy={top} r={5} className="funnel-unit" />
            )}
            <title>{unitName(directory, unitId, say)}</title>
            {(isNamed || isOutside) && (
              <text
                x={left}
                y={top + (below ? 20 : -10)}
                textAnchor={anchorAt(left)}
                className={isOutside ? '' : 'funnel-name'}
              >
                {unitName(directory, unitId, say)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  )
}

type Placed = {
  readonly unitId: string
  readonly at: readonly [number, number]
  readonly isOutside: boolean
  /** Characters of its name. */
  readonly wide: number
}

const anchorAt = (left: number) => (left > SIZE.width - 80 ? 'end' : left < SIZE.left + 60 ? 'start' : 'middle')

/**
 * A name stands above its mark, below it where another would be written over, and is left to the table where neither is free. Those that
 * lie outside come first.
 */
function placed<T extends Placed>(points: readonly T[]): (T & { below: boolean; isNamed: boolean })[] {
  const taken: (readonly [x: number, y: number, half: number])[] = points.map(({ at: [x, y] }) => [x, y - 4, 6])
  const place = (point: T) => {
    const [left, top] = point.at
    const half = 6.5 * point.wide
    const middle = left + { start: half, middle: 0, end: -half }[anchorAt(left)]
    const isFree = (height: number) =>
      taken.every(([x, y, wide]) => Math.abs(x - middle) > wide + half || Math.abs(y - height + 4) > 13)
    const above = top > SIZE.top + 16 && isFree(top - 10)
    const below = !above && isFree(top + 20)
    if (above || below) taken.push([middle, top + (below ? 20 : -10) - 4, half])
    return { ...point, below, isNamed: above || below }
  }
  const outside = points.filter(({ isOutside }) => isOutside).map(place)
  return [...points.filter(({ isOutside }) => !isOutside).map(place), ...outside]
}

const steps = (low: number, high: number) =>
  Array.from({ length: Math.round((high - low) * 10) + 1 }, (_, at) => low + at / 10)

/** Four or five round numbers. */
function ticks(most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000].find((each) => most / each <= 5)
  return Array.from({ length: Math.floor(most / (step ?? most)) + 1 }, (_, at) => at * (step ?? most))
}

/** A Chinese character is as wide as two letters. */
const widthOf = (name: string) => [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.5), 0)

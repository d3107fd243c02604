import type { MapArea } from '../../../domain/map/map-area.ts'
import { FEW } from '../../../domain/views/small-counts.ts'
import { type Interval, meanInterval } from '../../../statistics/indicators/exact-interval.ts'
import { classesOf, classOf, type FigureClass, toneOf } from '../../parts/map/classes.ts'

/** Inhabitants that a rate is for. */
const RATE_PER = 10_000
const CONFIDENCE = 0.95

/** Matters per ten thousand inhabitants, and what the count does not rule out. */
export type Rate = Interval & { readonly value: number }

export type AreaFigure = {
  readonly unitId: string
  readonly count: number
  readonly population?: number
  /** Where the population is known. */
  readonly rate?: Rate
  /** The shade it is drawn in, from 0; none for nothing, and for a rate that too few matters make. */
  readonly tone?: number
  /** Too few matters to speak of a rate. */
  readonly few: boolean
}

export type AreaFigures = { readonly figures: readonly AreaFigure[]; readonly classes: readonly FigureClass[] }

/** The figures of the areas that are drawn, and the classes they fall into. */
export function figuresOf(
  areas: readonly MapArea[],
  counts: ReadonlyMap<string, number>,
  show: 'count' | 'rate',
): AreaFigures {
  const bare = areas.map(({ unitId, population }) => {
    const count = counts.get(unitId) ?? 0
    const few = show === 'rate' && count > 0 && count < FEW
    return { unitId, count, few, ...(population ? { population, rate: rateOf(count, population) } : {}) }
  })
  const shown = (figure: Omit<AreaFigure, 'tone'>) => (show === 'count' ? figure.count : (figure.rate?.value ?? 0))
  const classes = classesOf(bare.filter(({ few }) => !few).map(shown), show === 'count')
  const figures = bare.map((figure) => {
    const at = figure.few ? undefined : classOf(classes, shown(figure))
    return at === undefined ? figure : { ...figure, tone: toneOf(at, classes.length) }
  })
  return { figures, classes }
}

/** The rate with its exact interval (Garwood 1936): the count is of matters that came in one by one. */
export function rateOf(count: number, population: number): Rate {
  const { lower, upper } = meanInterval(count, CONFIDENCE, 'exact')
  const per = RATE_PER / population
  return { value: count * per, lower: lower * per, upper: upper * per }
}

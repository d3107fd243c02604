import { monotoneRoot } from '../indicators/monotone-root.ts'
import { discreteQuantile } from '../numerics/discrete-quantile.ts'
import { normalQuantile } from '../numerics/normal.ts'
import { studentTwoSided } from '../numerics/student-t.ts'
import type { FunnelKind } from './funnel-input.ts'
import { errorOnScale, leftBy, mixedAtMost, offScale } from './mixed-law.ts'
import type { UnitScatter } from './unit-scatter.ts'

/** How the count of a unit of one size falls when the unit is one of those that differ among themselves. */
export type ScatterLaw = {
  /** The smallest count whose cumulative probability reaches this. */
  readonly quantile: (probability: number) => number
  /** The rate with this probability below it, between whole counts too: for drawing. */
  readonly limit: (probability: number) => number
}

/** Of the units' worth of knowledge about the spread, what is left once residuals are cut and the sides are looked at. */
const WORTH = 0.6
const LEAST_DEGREES = 3

/**
 * The law of a unit of this size. The spread is widened for being estimated from few units: by as much as Student's law
 * is wider than the normal one.
 */
export function scatterLaw(kind: FunnelKind, denominator: number, scatter: UnitScatter): ScatterLaw {
  const rate = offScale(kind, scatter.centre)
  const largest = kind === 'proportion' ? denominator : Number.MAX_VALUE
  const error = errorOnScale(kind, denominator, rate)
  const finest = Math.min(scatter.below, scatter.above) / 2
  const chance = (count: number, widening: number) => {
    if (count >= largest) return 1
    if (count < 0) return 0
    const left = leftBy(kind, count, denominator, finest)
    return mixedAtMost(left, scatter.centre, scatter.below * widening, scatter.above * widening)
  }
  const slope = denominator * rate * (kind === 'proportion' ? 1 - rate : 1)
  return {
    quantile: (probability) => {
      const widening = wideningFor(probability, scatter.known)
      return discreteQuantile(probability, {
        mean: denominator * rate,
        sd: slope * Math.hypot(error, (probability < 0.5 ? scatter.below : scatter.above) * widening),
        skewness: 0,
        excessKurtosis: 0,
        largest,
        atMost: (count) => chance(count, widening),
        moreThan: (count) => 1 - chance(count, widening),
      })
    },
    limit: (probability) => {
      const widening = wideningFor(probability, scatter.known)
      const reach = 12 * Math.hypot(error, Math.max(scatter.below, scatter.above) * widening)
      const highest = kind === 'proportion' ? 1 : Math.exp(Math.min(scatter.centre + reach, 20))
      // Half a count on either side, so that the line runs between the whole counts that decide.
      const at = (share: number) => chance(Math.min(share * denominator, largest) - 0.5, widening) - probability
      return at(0) >= 0 ? 0 : at(highest) <= 0 ? highest : monotoneRoot(at, 0, highest)
    },
  }
}

function wideningFor(probability: number, known: number): number {
  const degrees = Math.max(LEAST_DEGREES, WORTH * known)
  const tail = 2 * Math.min(probability, 1 - probability)
  const normal = Math.abs(normalQuantile(tail / 2))
  return monotoneRoot((t) => studentTwoSided(t, degrees) - tail, 0, 100 * normal) / normal
}

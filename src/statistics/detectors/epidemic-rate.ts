import { bracketedNewton, type Slope } from '../numerics/bracketed-newton.ts'

/** Counts from index `from` on, each of which may have come from the one before it at some rate lambda. */
export type EpidemicWindow = {
  readonly counts: readonly number[]
  /** In-control means, at least one a count. */
  readonly means: readonly number[]
  readonly from: number
}

/** At the very start nothing came before; after an alarm its own count did. */
const countBefore = (counts: readonly number[], i: number) => (i === 0 ? 0 : counts[i - 1]!)

/** Log likelihood ratio of mean + lambda times the count before against the mean alone. */
export function valueAt({ counts, means, from }: EpidemicWindow, lambda: number): number {
  let sum = 0
  for (let i = from; i < counts.length; i++) {
    const infected = lambda * countBefore(counts, i)
    sum += counts[i]! * Math.log1p(infected / means[i]!) - infected
  }
  return sum
}

/** The lambda, 0 or more, with the highest value: its slope falls in lambda, so a bracket always holds it. */
export function likeliestRate(window: EpidemicWindow): number {
  const largest = largestRate(window)
  if (largest === 0 || slopeAt(window, 0).slope <= 0) return 0
  return bracketedNewton((lambda) => slopeAt(window, lambda), 0, largest)
}

/** Here no count is above its mean any more, so the slope is not positive. */
function largestRate({ counts, means, from }: EpidemicWindow): number {
  let largest = 0
  for (let i = from; i < counts.length; i++) {
    const before = countBefore(counts, i)
    if (before > 0) largest = Math.max(largest, (counts[i]! - means[i]!) / before)
  }
  return largest
}

/** First and second derivative of the value in lambda. */
function slopeAt({ counts, means, from }: EpidemicWindow, lambda: number): Slope {
  let slope = 0
  let curvature = 0
  for (let i = from; i < counts.length; i++) {
    const before = countBefore(counts, i)
    const share = before / (means[i]! + lambda * before)
    slope += counts[i]! * share - before
    curvature -= counts[i]! * share * share
  }
  return { slope, curvature }
}

/** Where R starts its first search, which it makes in phi = ln lambda. */
export const NEWTON_START = 0.5
/** R takes at least one step, except from this near to here, and none from below the second. */
const NEWTON_BEFORE = 2
const LEAST_PHI = -18

/** R's plain Newton steps, to compare with R; NaN, as all that follow it, where every lambda fits as well as the next. */
export function newtonRate(window: EpidemicWindow, start: number): number {
  let before = NEWTON_BEFORE
  let phi = Math.log(start)
  for (let step = 0; step < 1000 && phi > LEAST_PHI && Math.abs(Math.exp(phi) - Math.exp(before)) > 1e-6; step++) {
    before = phi
    const lambda = Math.exp(phi)
    const { slope, curvature } = slopeAt(window, lambda)
    // By phi: the first derivative times lambda, and the second one times lambda² plus that.
    phi -= slope / (slope + lambda * curvature)
  }
  return Math.exp(phi)
}

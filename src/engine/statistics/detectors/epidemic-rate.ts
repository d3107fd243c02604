/** Counts from index `from` on, each of which may have come from the one before it at some rate lambda. */
export type EpidemicWindow = {
  readonly counts: readonly number[]
  /** In-control means, at least one a count. */
  readonly means: readonly number[]
  readonly from: number
}

const SETTLED = 1e-12
const MOST_STEPS = 200

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
  let low = 0
  let high = largestRate(window)
  if (high === 0 || slopeAt(window, 0).slope <= 0) return 0
  let lambda = high / 2
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, curvature } = slopeAt(window, lambda)
    if (slope > 0) low = lambda
    else high = lambda
    const newton = lambda - slope / curvature
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - lambda) <= SETTLED * lambda) return next
    lambda = next
  }
  return lambda
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
function slopeAt({ counts, means, from }: EpidemicWindow, lambda: number): { slope: number; curvature: number } {
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

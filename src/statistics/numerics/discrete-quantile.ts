import { normalQuantile } from './normal.ts'

/** What the search needs to know of a law on 0, 1, …, largest. */
export type DiscreteLaw = {
  readonly mean: number
  readonly sd: number
  readonly skewness: number
  readonly excessKurtosis: number
  readonly largest: number
  readonly atMost: (k: number) => number
  readonly moreThan: (k: number) => number
}

/** Beyond this mean the expansion below is off by less than a thousandth of one count, and tails take long. */
const EXPANSION_FROM = 1e8

/** A probability this close below p counts as p, so that p = F(k) gives k in spite of rounding; R 4.2 above 1/2. */
const FUZZ_BELOW_HALF = 64 * Number.EPSILON
const FUZZ_ABOVE_HALF = 8 * Number.EPSILON

/**
 * The smallest k with P(Y <= k) >= p. Starts at the Cornish-Fisher approximation, which is mostly right or off by one,
 * and strides from there: a running sum from 0 would underflow for large means.
 */
export function discreteQuantile(p: number, law: DiscreteLaw): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0) return 0
  if (p === 1) return law.largest
  const target = p * (1 - (p > 0.5 ? FUZZ_ABOVE_HALF : FUZZ_BELOW_HALF))
  // Whichever tail is small carries the digits.
  const reaches = (k: number) => (p > 0.5 ? law.moreThan(k) <= 1 - target : law.atMost(k) >= target)
  const start = Math.min(Math.max(Math.ceil(continuousQuantile(p, law) - 0.5), 0), law.largest)
  if (law.mean > EXPANSION_FROM) return start
  if (reaches(start)) {
    let below = start - 1
    for (let stride = 1; below >= 0 && reaches(below); stride *= 2) below -= stride
    return firstReaching(Math.max(below, -1), start, reaches)
  }
  let above = start + 1
  for (let stride = 1; above < law.largest && !reaches(above); stride *= 2) above += stride
  return firstReaching(start, Math.min(above, law.largest), reaches)
}

/** Cornish and Fisher's expansion of a quantile (Abramowitz and Stegun 26.2.49) from the first four moments. */
function continuousQuantile(p: number, { mean, sd, skewness, excessKurtosis }: DiscreteLaw): number {
  const z = normalQuantile(p)
  const square = z * z
  const third = (z * (square - 3) * excessKurtosis) / 24 - (z * (2 * square - 5) * skewness * skewness) / 36
  return mean + sd * (z + ((square - 1) * skewness) / 6 + third)
}

/** The first k above `low`, which does not reach, up to `high`, which does. */
function firstReaching(low: number, high: number, reaches: (k: number) => boolean): number {
  let below = low
  let at = high
  while (at - below > 1) {
    const middle = below + Math.floor((at - below) / 2)
    // Beyond 2^53 neighbours are further apart than one: there is nothing between.
    if (middle === below || middle === at) break
    if (reaches(middle)) at = middle
    else below = middle
  }
  return at
}

import { binomialMass } from './binomial-mass.ts'

const EPSILON = Number.EPSILON
const TINY = 1e-300

/**
 * P(B <= x) for a beta variable: the regularised incomplete beta function I_x(a, b), with 1 - x given separately so
 * that it stays exact near 1. Relative accuracy about 1e-13 in either tail.
 */
export function betaLowerTail(x: number, oneMinusX: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (oneMinusX <= 0) return 1
  return isBelowMean(x, a, b) ? fraction(x, oneMinusX, a, b) : 1 - fraction(oneMinusX, x, b, a)
}

/** The fraction converges quickly below the mean, where it also gives the smaller of the two tails. */
const isBelowMean = (x: number, a: number, b: number) => x * (a + b + 2) <= a + 1

/** Abramowitz and Stegun 26.5.8 by the modified Lentz method; needs about √max(a, b) steps. */
function fraction(x: number, oneMinusX: number, a: number, b: number): number {
  // x^a (1-x)^b / (a B(a, b)), written as a binomial probability, which is accurate for large and small a and b.
  const front = (binomialMass(a, a + b, x, oneMinusX) * b) / (a + b)
  if (front === 0) return 0
  let c = 1
  let d = lifted(1 - ((a + b) * x) / (a + 1))
  d = 1 / d
  let value = d
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / lifted(1 + even * d)
    c = lifted(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / lifted(1 + odd * d)
    c = lifted(1 + odd / c)
    const factor = d * c
    value *= factor
    // The other way round, so that no number, with which no comparison holds, ends it too.
    if (!(Math.abs(factor - 1) >= 4 * EPSILON)) return front * value
  }
}

const lifted = (value: number) => (Math.abs(value) < TINY ? TINY : value)

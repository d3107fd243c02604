import { logGamma } from './log-gamma.ts'

/** R's tolerance and limit (theta.ml of MASS; Venables and Ripley 2002, section 7.4). */
const SETTLED = Number.EPSILON ** 0.25
const MOST_STEPS = 25

/**
 * The size (1/alpha) that makes counts with these means most likely, by Newton's method from the moment estimate.
 * Undefined where there is none: counts that are all 0.
 */
export function likeliestSize(counts: Float64Array, means: Float64Array): number | undefined {
  let size = counts.length / counts.reduce((total, count, i) => total + (count / means[i]! - 1) ** 2, 0)
  for (let step = 1; step < MOST_STEPS; step++) {
    size = Math.abs(size)
    const { slope, information } = slopeAt(counts, means, size)
    const move = slope / information
    size += move
    if (Math.abs(move) <= SETTLED) break
  }
  return size > 0 && Number.isFinite(size) ? size : undefined
}

/** First derivative of the log-likelihood in the size, and minus the second. */
function slopeAt(counts: Float64Array, means: Float64Array, size: number): { slope: number; information: number } {
  let slope = 0
  let information = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    const total = means[i]! + size
    slope += digammaStep(size, count) + Math.log(size / total) + (means[i]! - count) / total
    information -= trigammaStep(size, count) + 1 / size - 2 / total + (count + size) / (total * total)
  }
  return { slope, information }
}

/** From here the asymptotic series takes over from adding up one term a count. */
const LONG_SUM = 1000

/** digamma(size + count) - digamma(size), for whole counts. */
function digammaStep(size: number, count: number): number {
  if (count > LONG_SUM) return digammaStep(size, LONG_SUM) + digamma(size + count) - digamma(size + LONG_SUM)
  let sum = 0
  for (let j = 0; j < count; j++) sum += 1 / (size + j)
  return sum
}

/** trigamma(size + count) - trigamma(size), for whole counts. */
function trigammaStep(size: number, count: number): number {
  if (count > LONG_SUM) return trigammaStep(size, LONG_SUM) + trigamma(size + count) - trigamma(size + LONG_SUM)
  let sum = 0
  for (let j = 0; j < count; j++) sum -= 1 / ((size + j) * (size + j))
  return sum
}

/** Abramowitz and Stegun 6.3.18 and 6.4.12, for arguments above a thousand. */
const digamma = (x: number) => Math.log(x) - 1 / (2 * x) - 1 / (12 * x * x)
const trigamma = (x: number) => 1 / x + 1 / (2 * x * x) + 1 / (6 * x ** 3)

/** Log-likelihood of the counts. */
export function negativeBinomialLogLikelihood(counts: Float64Array, means: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    const mean = means[i]!
    sum += logGamma(size + count) - logGamma(size) - logGamma(count + 1)
    sum += size * Math.log(size / (size + mean)) + (count === 0 ? 0 : count * Math.log(mean / (size + mean)))
  }
  return sum
}

import { devianceTerm, stirlingError } from '../numerics/log-gamma.ts'
import { countAtLeast } from '../numerics/negative-binomial.ts'

/** Below this dispersion the negative binomial cannot be told from the Poisson in double precision. */
const POISSON_BELOW = 1 + 1e-9

/** log P(Y = y) for mean `mean` and variance `phi * mean`, after Loader (2000), so that it is exact where counts are large. */
export function logProbability(y: number, mean: number, phi: number): number {
  if (phi < POISSON_BELOW)
    return y === 0 ? -mean : -stirlingError(y) - devianceTerm(y, mean) - 0.5 * Math.log(2 * Math.PI * y)
  const size = mean / (phi - 1)
  if (y === 0) return -size * Math.log(phi)
  const n = size + y
  const scale = 0.5 * Math.log(n / (2 * Math.PI * size * y)) + Math.log(size / n)
  const deviance = devianceTerm(size, n / phi) + devianceTerm(y, n * (1 - 1 / phi))
  return scale + stirlingError(n) - stirlingError(size) - stirlingError(y) - deviance
}

/** P(Y = x + 1) / P(Y = x). */
const stepUp = (x: number, mean: number, phi: number) =>
  phi < POISSON_BELOW ? mean / (x + 1) : ((mean / (phi - 1) + x) / (x + 1)) * (1 - 1 / phi)

/**
 * log of the mid-p value P(Y > y) + P(Y = y) / 2: half of the observed count's own probability, so that on discrete
 * counts the p-value is right on average (Lancaster 1961). In logs, because an outbreak can lie below 1e-308.
 */
export function logMidP(y: number, mean: number, phi: number): number {
  // A sum over a law that is none would never end.
  if (Number.isNaN(mean) || Number.isNaN(phi)) return Number.NaN
  if (y === 0) return Math.log1p(-0.5 * Math.exp(logProbability(0, mean, phi)))
  if (isWide(mean, phi)) {
    const direct = countAtLeast(y + 1, mean, phi) + 0.5 * Math.exp(logProbability(y, mean, phi))
    // So far out that it is 0 in double precision the terms fall fast, and summing them is quick again.
    if (direct > LEAST_DIRECT) return Math.log(Math.min(direct, 1))
  }
  if (y > mean) return logProbability(y, mean, phi) + Math.log(0.5 + ratioAbove(y, mean, phi))
  const at = Math.exp(logProbability(y, mean, phi))
  return Math.log1p(-Math.min(at * (0.5 + ratioBelow(y, mean, phi)), ALMOST_ONE))
}

/** Laws too wide to add up term by term: the incomplete beta and gamma functions take the same time for all. */
const isWide = (mean: number, phi: number) => phi * mean > 1e6 || phi > 1e3
const LEAST_DIRECT = 1e-280

const ALMOST_ONE = 1 - 2 ** -52
const NEGLIGIBLE = 1e-15

/** P(Y > y) / P(Y = y). */
function ratioAbove(y: number, mean: number, phi: number): number {
  let term = 1
  let sum = 0
  for (let x = y; ; x++) {
    const step = stepUp(x, mean, phi)
    term *= step
    sum += term
    if (step < 1 && term < NEGLIGIBLE * sum * (1 - step)) return sum
  }
}

/** P(Y < y) / P(Y = y). */
function ratioBelow(y: number, mean: number, phi: number): number {
  let term = 1
  let sum = 0
  for (let x = y - 1; x >= 0; x--) {
    term /= stepUp(x, mean, phi)
    sum += term
    if (term < NEGLIGIBLE * sum) return sum
  }
  return sum
}

/** The largest count that does not alarm at this level: above it the mid-p value is at most `alpha`. */
export function midPUpper(alpha: number, mean: number, phi: number): number {
  if (Number.isNaN(mean) || Number.isNaN(phi)) return Number.NaN
  const logAlpha = Math.log(alpha)
  let low = -1
  let high = Math.ceil(mean) + 1
  while (logMidP(high, mean, phi) > logAlpha) {
    low = high
    high = high * 2
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (logMidP(middle, mean, phi) > logAlpha) low = middle
    else high = middle
  }
  return high - 1
}

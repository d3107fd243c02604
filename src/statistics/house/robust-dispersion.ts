import { logProbability } from './count-law.ts'

/** How much a count weighs: in full up to `limit` standard deviations on Anscombe's scale, less with the square above. */
export function robustWeight(count: number, mean: number, phi: number, limit: number): number {
  if (count <= mean) return 1
  const residual = (1.5 * (Math.cbrt(count * count) / Math.cbrt(Math.sqrt(mean)) - Math.sqrt(mean))) / Math.sqrt(phi)
  return residual > limit ? (limit / residual) ** POWER : 1
}

const POWER = 4

/** Above this mean the counts are so near normal that the correction no longer depends on it. */
const NORMAL_FROM = 400
/** Wilder scatter is corrected as this one: its sums would never end. */
const WIDEST = 40
const NEGLIGIBLE = 1e-12

/**
 * What share of the dispersion is left when high counts weigh less though nothing is wrong: the expected weighted
 * Pearson term of a negative binomial, divided by `phi`. Dividing by it makes the estimate right for quiet series.
 */
function shareLeft(anyMean: number, anyPhi: number, limit: number): number {
  const mean = Math.min(anyMean, NORMAL_FROM)
  const phi = Math.min(anyPhi, WIDEST)
  let sum = 0
  let probability = Math.exp(logProbability(0, mean, phi))
  let covered = 0
  for (let y = 0; covered < 1 - NEGLIGIBLE && (probability > 0 || y <= mean); y++) {
    sum += (robustWeight(y, mean, phi, limit) * probability * (y - mean) ** 2) / mean
    covered += probability
    probability =
      y < FIRST_RATIOS && probability === 0
        ? Math.exp(logProbability(y + 1, mean, phi))
        : next(probability, y, mean, phi)
  }
  return sum / phi
}

/** While the law's lower end lies below what a double can hold, probabilities are computed afresh. */
const FIRST_RATIOS = 400

const next = (probability: number, y: number, mean: number, phi: number) =>
  phi > 1 + 1e-7 ? (probability * (mean / (phi - 1) + y) * (1 - 1 / phi)) / (y + 1) : (probability * mean) / (y + 1)

/**
 * How much of the correction is made. All of it would be right for histories without outbreaks; real ones hold some, which
 * pull the other way. Chosen on replicates 1 to 48 of the weekly benchmark.
 */
const CORRECTED = 0.75

/** The dispersion behind a weighted one. */
export const corrected = (weighted: number, mean: number, phi: number, limit: number): number =>
  Math.max(weighted / shareLeft(mean, phi, limit) ** CORRECTED, 1)

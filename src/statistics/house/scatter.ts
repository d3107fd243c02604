import { logProbability } from './count-law.ts'

/**
 * How counts scatter: variance `phi`·m + `excess`·m² around a mean m. The first part is that of matters that come in
 * twos and threes, the second that of means that are not the same each time; only large counts tell them apart.
 */
export type Scatter = { readonly phi: number; readonly excess: number }

export const POISSON: Scatter = { phi: 1, excess: 0 }

/** Variance over mean of a count of this mean. */
export const ratioAt = ({ phi, excess }: Scatter, mean: number): number => phi + excess * mean

export const scaled = ({ phi, excess }: Scatter, by: number): Scatter => ({
  phi: Math.max(phi * by, 1),
  excess: excess * by,
})

/** Counts of one size: how many, the sum of their weighted squares over their means, and the sum of the means. */
type SizeClass = { n: number; squares: number; means: number }
export type SizeClasses = readonly SizeClass[]

/** Of less than a count in three years nothing can be learnt, and its square would be no number. */
const LEAST_MEAN = 1e-3
const SMALLEST = -8
const CLASSES = 28

export const noClasses = (): SizeClass[] => Array.from({ length: CLASSES }, () => ({ n: 0, squares: 0, means: 0 }))

/** Sorts a count into the class of its mean, high counts weighing less. */
export function addCount(classes: SizeClasses, count: number, anyMean: number, ratio: number, limit: number): void {
  const mean = Math.max(anyMean, LEAST_MEAN)
  const place = Math.min(Math.max(Math.floor(Math.log2(mean)) - SMALLEST, 0), CLASSES - 1)
  const one = classes[place]!
  one.n += 1
  one.squares += (robustWeight(count, mean, ratio, limit) * (count - mean) ** 2) / mean
  one.means += mean
}

export const addClasses = (to: SizeClasses, from: SizeClasses): void => {
  for (const [place, { n, squares, means }] of from.entries()) {
    const one = to[place]!
    one.n += n
    one.squares += squares
    one.means += means
  }
}

/** Means that vary more than a hundredfold are no means. */
const MOST_EXCESS = 1e4

/** Before anything is seen half of what lies above Poisson goes with the mean and half with its square; this counts as so many counts. */
const HALVES_WEIGH = 10

/**
 * The law behind weighted squares by size of count: least squares, each class by how much its counts tell. `kept` is the
 * share of the counts that the coefficients of the mean have left; `before` the law the weights were made with.
 */
export function scatterOf(classes: SizeClasses, kept: number, before: Scatter, limit: number): Scatter {
  const known = classes
    .filter(({ n }) => n > 0)
    .map(({ n, squares, means }) => {
      const mean = means / n
      const ratio = ratioAt(before, mean)
      const left = squares / (n * kept)
      const found = limit < Number.POSITIVE_INFINITY ? corrected(left, mean, ratio, limit) : Math.max(left, 1)
      return { n, mean, found, weight: worthOf(n, ratio, mean) / (ratio * ratio) }
    })
  const weights = known.reduce((sum, { weight }) => sum + weight, 0)
  if (!(weights > 0)) return POISSON
  const middle = known.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / weights
  // Unknowns: phi - 1, and excess in units of what it is at the middle mean.
  const halves = (HALVES_WEIGH * weights) / known.reduce((sum, { n }) => sum + n, 0)
  let [a, b, c, u, v] = [halves, -halves, halves, 0, 0]
  for (const { mean, found, weight } of known) {
    const x = mean / middle
    a += weight
    b += weight * x
    c += weight * x * x
    u += weight * (found - 1)
    v += weight * x * (found - 1)
  }
  const determinant = a * c - b * b
  const [first, second] = [(c * u - b * v) / determinant, (a * v - b * u) / determinant]
  if (first < 0) return { phi: 1, excess: Math.min(Math.max(v / c, 0) / middle, MOST_EXCESS) }
  if (second < 0) return { phi: 1 + Math.max(u / a, 0), excess: 0 }
  return { phi: 1 + first, excess: Math.min(second / middle, MOST_EXCESS) }
}

/**
 * Degrees of freedom that a dispersion found on `df` small counts is worth: their squares scatter more than those of
 * normal variables, by the fourth cumulant of the negative binomial.
 */
export const worthOf = (df: number, ratio: number, mean: number): number =>
  df / (1 + (6 * ratio * ratio - 6 * ratio + 1) / (2 * ratio * mean))

/** How much a count weighs: in full up to `limit` standard deviations on Anscombe's scale, less with the square above. */
export function robustWeight(count: number, mean: number, phi: number, limit: number): number {
  if (count <= mean) return 1
  const residual = (1.5 * (Math.cbrt(count * count) / Math.cbrt(Math.sqrt(mean)) - Math.sqrt(mean))) / Math.sqrt(phi)
  return residual > limit ? (limit / residual) ** POWER : 1
}

const POWER = 4

/** Above this mean the counts are so near normal that the correction no longer depends on it. */
const NORMAL_FROM = 400
/** Wilder scatter is corrected as this one, of counts as skew: its sums would never end. */
const WIDEST = 40
const NEGLIGIBLE = 1e-12

/**
 * What share of the dispersion is left when high counts weigh less though nothing is wrong: the expected weighted
 * Pearson term of a negative binomial, divided by `phi`. Dividing by it makes the estimate right for quiet series.
 */
function shareLeft(anyMean: number, anyPhi: number, limit: number): number {
  const phi = Math.min(anyPhi, WIDEST)
  const mean = Math.min((anyMean * phi) / anyPhi, NORMAL_FROM)
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
const corrected = (weighted: number, mean: number, phi: number, limit: number): number =>
  Math.max(weighted / shareLeft(mean, phi, limit) ** CORRECTED, 1)

import { roundedExp, roundedLog } from '../rounded-exponential.ts'
import { type Precision, type Solution, weightedLeastSquares } from './weighted-least-squares.ts'

/** What a regression of counts is made of; rows are observations. */
export type CountRegression = {
  readonly counts: Float64Array
  /** Covariates by columns, the intercept included. */
  readonly columns: readonly Float64Array[]
  readonly priorWeights?: Float64Array | undefined
  /** Added to the linear predictor: the logarithm of an exposure. */
  readonly offset?: Float64Array | undefined
  /** Where the means start; the law's own start where absent. */
  readonly startMeans?: Float64Array | undefined
}

/**
 * A law of counts with logarithmic link: its variance and deviance at a mean, and where the iteration starts.
 * The deviance of one observation is `2·(…)`, without the prior weight.
 */
export type CountLaw = {
  readonly start: (count: number) => number
  readonly variance: (mean: number) => number
  readonly deviance: (count: number, mean: number) => number
}

export const poissonLaw: CountLaw = {
  start: (count) => count + 0.1,
  variance: (mean) => mean,
  deviance: (count, mean) => 2 * ((count === 0 ? 0 : count * Math.log(count / mean)) - (count - mean)),
}

/** A fit as the iteration left it: weights, covariance and hat values belong to the last solve, means to its solution. */
export type CountFit = Solution &
  Precision & {
    readonly converged: boolean
    readonly iterations: number
    readonly deviance: number
    readonly means: Float64Array
    readonly workingWeights: Float64Array
    readonly degrees: number
  }

/** R's glm.control: at most this many solves, and stop when the deviance moves by less than this share. */
export const MOST_ITERATIONS = 25
export const DEVIANCE_SETTLED = 1e-8

/** Means never fall below this, R's bound for the inverse of the logarithmic link. */
export const LEAST_MEAN = Number.EPSILON

/**
 * Iteratively re-weighted least squares exactly as R's glm.fit iterates it (McCullagh and Nelder 1989). Iterating on to
 * full convergence would change bounds by up to 1e-4, because standard errors use the weights of the last solve
 * (decision 0012).
 */
export function fitCounts(regression: CountRegression, law: CountLaw): CountFit {
  const { counts, columns, offset } = regression
  const prior = regression.priorWeights ?? new Float64Array(counts.length).fill(1)
  // A count of weight 0 is no part of the solve, not even as a row of zeros, which would turn the reflections.
  const counted = prior.includes(0) ? [...prior.keys()].filter((i) => prior[i]! > 0) : undefined
  const rowsOf = (list: Float64Array) => (counted ? Float64Array.from(counted, (i) => list[i]!) : list)
  const rows = columns.map(rowsOf)
  // Every step in R's order, so that even where a rounding error decides (an exact fit) it is mostly the same one.
  let predictor: Float64Array = (regression.startMeans ?? counts.map(law.start)).map(roundedLog)
  let means = predictor.map(meanOf)
  let deviance = totalDeviance(law, counts, means, prior)
  for (let iteration = 1; ; iteration++) {
    const roots = means.map((mean, i) => Math.sqrt((prior[i]! * (mean * mean)) / law.variance(mean)))
    const target = predictor.map((eta, i) => eta - (offset?.[i] ?? 0) + (counts[i]! - means[i]!) / means[i]!)
    const solved = weightedLeastSquares(rows, rowsOf(target), rowsOf(roots))
    predictor = linearPredictor(columns, solved.coefficients, offset, counts.length)
    means = predictor.map(meanOf)
    const before = deviance
    deviance = totalDeviance(law, counts, means, prior)
    const converged = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < DEVIANCE_SETTLED
    if (converged || iteration === MOST_ITERATIONS) {
      const degrees = roots.filter((root) => root > 0).length - solved.rank
      const workingWeights = roots.map((root) => root * root)
      const { rank, coefficients } = solved
      const rest = { converged, iterations: iteration, deviance, means, workingWeights, degrees }
      const { covariance, hat } = solved.precision()
      return { rank, coefficients, covariance, hat: counted ? spread(hat, counted, counts.length) : hat, ...rest }
    }
  }
}

function spread(values: Float64Array, places: readonly number[], size: number): Float64Array {
  const list = new Float64Array(size)
  for (const [i, place] of places.entries()) list[place] = values[i]!
  return list
}

const meanOf = (predictor: number) => Math.max(roundedExp(predictor), LEAST_MEAN)

function totalDeviance(law: CountLaw, counts: Float64Array, means: Float64Array, prior: Float64Array): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += prior[i]! * law.deviance(counts[i]!, means[i]!)
  return sum
}

function linearPredictor(
  columns: readonly Float64Array[],
  coefficients: readonly (number | null)[],
  offset: Float64Array | undefined,
  rows: number,
): Float64Array {
  const predictor = new Float64Array(rows)
  for (const [k, column] of columns.entries()) {
    const coefficient = coefficients[k]
    if (coefficient === null || coefficient === undefined) continue
    for (let i = 0; i < rows; i++) predictor[i] = predictor[i]! + coefficient * column[i]!
  }
  if (offset) for (let i = 0; i < rows; i++) predictor[i] = predictor[i]! + offset[i]!
  return predictor
}

/** Pearson's estimate of the dispersion: 1 for Poisson counts, more when they vary more. NaN without degrees of freedom. */
export function pearsonDispersion(counts: Float64Array, fit: CountFit): number {
  const { means, workingWeights, degrees } = fit
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += workingWeights[i]! * ((counts[i]! - means[i]!) / means[i]!) ** 2
  return degrees > 0 ? sum / degrees : Number.NaN
}

/** Variance of the linear predictor at `x`, for dispersion 1. */
export function predictorVariance({ covariance }: CountFit, x: readonly number[]): number {
  let sum = 0
  for (const [a, row] of covariance.entries()) {
    for (const [b, value] of row.entries()) if (value !== null) sum += x[a]! * x[b]! * value
  }
  return sum
}

/** The linear predictor at `x`, without offset. */
export function predictorAt({ coefficients }: CountFit, x: readonly number[]): number {
  let sum = 0
  for (const [k, coefficient] of coefficients.entries()) sum += (coefficient ?? 0) * x[k]!
  return sum
}

import { factorise, solveFactorised } from './cholesky.ts'
import { rowTimes, type SparseRows } from './sparse-rows.ts'

/** Counts to explain by `p` columns; the rows `from` (0-based) up to, not including, `to` are the history. */
export type FitData = {
  readonly rows: SparseRows
  readonly p: number
  readonly from: number
  readonly to: number
  /** Counts; NaN where nothing was reported. */
  readonly y: Float64Array
  /** How much a row counts: one over its variance in units of the mean, less for past outbreaks. */
  readonly weight: Float64Array
}

/** What is expected of the coefficients before the data are seen: independent normal laws. */
export type Prior = { readonly mean: Float64Array; readonly precision: Float64Array }

export type PenalisedFit = {
  readonly beta: Float64Array
  /** Lower Cholesky factor of X'WX + P. */
  readonly factor: Float64Array
  /** Fitted means, aligned with the rows of the design. */
  readonly mu: Float64Array
  readonly converged: boolean
}

const MOST_ITERATIONS = 30
const MOST_STEP = 4
/**
 * How short a step has to be to be the last. Newton steps converge quadratically: what is left after one is its square,
 * far below the standard errors. A fit that only finds out which counts stand out may stop sooner.
 */
export const CLOSE = 1e-3
export const ROUGH = 0.05
/** exp of more than this is no count any office will see; keeps a wild first step from overflowing. */
export const HIGHEST_ETA = 30

/**
 * Fits log means by penalised iteratively weighted least squares: the quasi-likelihood of counts that
 * weigh as `weight` says, plus the prior. `start` is changed and returned as `beta`.
 */
export function penalisedFit(data: FitData, prior: Prior, start: Float64Array, enough: number): PenalisedFit {
  const { p } = data
  const beta = start
  const factor = new Float64Array(p * p)
  const right = new Float64Array(p)
  const mu = new Float64Array(data.y.length)
  let converged = false
  for (let round = 0; round < MOST_ITERATIONS && !converged; round++) {
    accumulate(data, beta, mu, factor, right)
    for (let j = 0; j < p; j++) {
      const precision = prior.precision[j] as number
      factor[j * p + j] = (factor[j * p + j] as number) + precision
      right[j] = (right[j] as number) + precision * ((prior.mean[j] as number) - (beta[j] as number))
    }
    if (!factorise(factor, p)) break
    solveFactorised(factor, p, right)
    converged = move(beta, right) < enough
  }
  means(data, beta, mu)
  return { beta, factor, mu, converged }
}

/** Fills the lower half of X'WX and the score X'w(y - mu) at `beta`. */
function accumulate(data: FitData, beta: Float64Array, mu: Float64Array, a: Float64Array, score: Float64Array): void {
  const { rows, y, weight, from, to } = data
  const { start, column, value, squareStart, squareAt, square } = rows
  a.fill(0)
  score.fill(0)
  for (let i = from; i < to; i++) {
    const count = y[i]!
    if (Number.isNaN(count)) continue
    const mean = Math.exp(Math.min(rowTimes(rows, i, beta), HIGHEST_ETA))
    mu[i] = mean
    const w = weight[i]!
    const wm = w * mean
    const residual = w * (count - mean)
    for (let at = start[i]!; at < start[i + 1]!; at++) score[column[at]!] = score[column[at]!]! + value[at]! * residual
    for (let at = squareStart[i]!; at < squareStart[i + 1]!; at++)
      a[squareAt[at]!] = a[squareAt[at]!]! + wm * square[at]!
  }
}

/** Adds a step, shortened when it is wild; returns its length. */
function move(beta: Float64Array, step: Float64Array): number {
  let longest = 0
  for (const value of step) longest = Math.max(longest, Math.abs(value))
  const scale = longest > MOST_STEP ? MOST_STEP / longest : 1
  for (let j = 0; j < beta.length; j++) beta[j] = (beta[j] as number) + scale * (step[j] as number)
  return longest
}

function means({ rows, from, to }: FitData, beta: Float64Array, mu: Float64Array): void {
  for (let i = from; i < to; i++) mu[i] = Math.exp(Math.min(rowTimes(rows, i, beta), HIGHEST_ETA))
}

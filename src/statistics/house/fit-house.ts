import { inverseForm } from './cholesky.ts'
import type { HouseDesign } from './house-design.ts'
import type { HouseSettings, HouseSpread } from './house-settings.ts'
import {
  CLOSE,
  type FitData,
  HIGHEST_ETA,
  type PenalisedFit,
  type Prior,
  penalisedFit,
  ROUGH,
} from './penalised-fit.ts'
import { corrected, robustWeight } from './robust-dispersion.ts'
import { rowTimes } from './sparse-rows.ts'

/** A fitted series: coefficients, their uncertainty, and how far counts scatter beyond Poisson. */
export type HouseFit = {
  readonly beta: Float64Array
  readonly factor: Float64Array
  readonly phi: number
  /** Degrees of freedom behind `phi`. */
  readonly df: number
  /** Fitted means over the history, aligned with the rows of the design. */
  readonly mu: Float64Array
  readonly span: Span
}

/** Rows of the history, 0-based, `to` excluded. */
export type Span = { readonly from: number; readonly to: number }

const ROUNDS = 2

/**
 * A prior that expects nothing but small effects. Before a series has seen a whole year its season is a guess that could
 * only be carried on into weeks never seen, so less of it is believed, in proportion to the years covered.
 */
export function plainPrior(design: HouseDesign, spread: HouseSpread, yearsCovered: number): Prior {
  const season = spread.season * Math.min(yearsCovered, 1)
  const sd = (part: keyof HouseSpread) => (part === 'season' ? season : spread[part])
  return { mean: new Float64Array(design.p), precision: Float64Array.from(design.part, (part) => sd(part) ** -2) }
}

/** Fits a series, looks which counts stand out above, counts those less, and fits again. */
export function fitHouse(
  design: HouseDesign,
  y: Float64Array,
  span: Span,
  prior: Prior,
  settings: HouseSettings,
): HouseFit | undefined {
  const weight = new Float64Array(y.length).fill(1)
  const data: FitData = { rows: design.rows, p: design.p, y, weight, ...span }
  const tame = { ...data, y: withoutGiants(y, span) }
  const start = startAt(tame, prior)
  const limit = settings.downWeightAbove
  let fit = penalisedFit(tame, prior, 1, start, ROUGH)
  let { phi, df } = dispersion(tame, fit, prior, 1)
  for (let round = 0; round < ROUNDS; round++) {
    downWeight(data, fit, phi, limit)
    fit = penalisedFit(data, prior, phi, fit.beta, round < ROUNDS - 1 ? ROUGH : CLOSE)
    const left = dispersion(data, fit, prior, phi)
    df = left.df
    phi = corrected(left.phi, left.mean, phi, limit)
  }
  if (!fit.converged) return undefined
  return { beta: fit.beta, factor: fit.factor, phi, df, mu: fit.mu, span }
}

/** Counts that are this many times the mean are looked at; ordinary series have none. */
const GIANT = 8
const SMALL_COUNT = 10

/**
 * For the first fit alone: counts cut at a generous multiple of what all but one in fifty reach. A count a thousand times
 * the usual would pull mean and scatter up so far that it could no longer be seen to stand out.
 */
function withoutGiants(y: Float64Array, { from, to }: Span): Float64Array {
  const known = y.slice(from, to).filter((count) => !Number.isNaN(count))
  let most = 0
  let sum = 0
  for (const count of known) {
    most = Math.max(most, count)
    sum += count
  }
  if (most <= SMALL_COUNT + (GIANT * sum) / known.length) return y
  known.sort()
  const limit = SMALL_COUNT + 5 * (known[Math.floor(0.98 * (known.length - 1))] ?? 0)
  return y.map((count) => Math.min(count, limit))
}

/** What is expected before the data are seen, at the level the data have: saves the fit half of its steps. */
function startAt({ rows, y, from, to }: FitData, prior: Prior): Float64Array {
  const start = Float64Array.from(prior.mean)
  let cases = prior.precision[0]!
  let expected = cases
  for (let i = from; i < to; i++) {
    if (Number.isNaN(y[i]!)) continue
    cases += y[i]!
    expected += Math.exp(Math.min(rowTimes(rows, i, start), HIGHEST_ETA))
  }
  start[0] = start[0]! + Math.log(cases / expected)
  return start
}

/** Pearson dispersion; the prior takes up less than its full number of coefficients, which the trace of the fit says. */
function dispersion({ y, weight, from, to, p }: FitData, fit: PenalisedFit, prior: Prior, phi: number) {
  let sum = 0
  let means = 0
  let n = 0
  for (let i = from; i < to; i++) {
    const count = y[i] as number
    if (Number.isNaN(count)) continue
    const mean = fit.mu[i] as number
    sum += ((weight[i] as number) * (count - mean) ** 2) / mean
    means += mean
    n += 1
  }
  const df = Math.max(n - usedCoefficients(fit, prior, phi, p), 1)
  return { phi: Math.max(sum / df, 1), df, mean: n === 0 ? 1 : means / n }
}

function usedCoefficients({ factor }: PenalisedFit, prior: Prior, phi: number, p: number): number {
  let used = p
  const unit = new Float64Array(p)
  for (let j = 0; j < p; j++) {
    const precision = phi * (prior.precision[j] as number)
    if (precision === 0) continue
    unit.fill(0)
    unit[j] = 1
    used -= precision * inverseForm(factor, p, unit)
  }
  return Math.max(used, 0)
}

/** Sets the weights of the next round. */
function downWeight({ y, weight, from, to }: FitData, fit: PenalisedFit, phi: number, limit: number): void {
  for (let i = from; i < to; i++) {
    const count = y[i] as number
    if (!Number.isNaN(count)) weight[i] = robustWeight(count, fit.mu[i] as number, phi, limit)
  }
}

/** Log mean and its standard error at a row of the design. */
export function predict(
  design: HouseDesign,
  { beta, factor, phi }: HouseFit,
  row: number,
): { eta: number; se: number } {
  const x = design.x.subarray(row * design.p, (row + 1) * design.p)
  let eta = 0
  for (let j = 0; j < design.p; j++) eta += (x[j] as number) * (beta[j] as number)
  return { eta, se: Math.sqrt(phi * inverseForm(factor, design.p, x)) }
}

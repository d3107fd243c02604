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
import { addCount, noClasses, POISSON, ratioAt, robustWeight, type Scatter, scatterOf } from './scatter.ts'
import { rowTimes } from './sparse-rows.ts'

/** A fitted series: coefficients, their uncertainty, and how far counts scatter beyond Poisson. */
export type HouseFit = {
  readonly beta: Float64Array
  readonly factor: Float64Array
  readonly scatter: Scatter
  /** Degrees of freedom behind `scatter`, and the share of the counts that this is. */
  readonly df: number
  readonly kept: number
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
  let fit = penalisedFit(tame, prior, start, ROUGH)
  let { scatter, df, kept } = scatterLeft(tame, fit, prior, {
    downWeightAbove: Number.POSITIVE_INFINITY,
    before: POISSON,
  })
  for (let round = 0; round < ROUNDS; round++) {
    weigh(data, fit, scatter, limit)
    fit = penalisedFit(data, prior, fit.beta, round < ROUNDS - 1 ? ROUGH : CLOSE)
    ;({ scatter, df, kept } = scatterLeft(data, fit, prior, { downWeightAbove: limit, before: scatter }))
  }
  if (!fit.converged) return undefined
  return { beta: fit.beta, factor: fit.factor, scatter, df, kept, mu: fit.mu, span }
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

/** The scatter around the fit; the prior takes up less than its full number of coefficients, which the trace of the fit says. */
function scatterLeft(
  { y, from, to, p }: FitData,
  fit: PenalisedFit,
  prior: Prior,
  { downWeightAbove, before }: { readonly downWeightAbove: number; readonly before: Scatter },
) {
  const classes = noClasses()
  let n = 0
  for (let i = from; i < to; i++) {
    const count = y[i] as number
    if (Number.isNaN(count)) continue
    const mean = fit.mu[i] as number
    addCount(classes, count, mean, ratioAt(before, mean), downWeightAbove)
    n += 1
  }
  const df = Math.max(n - usedCoefficients(fit, prior, p), 1)
  const kept = df / Math.max(n, 1)
  return { scatter: scatterOf(classes, kept, before, downWeightAbove), df, kept }
}

function usedCoefficients({ factor }: PenalisedFit, prior: Prior, p: number): number {
  let used = p
  const unit = new Float64Array(p)
  for (let j = 0; j < p; j++) {
    const precision = prior.precision[j] as number
    if (precision === 0) continue
    unit.fill(0)
    unit[j] = 1
    used -= precision * inverseForm(factor, p, unit)
  }
  return Math.max(used, 0)
}

/** Sets the weights of the next round: less for counts that scatter more, and for what stands out. */
function weigh({ y, weight, from, to }: FitData, fit: PenalisedFit, scatter: Scatter, limit: number): void {
  for (let i = from; i < to; i++) {
    const count = y[i] as number
    if (Number.isNaN(count)) continue
    const mean = fit.mu[i] as number
    const ratio = ratioAt(scatter, mean)
    weight[i] = robustWeight(count, mean, ratio, limit) / ratio
  }
}

/** Log mean and its standard error at a row of the design. */
export function predict(design: HouseDesign, { beta, factor }: HouseFit, row: number): { eta: number; se: number } {
  const x = design.x.subarray(row * design.p, (row + 1) * design.p)
  let eta = 0
  for (let j = 0; j < design.p; j++) eta += (x[j] as number) * (beta[j] as number)
  // Wild coefficients of a wild past: no office sees such a count, and a double could not tell it from the next.
  return { eta: Math.min(Math.max(eta, -HIGHEST_ETA), HIGHEST_ETA), se: Math.sqrt(inverseForm(factor, design.p, x)) }
}

/** The expected count at a row, of the history or after it. */
export function meanAt(design: HouseDesign, { beta, mu, span }: HouseFit, row: number): number {
  if (row >= span.from && row < span.to) return mu[row]!
  return Math.exp(Math.min(rowTimes(design.rows, row, beta), HIGHEST_ETA))
}

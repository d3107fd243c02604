import { type OutbreakRule, outbreakWeights } from '../outbreak-weights.ts'
import { studentTwoSided } from '../student-t.ts'
import type { ReferenceFit, ReferenceFitter } from './reference-counts.ts'

/** A fit, or the second of two with past outbreaks weighed down, and its dispersions. */
export type TwoStepFit = {
  readonly fit: ReferenceFit
  readonly isTrendUsed: boolean
  /** Pearson's dispersion of the last fit; below 1 for counts that vary less than Poisson ones, NaN with too few. */
  readonly pearson: number
  /** The weights of the last fit; undefined without re-weighting. */
  readonly weights: Float64Array | undefined
}

/** How past outbreaks are weighed down (undefined: not at all), and whether a fit will do that has not settled. */
export type TwoStepRule = { readonly outbreaks: OutbreakRule | undefined; readonly unsettled: boolean }

/**
 * Fits with a trend if asked (without it where that does not converge), then once more with outbreak weights.
 * Undefined when even the fit without trend does not converge: nearly always, all counts are 0.
 */
export function twoStepFit(
  counts: Float64Array,
  fitter: ReferenceFitter,
  withTrend: boolean,
  { outbreaks, unsettled }: TwoStepRule,
): TwoStepFit | undefined {
  const trial = withTrend ? fitter(true, undefined) : undefined
  const isTrendUsed = trial?.converged === true
  const first = trial?.converged ? trial : fitter(false, undefined)
  if (!first.converged && !unsettled) return undefined
  const pearson = pearsonDispersion(counts, first)
  const single = { fit: first, isTrendUsed, pearson, weights: undefined }
  if (!outbreaks || Number.isNaN(pearson)) return single
  const weights = outbreakWeights(counts, first, Math.max(pearson, 1), outbreaks)
  if (Number.isNaN(weights[0])) return { ...single, pearson: Number.NaN }
  const fit = fitter(isTrendUsed, weights)
  return { fit, isTrendUsed, pearson: pearsonDispersion(counts, fit), weights }
}

const pearsonDispersion = (counts: Float64Array, fit: ReferenceFit) => meanSquare(counts, fit, fit.workingWeights)

/**
 * Dispersion as R's package mixes it after re-weighting: with the outbreak weights in place of the working weights
 * (decision 0012). Only for comparison with R.
 */
export const mixedDispersion = (counts: Float64Array, { fit, weights, pearson }: TwoStepFit): number =>
  weights ? meanSquare(counts, fit, weights) : pearson

function meanSquare(counts: Float64Array, { means, degrees }: ReferenceFit, weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const residual = (counts[i]! - means[i]!) / means[i]!
    sum += weights[i]! * residual * residual
  }
  return degrees > 0 ? sum / degrees : Number.NaN
}

/**
 * Whether a fitted trend is worth keeping: three years of history, significant by the t-test, and a prediction not
 * above all that was ever seen (Farrington et al. 1996, section 3.3). Undefined where slope and standard error are both
 * 0 and the test decides: a constant history, fitted to the last digit.
 */
export function isTrendKept(
  { fit }: TwoStepFit,
  dispersion: number,
  rule: { readonly years: number; readonly level: number; readonly predicted: number; readonly largest: number },
): boolean | undefined {
  if (!fit.slope || rule.years < 3 || rule.predicted > rule.largest) return false
  const p = studentTwoSided(fit.slope.value / Math.sqrt(dispersion * fit.slope.variance), fit.degrees)
  return Number.isNaN(p) ? undefined : p < rule.level
}

/** R has no answer where the test has none; the caller refuses a dispersion that is no number. */
export const withoutAnswer = (step: TwoStepFit): TwoStepFit => ({ ...step, pearson: Number.NaN })

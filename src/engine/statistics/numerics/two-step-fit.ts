import { outbreakWeights } from './outbreak-weights.ts'
import type { ReferenceFit, ReferenceFitter } from './reference-counts.ts'
import { studentTwoSided } from './student-t.ts'

/** A fit, or the second of two with past outbreaks weighed down, and its dispersions. */
export type TwoStepFit = {
  readonly fit: ReferenceFit
  readonly isTrendUsed: boolean
  /** Pearson's dispersion of the last fit; below 1 for counts that vary less than Poisson ones. */
  readonly pearson: number
  /** The weights of the last fit; undefined without re-weighting. */
  readonly weights: Float64Array | undefined
}

/**
 * Fits with a trend if asked (without it where that does not converge), then once more with outbreak weights when a
 * threshold is given. Undefined when even the fit without trend does not converge: nearly always, all counts are 0.
 */
export function twoStepFit(
  counts: Float64Array,
  fitter: ReferenceFitter,
  withTrend: boolean,
  threshold: number | undefined,
): TwoStepFit | undefined {
  const trial = withTrend ? fitter(true, undefined) : undefined
  const isTrendUsed = trial?.converged === true
  const first = trial?.converged ? trial : fitter(false, undefined)
  if (!first.converged) return undefined
  const pearson = pearsonDispersion(counts, first)
  if (threshold === undefined) return { fit: first, isTrendUsed, pearson, weights: undefined }
  const weights = outbreakWeights(counts, first, Math.max(pearson, 1), threshold)
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
 * above all that was ever seen (Farrington et al. 1996, section 3.3).
 */
export function isTrendKept(
  { fit }: TwoStepFit,
  dispersion: number,
  rule: { readonly years: number; readonly level: number; readonly predicted: number; readonly largest: number },
): boolean {
  if (!fit.slope || rule.years < 3) return false
  const p = studentTwoSided(fit.slope.value / Math.sqrt(dispersion * fit.slope.variance), fit.degrees)
  return p < rule.level && rule.predicted <= rule.largest
}

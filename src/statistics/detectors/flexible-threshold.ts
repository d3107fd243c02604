import { LEAST_MEAN } from '../numerics/fit/count-regression.ts'
import { countAtLeast, countQuantile } from '../numerics/negative-binomial.ts'
import { type PowerTransformation, powerBound, powerUpperTail } from '../numerics/power-bound.ts'

/**
 * delta: normal law of the transformed count with the uncertainty of the mean; nbPlugin: negative binomial law at the
 * estimated mean; muan: the same at the upper bound of the mean.
 */
export const THRESHOLD_METHODS = ['delta', 'nbPlugin', 'muan'] as const
export type ThresholdMethod = (typeof THRESHOLD_METHODS)[number]

/** What the fit foresees: the linear predictor with its standard error, and the dispersion of counts, at least 1. */
export type Forecast = { readonly predictor: number; readonly deviation: number; readonly dispersion: number }

export type Threshold = {
  readonly upperbound: number | null
  readonly expected: number | null
  readonly mu0: number | null
  readonly pvalue: number | null
  readonly score: number | null
}

type ThresholdRule = {
  readonly thresholdMethod: ThresholdMethod
  readonly powertrans: PowerTransformation
  readonly alpha: number
}

/** Bound, p-value and score of a count; the last two null for a missing one. `z` is the 1 - alpha normal quantile. */
export function thresholdOf(rule: ThresholdRule, forecast: Forecast, z: number, count: number | null): Threshold {
  return rule.thresholdMethod === 'delta'
    ? deltaThreshold(rule, forecast, z, count)
    : countThreshold(rule, forecast, z, count)
}

function deltaThreshold(
  { powertrans }: ThresholdRule,
  { predictor, deviation, dispersion }: Forecast,
  z: number,
  count: number | null,
): Threshold {
  const mean = Math.max(Math.exp(predictor), LEAST_MEAN)
  const prediction = { mean, varianceRatio: dispersion + deviation * deviation * mean }
  const bound = powerBound(prediction, z, powertrans)
  return {
    upperbound: known(bound),
    expected: known(mean),
    mu0: known(mean),
    pvalue: count === null ? null : known(powerUpperTail(count, prediction, powertrans)),
    score: count === null ? null : known((count - mean) / (bound - mean)),
  }
}

function countThreshold(
  { thresholdMethod, alpha }: ThresholdRule,
  { predictor, deviation, dispersion }: Forecast,
  z: number,
  count: number | null,
): Threshold {
  const mean = Math.exp(thresholdMethod === 'muan' ? predictor + z * deviation : predictor)
  if (!Number.isFinite(mean)) return { upperbound: null, expected: null, mu0: mean, pvalue: null, score: null }
  const bound = countQuantile(1 - alpha, mean, dispersion)
  return {
    upperbound: known(bound),
    expected: known(Math.exp(predictor)),
    mu0: mean,
    pvalue: count === null ? null : known(countAtLeast(count, mean, dispersion)),
    // The predictor is the logarithm of the mean. It stands here as in R, so that scores compare; alarms are the same
    // as with the mean wherever the bound is above the predictor.
    score: count === null ? null : known((count - predictor) / (bound - predictor)),
  }
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)

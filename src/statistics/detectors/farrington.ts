import { checkInput } from '../check-input.ts'
import { checkLimit, checkSettings } from '../check-settings.ts'
import type { CountSeries } from '../count-series.ts'
import { type Detection, type Detector, failure, type StatisticsFailure } from '../detection.ts'
import { LEAST_MEAN } from '../numerics/fit/count-regression.ts'
import type { ReferenceCounts } from '../numerics/fit/reference-counts.ts'
import { referenceFitter } from '../numerics/fit/reference-fit.ts'
import { isTrendKept, type TwoStepFit, twoStepFit, withoutAnswer } from '../numerics/fit/two-step-fit.ts'
import { normalQuantile } from '../numerics/normal.ts'
import { POWER_TRANSFORMATIONS, type PowerTransformation, powerBound, powerUpperTail } from '../numerics/power-bound.ts'
import { roundedExp } from '../numerics/rounded-exponential.ts'

/** Settings of Farrington 1996 with the names of the paper and of R, so that they can be compared. */
export type FarringtonSettings = {
  /** Years back, and half the window around the same week of each. */
  readonly b: number
  readonly w: number
  /** Weigh past outbreaks down in a second fit. */
  readonly reweight: boolean
  /** Two-sided: the bound is the 1 - alpha/2 point. */
  readonly alpha: number
  readonly trend: boolean
  /** At least so many reports in so many last periods, the current one included; else there is no warning. */
  readonly limit54: readonly [reports: number, periods: number]
  readonly powertrans: PowerTransformation
  /** Refuse, as R does, a constant history whose trend cannot be tested (decision 0012), to compare with R. */
  readonly compatible: boolean
}

export const FARRINGTON_DEFAULTS: FarringtonSettings = {
  b: 5,
  w: 3,
  reweight: true,
  alpha: 0.05,
  trend: true,
  limit54: [5, 4],
  powertrans: '2/3',
  compatible: false,
}

type FarringtonExtra = {
  /** Whether the trend was kept. */
  readonly trend: readonly (boolean | null)[]
  /** Where the count lies in its predicted law, 0 to 1, and the mean of this law. */
  readonly quantile: readonly (number | null)[]
  readonly median: readonly (number | null)[]
}

const OUTBREAKS = { threshold: 1, compatible: true }
const TREND_LEVEL = 0.05

/**
 * Farrington, Andrews, Beale, Catchpole, "A statistical algorithm for the early detection of outbreaks of infectious
 * disease", JRSS A 159 (1996), 547: the same weeks of past years, over-dispersed Poisson regression, bound on the 2/3
 * power scale. Early points run with as much of the history as there is.
 */
export const farrington: Detector<FarringtonSettings, FarringtonExtra> = (series, settings, points) => {
  const refusal =
    checkInput(series, points) ??
    checkSettings(settings, {
      b: 'positive-whole',
      w: 'whole',
      reweight: 'switch',
      alpha: 'share',
      trend: 'switch',
      powertrans: POWER_TRANSFORMATIONS,
    }) ??
    checkLimit(settings.limit54)
  if (refusal) return refusal
  const judged = []
  for (const k of points) {
    const one = judge(series, settings, k)
    if ('ok' in one) return one
    judged.push(one)
  }
  return {
    ok: true,
    points,
    upperbound: judged.map((one) => one.upperbound),
    alarm: judged.map((one) => one.alarm),
    pvalue: judged.map((one) => one.pvalue),
    trend: judged.map((one) => one.trend),
    quantile: judged.map(({ pvalue }) => (pvalue === null ? null : 1 - pvalue)),
    median: judged.map((one) => one.median),
  } satisfies Detection & FarringtonExtra
}

type Judged = {
  readonly upperbound: number | null
  readonly alarm: boolean | null
  readonly pvalue: number | null
  readonly trend: boolean | null
  readonly median: number | null
}

const NOTHING: Judged = { upperbound: null, alarm: null, pvalue: null, trend: null, median: null }

function judge(series: CountSeries, settings: FarringtonSettings, k: number): Judged | StatisticsFailure {
  const reference = referenceOf(series, settings, k)
  if ('ok' in reference) return reference
  const fitted = fitPast(reference, settings)
  if (!fitted) return NOTHING
  if (Number.isNaN(fitted.step.pearson)) return failure('not-computable', 'few-counts', k)
  const { step, mean } = fitted
  const dispersion = Math.max(step.pearson, 1)
  // Variance of the mean is mean² · dispersion · variance of the predictor; the law below wants it over the mean.
  const prediction = { mean, varianceRatio: dispersion + mean * dispersion * step.fit.current.variance }
  const bound = powerBound(prediction, normalQuantile(1 - settings.alpha / 2), settings.powertrans)
  if (!Number.isFinite(bound)) return NOTHING
  const count = series.observed[k - 1]!
  const enough = hasEnough(series.observed, settings.limit54, k)
  return {
    upperbound: enough === null ? null : enough ? bound : 0,
    alarm: enough === null || count === null ? null : enough && (count - mean) / (bound - mean) > 1,
    pvalue: count === null ? null : powerUpperTail(count, prediction, settings.powertrans),
    trend: step.isTrendUsed,
    median: mean,
  }
}

/** Reports of the last periods, the current one included; a missing one leaves it unknown. */
function hasEnough(
  observed: CountSeries['observed'],
  [reports, periods]: FarringtonSettings['limit54'],
  k: number,
): boolean | null {
  let sum = 0
  for (let i = Math.max(0, k - periods); i < k; i++) {
    const count = observed[i]!
    if (count === null) return null
    sum += count
  }
  return sum >= reports
}

/** The same weeks, `w` to either side, of the `b` last years, as far as the series goes back. */
function referenceOf(
  { observed, frequency }: CountSeries,
  { b, w }: FarringtonSettings,
  k: number,
): ReferenceCounts | StatisticsFailure {
  const counts: number[] = []
  const times: number[] = []
  for (let year = b; year >= 1; year--) {
    const middle = k - frequency * year
    for (let t = Math.max(1, middle - w); t <= middle + w; t++) {
      // A window wider than a year reaches the point itself: there is no such week to compare with.
      if (t >= k) return failure('bad-parameter', 'w')
      const count = observed[t - 1]!
      if (count === null) return failure('not-computable', 'missing-count', t)
      counts.push(count)
      times.push(t)
    }
  }
  if (counts.length < 2) return failure('history-too-short', 'b', k)
  const current = { time: k, level: 0 }
  const levels = new Int32Array(counts.length)
  return {
    counts: Float64Array.from(counts),
    times: Float64Array.from(times),
    levels,
    levelCount: 1,
    offset: undefined,
    current,
  }
}

function fitPast(
  reference: ReferenceCounts,
  { b, trend, reweight, compatible }: FarringtonSettings,
): { step: TwoStepFit; mean: number } | undefined {
  // Of many zeros the fit settles after R has stopped it; R goes on from there, as from a few zeros that did settle.
  const twoSteps = { outbreaks: reweight ? OUTBREAKS : undefined, unsettled: true }
  const fitter = referenceFitter(reference)
  const step = twoStepFit(reference.counts, fitter, trend, twoSteps)
  if (!step?.isTrendUsed || (reweight && Number.isNaN(step.pearson))) return step && { step, mean: meanOf(step) }
  const rule = { years: b, level: TREND_LEVEL, predicted: meanOf(step), largest: Math.max(...reference.counts) }
  const isKept = isTrendKept(step, step.pearson, rule)
  if (isKept) return { step, mean: rule.predicted }
  if (isKept === undefined && compatible) return { step: withoutAnswer(step), mean: rule.predicted }
  const level = twoStepFit(reference.counts, fitter, false, twoSteps)
  return level && { step: level, mean: meanOf(level) }
}

const meanOf = ({ fit }: TwoStepFit) => Math.max(roundedExp(fit.current.predictor), LEAST_MEAN)

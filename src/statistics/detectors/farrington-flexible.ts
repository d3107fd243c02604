import { checkInput } from '../check-input.ts'
import type { CountSeries } from '../count-series.ts'
import { type Detector, failure, type StatisticsFailure } from '../detection.ts'
import type { ReferenceCounts } from '../numerics/fit/reference-counts.ts'
import { referenceFitter } from '../numerics/fit/reference-fit.ts'
import {
  isTrendKept,
  mixedDispersion,
  type TwoStepFit,
  twoStepFit,
  withoutAnswer,
} from '../numerics/fit/two-step-fit.ts'
import { normalQuantile } from '../numerics/normal.ts'
import { roundedExp } from '../numerics/rounded-exponential.ts'
import { flexibleReference } from './flexible-reference.ts'
import { checkFlexible, type FarringtonFlexibleSettings } from './flexible-settings.ts'
import { type Forecast, type Threshold, thresholdOf } from './flexible-threshold.ts'
import { daysOf } from './reference-dates.ts'

/** What is known of one point besides its bound; all null where the fit did not succeed. */
export type FlexibleExtra = {
  readonly expected: readonly (number | null)[]
  readonly mu0: readonly (number | null)[]
  readonly phi: readonly (number | null)[]
  readonly trendUsed: readonly (boolean | null)[]
  readonly trendCoef: readonly (number | null)[]
  /** How far the count lies between the expected one (0) and the bound (1). */
  readonly score: readonly (number | null)[]
}

type Judged = { readonly [K in keyof FlexibleExtra]: FlexibleExtra[K][number] } & {
  readonly upperbound: number | null
  readonly alarm: boolean | null
  readonly pvalue: number | null
}

/**
 * Noufaily, Enki, Farrington, Garthwaite, Andrews, Charlett, "An improved algorithm for outbreak detection in multiple
 * surveillance systems", Stat Med 32 (2013), 1206: the whole past in season levels with a trend, over-dispersed Poisson
 * regression, past outbreaks weighed down, and a choice of thresholds.
 */
export const farringtonFlexible: Detector<FarringtonFlexibleSettings, FlexibleExtra> = (series, settings, points) => {
  const refusal = checkInput(series, points) ?? checkFlexible(settings)
  if (refusal) return refusal
  const days = settings.useDates ? daysOf(series) : undefined
  if (settings.useDates && (days === undefined || days.length < 2)) return failure('bad-series', 'dates')
  const z = normalQuantile(1 - settings.alpha)
  const judged: Judged[] = []
  for (const k of points) {
    const reference = flexibleReference(series, settings, days, k)
    if ('ok' in reference) return reference
    const one = judge(series, settings, z, k, reference)
    if ('ok' in one) return one
    judged.push(one)
  }
  const column = <K extends keyof Judged>(name: K): Judged[K][] => judged.map((one) => one[name])
  return {
    ok: true,
    points,
    upperbound: column('upperbound'),
    alarm: column('alarm'),
    pvalue: column('pvalue'),
    expected: column('expected'),
    mu0: column('mu0'),
    phi: column('phi'),
    trendUsed: column('trendUsed'),
    trendCoef: column('trendCoef'),
    score: column('score'),
  }
}

const NOT_FITTED: Judged = {
  upperbound: null,
  alarm: null,
  pvalue: null,
  expected: null,
  mu0: null,
  phi: null,
  trendUsed: null,
  trendCoef: null,
  score: null,
}

function judge(
  { observed }: CountSeries,
  settings: FarringtonFlexibleSettings,
  z: number,
  k: number,
  { reference, offset }: { readonly reference: ReferenceCounts; readonly offset: number },
): Judged | StatisticsFailure {
  const step = fitPast(reference, settings, offset)
  if (!step) return NOT_FITTED
  if (Number.isNaN(step.pearson)) return failure('not-computable', 'few-counts', k)
  const forecast = forecastOf(reference, step, settings, offset)
  const count = observed[k - 1]!
  const threshold = thresholdOf(settings, forecast, z, count)
  const enough = count !== null && hasEnough(observed, settings.limit54, k)
  return {
    upperbound: enough ? threshold.upperbound : null,
    alarm: isAlarm(threshold, count, enough),
    pvalue: threshold.pvalue,
    expected: enough ? threshold.expected : null,
    mu0: threshold.mu0,
    phi: forecast.dispersion,
    trendUsed: step.isTrendUsed,
    trendCoef: step.fit.slope?.value ?? null,
    score: threshold.score,
  }
}

/** No bound, no alarm: an infinite mean says nothing about the count. */
const isAlarm = ({ score }: Threshold, count: number | null, enough: boolean): boolean =>
  enough && score !== null && score > 1 && count !== 0

/** Reports of the last periods, the current one included; a missing one leaves the sum unknown, so it is not enough. */
function hasEnough(
  observed: CountSeries['observed'],
  [reports, periods]: readonly [number, number],
  k: number,
): boolean {
  let sum = 0
  for (let i = Math.max(0, k - periods); i < k; i++) {
    const count = observed[i]!
    if (count === null) return false
    sum += count
  }
  return sum >= reports
}

function fitPast(
  reference: ReferenceCounts,
  settings: FarringtonFlexibleSettings,
  offset: number,
): TwoStepFit | undefined {
  const { b, trend, pThresholdTrend, reweight, weightsThreshold, compatible } = settings
  const twoSteps = {
    outbreaks: reweight ? { threshold: weightsThreshold, compatible } : undefined,
    unsettled: false,
  }
  const fitter = referenceFitter(reference)
  const step = twoStepFit(reference.counts, fitter, trend, twoSteps)
  if (!step?.isTrendUsed || (reweight && Number.isNaN(step.pearson))) return step
  const predicted = roundedExp(step.fit.current.predictor + offset)
  const rule = { years: b, level: pThresholdTrend, predicted, largest: largestOf(reference.counts) }
  const isKept = isTrendKept(step, errorDispersion(reference, step, settings), rule)
  if (isKept === undefined && compatible) return withoutAnswer(step)
  return isKept ? step : twoStepFit(reference.counts, fitter, false, twoSteps)
}

function largestOf(counts: Float64Array): number {
  let largest = 0
  for (let i = 0; i < counts.length; i++) largest = Math.max(largest, counts[i]!)
  return largest
}

function forecastOf(
  reference: ReferenceCounts,
  step: TwoStepFit,
  settings: FarringtonFlexibleSettings,
  offset: number,
): Forecast {
  const { predictor, variance } = step.fit.current
  return {
    predictor: predictor + offset,
    dispersion: Math.max(step.pearson, 1),
    deviation: Math.sqrt(errorDispersion(reference, step, settings) * variance),
  }
}

/** The dispersion that standard errors are scaled with; not raised to 1. */
const errorDispersion = (
  { counts }: ReferenceCounts,
  step: TwoStepFit,
  { compatible }: FarringtonFlexibleSettings,
): number => (compatible ? mixedDispersion(counts, step) : step.pearson)

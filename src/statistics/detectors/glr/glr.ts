import { checkInput } from '../../check-input.ts'
import { checkSettings } from '../../check-settings.ts'
import type { CountSeries } from '../../count-series.ts'
import { type Detector, failure, type StatisticsFailure } from '../../detection.ts'
import type { Chart, Monitored } from '../chart.ts'
import { glrEpidemicChart } from './glr-epidemic-chart.ts'
import { fitInControl, type InControl, type InControlModel } from './glr-in-control.ts'
import { glrNegativeBinomialChart } from './glr-negative-binomial-chart.ts'
import { glrPoissonChart } from './glr-poisson-chart.ts'
import { likelihoodRatioChart } from './likelihood-ratio-chart.ts'

export type GlrSettings = {
  /** Threshold of the statistic; R calls it c.ARL. */
  readonly cARL: number
  /** In-control means, one a point, or the model to fit to all points before. */
  readonly mu0: readonly number[] | InControlModel
  /** Counts vary by mean + alpha mean²: 0 for Poisson counts, null to estimate it. */
  readonly alpha: number | null
  readonly change: 'intercept' | 'epi'
  /** The logarithm of a known change of the mean; null when its size is unknown. */
  readonly theta: number | null
  /** Fewest and most points back at which a change may have begun; M -1 for no limit. */
  readonly Mtilde: number
  readonly M: number
  readonly dir: 'inc' | 'dec'
  /** What stands as the bound: the statistic, or the smallest count that would have been an alarm. */
  readonly ret: 'value' | 'cases'
  /** As R's package computes it, with its lost excesses (decision 0012), to compare with R. */
  readonly compatible: boolean
}

export const GLR_DEFAULTS: GlrSettings = {
  cARL: 5,
  mu0: { S: 1, trend: false, refit: false },
  alpha: 0,
  change: 'intercept',
  theta: null,
  Mtilde: 1,
  M: -1,
  dir: 'inc',
  ret: 'value',
  compatible: false,
}

export type GlrExtra = {
  readonly statistic: readonly number[]
  readonly mu0Used: readonly number[]
  readonly alphaUsed: number
}

/**
 * Likelihood ratio charts for a lasting change of level (Hoehle and Paul 2008, Comput Stat Data Anal 52:4357): one
 * statistic that adds up evidence over time and starts anew after each alarm.
 */
export const glr: Detector<GlrSettings, GlrExtra> = (series, settings, points) => {
  const refusal = checkInput(series, points) ?? checkGlr(settings, points)
  if (refusal) return refusal
  const missing = points.find((k) => series.observed[k - 1] === null)
  if (missing !== undefined) return failure('not-computable', 'missing-count', missing)
  const inControl = firstInControl(series, settings, points)
  if ('ok' in inControl) return inControl
  const run = runChart(series, settings, points, inControl)
  if ('ok' in run) return run
  return {
    ok: true,
    points,
    upperbound: settings.ret === 'value' ? run.statistic : run.cases.map(notNegative),
    alarm: run.alarm,
    pvalue: points.map(() => null),
    statistic: run.statistic,
    mu0Used: run.means,
    alphaUsed: inControl.alpha,
  }
}

/** Missing or negative counts become 0, as in R. */
const notNegative = (count: number) => (Number.isNaN(count) ? 0 : Math.max(0, count))

function checkGlr(settings: GlrSettings, points: readonly number[]): StatisticsFailure | undefined {
  const { mu0, alpha, change, theta, M } = settings
  if (points.at(-1)! - points[0]! !== points.length - 1) return failure('bad-parameter', 'points')
  if (alpha !== null && !(alpha >= 0 && alpha < Number.POSITIVE_INFINITY)) return failure('bad-parameter', 'alpha')
  if (change === 'epi' && alpha !== 0) return failure('bad-parameter', 'alpha')
  if (theta !== null && (!Number.isFinite(theta) || theta === 0)) return failure('bad-parameter', 'theta')
  if (!Number.isSafeInteger(M) || M === 0 || M < -1) return failure('bad-parameter', 'M')
  if ('S' in mu0) {
    if (!Number.isSafeInteger(mu0.S) || mu0.S < 0) return failure('bad-parameter', 'mu0')
  } else if (mu0.length !== points.length || mu0.some((mean) => !(mean > 0 && mean < Number.POSITIVE_INFINITY))) {
    return failure('bad-parameter', 'mu0')
  }
  return checkSettings(settings, {
    cARL: 'positive',
    Mtilde: 'positive-whole',
    change: ['intercept', 'epi'],
    dir: ['inc', 'dec'],
    ret: ['value', 'cases'],
  })
}

function firstInControl(
  series: CountSeries,
  { mu0, alpha }: GlrSettings,
  points: readonly number[],
): InControl | StatisticsFailure {
  const before = points[0]! - 1
  if ('S' in mu0) return fitInControl(series, mu0, alpha, before)
  if (alpha === null) return failure('bad-parameter', 'alpha')
  return { meanAt: (k) => mu0[k - before - 1]!, alpha }
}

type ChartRun = { statistic: number[]; cases: number[]; alarm: boolean[]; means: number[] }

function runChart(
  series: CountSeries,
  settings: GlrSettings,
  points: readonly number[],
  inControl: InControl,
): ChartRun | StatisticsFailure {
  const counts = points.map((k) => series.observed[k - 1]!)
  const means = points.map(inControl.meanAt)
  const overflow = unboundedMean(points, means)
  if (overflow) return overflow
  const chart = chartOf({ counts, means }, settings, inControl.alpha)
  const run: ChartRun = { statistic: [], cases: [], alarm: [], means }
  let first = 0
  let before = 0
  for (let current = 0; current < points.length; current++) {
    const stretch = { first, current }
    const statistic = chart.statistic(before, stretch)
    const isAlarm = chart.isAlarm(statistic)
    run.statistic.push(statistic)
    run.alarm.push(isAlarm)
    run.cases.push(settings.ret === 'cases' ? chart.turningPoint(before, stretch) : 0)
    before = isAlarm ? 0 : statistic
    if (!isAlarm) continue
    first = current + 1
    if (!('S' in settings.mu0) || !settings.mu0.refit) continue
    // The dispersion stays that of the first fit, as in R: one is stated for the whole chart.
    const again = fitInControl(series, settings.mu0, inControl.alpha, points[current]!)
    if ('ok' in again) return again
    for (let i = first; i < points.length; i++) means[i] = again.meanAt(points[i]!)
    const overflow = unboundedMean(points, means)
    if (overflow) return overflow
  }
  return run
}

/** A regression on hardly any counts may foresee more than a number can hold. */
function unboundedMean(points: readonly number[], means: readonly number[]): StatisticsFailure | undefined {
  const at = means.findIndex((mean) => !Number.isFinite(mean))
  return at < 0 ? undefined : failure('not-computable', 'mu0', points[at]!)
}

function chartOf(monitored: Monitored, settings: GlrSettings, alpha: number): Chart {
  const { theta, cARL: threshold, change } = settings
  if (theta !== null) return likelihoodRatioChart(monitored, { threshold, theta, alpha })
  const unknown = { ...settings, threshold }
  if (change === 'epi') return glrEpidemicChart(monitored, unknown)
  return alpha === 0 ? glrPoissonChart(monitored, unknown) : glrNegativeBinomialChart(monitored, alpha, unknown)
}

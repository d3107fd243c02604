import { checkInput } from '../check-input.ts'
import { checkSettings } from '../check-settings.ts'
import type { CountSeries } from '../count-series.ts'
import { type Detector, failure } from '../detection.ts'
import { CUSUM_TRANSFORMATIONS, type CusumTransformation, cusumBound, standardise } from './cusum-transformation.ts'
import { fitHarmonics } from './harmonic-regression.ts'

export type CusumSettings = {
  /** Deviations up to this are forgotten, and the sum at which the chart warns, both in standard deviations. */
  readonly k: number
  readonly h: number
  readonly trans: CusumTransformation
  /** In-control mean: given, once or by point, the mean of all counts before (null), or a seasonal regression on them. */
  readonly m: number | readonly number[] | 'glm' | null
  /** For `pearsonNegBin`: variance m + alpha m². */
  readonly alpha: number
}

export const CUSUM_DEFAULTS: CusumSettings = { k: 1.04, h: 2.26, trans: 'standard', m: null, alpha: 0.1 }

type CusumExtra = {
  /** One mean for all points, or one a point; null where a missing count leaves it unknown. */
  readonly m: readonly (number | null)[]
  readonly cusum: readonly (number | null)[]
}

/**
 * Cumulative sums of standardised counts (Rossi, Lampugnani, Marchi 1999, Stat Med 18:2111), without reset after an
 * alarm. After a missing count the sum is not known any more; its bound is then 0, and there is no alarm to give.
 */
export const cusum: Detector<CusumSettings, CusumExtra> = (series, settings, points) => {
  const refusal =
    checkInput(series, points) ??
    checkSettings(settings, {
      k: 'finite',
      h: 'positive',
      trans: CUSUM_TRANSFORMATIONS,
      alpha: 'not-negative',
    })
  if (refusal) return refusal
  if (points.at(-1)! - points[0]! !== points.length - 1) return failure('bad-parameter', 'points')
  const means = inControlMeans(series, settings, points)
  if ('ok' in means) return means
  const chart = run(series, settings, points, means)
  return { ok: true, points, ...chart, m: means, pvalue: points.map(() => null) }
}

function inControlMeans(series: CountSeries, { m }: CusumSettings, points: readonly number[]) {
  if (m !== null && m !== 'glm') {
    const given = typeof m === 'number' ? [m] : m
    const fits = Array.isArray(given) && (typeof m === 'number' || given.length === points.length)
    return fits && given.every((mean) => mean >= 0 && Number.isFinite(mean)) ? given : failure('bad-parameter', 'm')
  }
  const last = points[0]! - 1
  if (last < 1) return failure('history-too-short', 'm', points[0]!)
  if (m === 'glm') {
    const shape = { waves: 1, trend: false, frequency: series.frequency, shift: (series.start?.[1] ?? 1) - 1 }
    const fitted = fitHarmonics(series, shape, last)
    return fitted ? points.map(fitted.meanAt) : failure('not-computable', 'no-counts', last)
  }
  const past = series.observed.slice(0, last)
  return [past.reduce((sum, count) => (sum === null || count === null ? null : sum + count / last), 0)]
}

function run(
  { observed }: CountSeries,
  { k, h, trans, alpha }: CusumSettings,
  points: readonly number[],
  means: readonly (number | null)[],
) {
  const sums: (number | null)[] = []
  const upperbound: number[] = []
  let before: number | null = 0
  for (const [i, point] of points.entries()) {
    const law = { mean: means.length === 1 ? means[0]! : means[i]!, alpha }
    const count: number | null = observed[point - 1]!
    const known: boolean = before !== null && count !== null && (law.mean !== null || trans === 'none')
    const sum: number | null = known ? added(before! + standardise(count!, law, trans) - k) : null
    sums.push(sum)
    const bound = trans === 'none' ? h - (sum ?? Number.NaN) : cusumBound(h + k - (before ?? Number.NaN), law, trans)
    upperbound.push(Number.isNaN(bound) ? 0 : Math.max(bound, 0))
    before = sum
  }
  return { cusum: sums, upperbound, alarm: sums.map((sum) => (sum === null || Number.isNaN(sum) ? null : sum >= h)) }
}

/** Never below 0; what is not a number stays so. */
const added = (sum: number) => Math.max(sum, 0)

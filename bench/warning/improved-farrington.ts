import type { CountSeries } from '../../src/statistics/count-series.ts'
import { farringtonFlexible } from '../../src/statistics/detectors/farrington-flexible.ts'
import {
  FARRINGTON_FLEXIBLE_DEFAULTS,
  type FarringtonFlexibleSettings,
} from '../../src/statistics/detectors/flexible-settings.ts'

/** Improved Farrington as its authors set it: ten season levels, half a year left out, trend always tried. As R computes it. */
export const PAPER: FarringtonFlexibleSettings = {
  ...FARRINGTON_FLEXIBLE_DEFAULTS,
  noPeriods: 10,
  pastWeeksNotIncluded: 26,
  pThresholdTrend: 1,
  alpha: 0.005,
  thresholdMethod: 'nbPlugin',
  compatible: true,
}

/**
 * Scores `-ln p` as the published comparison has them: 0 where too few reports forbid an alarm or nothing could be fitted.
 * Where a single point makes R refuse them all, the others are asked for one by one, to the method's advantage.
 */
export function farringtonScores(
  series: CountSeries,
  settings: FarringtonFlexibleSettings,
  points: readonly number[],
): number[] {
  const result = farringtonFlexible(series, settings, points)
  if (!result.ok && result.code !== 'not-computable')
    throw new Error(`improved Farrington: ${result.code} ${result.about}`)
  if (!result.ok)
    return points.length === 1 ? [0] : points.flatMap((point) => farringtonScores(series, settings, [point]))
  return points.map((point, index) => {
    const p = result.pvalue[index]
    const count = series.observed[point - 1]
    const blocked = result.upperbound[index] === null || !count
    return p === null || p === undefined || blocked ? 0 : -Math.log(Math.max(p, Number.MIN_VALUE))
  })
}

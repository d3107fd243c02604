import type { CountSeries } from '../../engine/statistics/count-series.ts'
import type { Detection, StatisticsFailure } from '../../engine/statistics/detection.ts'
import { FARRINGTON_DEFAULTS, farrington } from '../../engine/statistics/detectors/farrington.ts'
import {
  FARRINGTON_FLEXIBLE_DEFAULTS,
  farringtonFlexible,
} from '../../engine/statistics/detectors/farrington-flexible.ts'

/** What the table needs of any method; `expected` where the method has one. */
export type Judged = Detection & { readonly expected?: readonly (number | null)[] }

export type OneSeries = (
  series: CountSeries,
  alpha: number | undefined,
  points: readonly number[],
) => Judged | StatisticsFailure

const level = (alpha: number | undefined) => (alpha === undefined ? {} : { alpha })

/** Methods that look at one series at a time, with the settings of their authors; `house` looks at the whole panel. */
export const ONE_SERIES: Readonly<Record<string, OneSeries>> = {
  farringtonFlexible: (series, alpha, points) =>
    farringtonFlexible(
      series,
      {
        ...FARRINGTON_FLEXIBLE_DEFAULTS,
        noPeriods: 10,
        pastWeeksNotIncluded: 26,
        pThresholdTrend: 1,
        thresholdMethod: 'nbPlugin',
        alpha: 0.005,
        ...level(alpha),
      },
      points,
    ),
  farrington: (series, alpha, points) => farrington(series, { ...FARRINGTON_DEFAULTS, ...level(alpha) }, points),
}

export const ALGORITHMS: readonly string[] = ['house', ...Object.keys(ONE_SERIES)]

import { checkLimit, checkSettings } from '../check-settings.ts'
import { failure, type StatisticsFailure } from '../detection.ts'
import { POWER_TRANSFORMATIONS, type PowerTransformation } from '../numerics/power-bound.ts'
import { THRESHOLD_METHODS, type ThresholdMethod } from './flexible-threshold.ts'

/** Settings of improved Farrington with the names of the paper and of R, so that they can be compared. */
export type FarringtonFlexibleSettings = {
  /** Years back, and half the window around the same point of each. */
  readonly b: number
  readonly w: number
  /** Season levels; 10 in the paper. */
  readonly noPeriods: number
  /** Points before the current one that are left out; 26 in the paper. */
  readonly pastWeeksNotIncluded: number
  readonly reweight: boolean
  readonly weightsThreshold: number
  /** One-sided: the bound is the 1 - alpha point. */
  readonly alpha: number
  readonly trend: boolean
  /** Keep a trend whose p-value is below this; 1 keeps it whenever it does not extrapolate (the paper). */
  readonly pThresholdTrend: number
  readonly limit54: readonly [reports: number, periods: number]
  /** For the delta method only. */
  readonly powertrans: PowerTransformation
  readonly thresholdMethod: ThresholdMethod
  /** Count relative to the series' population. */
  readonly populationOffset: boolean
  /** Take reference points from the calendar instead of counting steps. */
  readonly useDates: boolean
  /** Standard errors as R's package has them, which mixes two kinds of weights (decision 0012), to compare with R. */
  readonly compatible: boolean
}

export const FARRINGTON_FLEXIBLE_DEFAULTS: FarringtonFlexibleSettings = {
  b: 5,
  w: 3,
  noPeriods: 1,
  pastWeeksNotIncluded: 3,
  reweight: true,
  weightsThreshold: 2.58,
  alpha: 0.05,
  trend: true,
  pThresholdTrend: 0.05,
  limit54: [5, 4],
  powertrans: '2/3',
  thresholdMethod: 'delta',
  populationOffset: false,
  useDates: false,
  compatible: false,
}

/** Refuses settings outside their range. */
export function checkFlexible(settings: FarringtonFlexibleSettings): StatisticsFailure | undefined {
  const { pThresholdTrend, limit54 } = settings
  if (!(pThresholdTrend >= 0 && pThresholdTrend <= 1)) return failure('bad-parameter', 'pThresholdTrend')
  return (
    checkSettings(settings, {
      b: 'positive-whole',
      w: 'whole',
      noPeriods: 'positive-whole',
      pastWeeksNotIncluded: 'whole',
      weightsThreshold: 'positive',
      alpha: 'share',
      reweight: 'switch',
      trend: 'switch',
      powertrans: POWER_TRANSFORMATIONS,
      thresholdMethod: THRESHOLD_METHODS,
      populationOffset: 'switch',
      useDates: 'switch',
    }) ?? checkLimit(limit54)
  )
}

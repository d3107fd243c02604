import { BAYES_DEFAULTS, bayes } from '../../statistics/detectors/bayes.ts'
import { CUSUM_DEFAULTS, cusum } from '../../statistics/detectors/cusum.ts'
import { EARS_DEFAULTS, type EarsSettings, ears } from '../../statistics/detectors/ears.ts'
import { FARRINGTON_DEFAULTS, farrington } from '../../statistics/detectors/farrington.ts'
import { farringtonFlexible } from '../../statistics/detectors/farrington-flexible.ts'
import { FARRINGTON_FLEXIBLE_DEFAULTS } from '../../statistics/detectors/flexible-settings.ts'
import { GLR_DEFAULTS, glr } from '../../statistics/detectors/glr/glr.ts'
import { RKI_DEFAULTS, rki } from '../../statistics/detectors/rki.ts'
import { chart, eachPoint, type OneSeries } from './judge-points.ts'

export type { OneSeries }

const level = (alpha: number | undefined) => (alpha === undefined ? {} : { alpha })

const earsBy =
  (method: EarsSettings['method']): OneSeries =>
  (series, alpha, points) =>
    ears(series, { ...EARS_DEFAULTS[method], ...level(alpha) }, points)

/** Improved Farrington as its authors set it. */
const PAPER = {
  ...FARRINGTON_FLEXIBLE_DEFAULTS,
  noPeriods: 10,
  pastWeeksNotIncluded: 26,
  pThresholdTrend: 1,
  thresholdMethod: 'nbPlugin',
  alpha: 0.005,
} as const

/** Methods that look at one series at a time, with the settings of their authors; `house` looks at the whole panel. */
export const ONE_SERIES: Readonly<Record<string, OneSeries>> = {
  farringtonFlexible: eachPoint((series, alpha, points) =>
    farringtonFlexible(series, { ...PAPER, ...level(alpha) }, points),
  ),
  farrington: eachPoint((series, alpha, points) =>
    farrington(series, { ...FARRINGTON_DEFAULTS, ...level(alpha) }, points),
  ),
  earsC1: eachPoint(earsBy('C1')),
  earsC2: eachPoint(earsBy('C2')),
  earsC3: eachPoint(earsBy('C3')),
  cusum: chart((series, _, points) => cusum(series, CUSUM_DEFAULTS, points)),
  glrPoisson: chart((series, _, points) => glr(series, { ...GLR_DEFAULTS, ret: 'cases' }, points)),
  glrNb: chart((series, _, points) => glr(series, { ...GLR_DEFAULTS, alpha: null, ret: 'cases' }, points)),
  rki: eachPoint((series, _, points) => rki(series, RKI_DEFAULTS, points)),
  bayes: eachPoint((series, alpha, points) => bayes(series, { ...BAYES_DEFAULTS, ...level(alpha) }, points)),
}

/** Methods that add up over time: they are set going a while before the first point asked for. */
export const CHARTS: readonly string[] = ['cusum', 'glrPoisson', 'glrNb']

export const ALGORITHMS: readonly string[] = ['house', ...Object.keys(ONE_SERIES)]

/** Methods that answer by a bound alone: no level can be set and no budget turned into a threshold. */
export const WITHOUT_LEVEL: readonly string[] = ['cusum', 'glrPoisson', 'glrNb', 'rki']
export const WITHOUT_P: readonly string[] = [...WITHOUT_LEVEL, 'earsC3']

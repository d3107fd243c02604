import { checkSettings } from '../check-settings.ts'
import { failure, type StatisticsFailure } from '../detection.ts'

export type ForecastSettings = {
  /** Steps ahead, 1 to this. */
  readonly horizon: number
  /** Steps after which the working rhythm repeats: 7 for days, 1 for weeks. */
  readonly round: number
  /** Steps of the past that closing and arrivals are learnt from. */
  readonly window: number
  /** Past origins a forecast is tested at, at most. */
  readonly origins: number
  /** Past origins below which nothing is said. */
  readonly leastOrigins: number
  /** Share of cases that the interval holds. */
  readonly level: number
  /** A forecast is said only if "no better than the naive one" has a p-value below this. */
  readonly alpha: number
}

/** For weeks: a month and a half ahead, learnt from half a year, tested over the last year. */
export const FORECAST_WEEKLY: ForecastSettings = {
  horizon: 6,
  round: 1,
  window: 26,
  origins: 52,
  leastOrigins: 16,
  level: 0.9,
  alpha: 0.05,
}

/** For days: a week ahead, learnt from eight weeks, tested over the last two months. */
export const FORECAST_DAILY: ForecastSettings = { ...FORECAST_WEEKLY, horizon: 7, round: 7, window: 56, origins: 60 }

/** Nobody foresees, and no work repeats itself after, more than a year of days. */
const MOST_STEPS = 366

/** Refuses settings out of range: whole numbers from 1 (horizon and round to 366), shares between 0 and 1. */
export function checkForecast(settings: ForecastSettings): StatisticsFailure | undefined {
  const bad = checkSettings(settings, {
    horizon: 'positive-whole',
    round: 'positive-whole',
    window: 'positive-whole',
    origins: 'positive-whole',
    leastOrigins: 'positive-whole',
    level: 'share',
    alpha: 'share',
  })
  if (bad) return bad
  if (settings.horizon > MOST_STEPS) return failure('bad-parameter', 'horizon')
  if (settings.round > MOST_STEPS) return failure('bad-parameter', 'round')
  return settings.leastOrigins < 2 ? failure('bad-parameter', 'leastOrigins') : undefined
}

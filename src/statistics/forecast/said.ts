import { type BackTest, backTest, type PastForecast, rootOf } from './back-test.ts'
import type { ForecastSettings } from './forecast-settings.ts'

/** A forecast with its interval in whole matters, or why none is given. The back-test comes along either way. */
export type Said =
  | {
      readonly isSaid: true
      readonly value: number
      readonly lower: number
      readonly upper: number
      readonly backTest: BackTest
    }
  | {
      readonly isSaid: false
      readonly reason: 'too-little-history' | 'no-better-than-naive'
      readonly backTest: BackTest
    }

/** Says a forecast if its past was better than what needs no model; else says nothing. */
export function saidOrSilent(
  value: number,
  past: readonly PastForecast[],
  horizon: number,
  { level, alpha, leastOrigins }: ForecastSettings,
): Said {
  const tested = backTest(past, horizon, level)
  if (tested.origins < leastOrigins || tested.halfWidth === null)
    return { isSaid: false, reason: 'too-little-history', backTest: tested }
  if (tested.p >= alpha) return { isSaid: false, reason: 'no-better-than-naive', backTest: tested }
  const half = tested.halfWidth * rootOf(value)
  return {
    isSaid: true,
    value,
    lower: Math.max(0, Math.floor(value - half)),
    upper: Math.ceil(value + half),
    backTest: tested,
  }
}

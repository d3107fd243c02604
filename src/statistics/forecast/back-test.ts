import { studentTwoSided } from '../numerics/student-t.ts'

/** What was said at one past origin for one horizon, what the naive ones would have said, and what came. */
export type PastForecast = { readonly said: number; readonly naive: NaiveForecasts; readonly came: number }

/**
 * What needs no model: as it is now; as it was at the same place of the last round (the same weekday); and as it is now
 * going on as lately. A pile that only grows is no art to foresee, and neither is a Monday.
 */
export type NaiveForecasts = { readonly same: number; readonly lastRound: number; readonly drifting: number }

/** @param lately - steps over which the drift is measured; at the beginning there are fewer */
export function naiveForecasts(
  counts: readonly number[],
  origin: number,
  steps: number,
  { window: lately, round }: { readonly window: number; readonly round: number },
): NaiveForecasts {
  const same = counts[origin - 1]!
  const back = Math.min(lately, origin - 1)
  const drift = back === 0 ? 0 : (same - counts[origin - 1 - back]!) / back
  const lastRound = counts[origin - 1 + steps - round * Math.ceil(steps / round)] ?? same
  return { same, lastRound, drifting: Math.max(0, same + steps * drift) }
}

export type BackTest = {
  /** Past forecasts looked at. */
  readonly origins: number
  /** Mean absolute errors of what was said and of the best naive one; null when nothing was looked at. */
  readonly error: number | null
  readonly naiveError: number | null
  /** How much smaller the mean absolute error was than the best naive one's: 0.2 is a fifth less. Null: both 0. */
  readonly skill: number | null
  /** One-sided p-value of "no better than the naive ones": the largest of theirs. */
  readonly p: number
  /** Half width of the interval in units of √(forecast), from the past errors; null when there are too few. */
  readonly halfWidth: number | null
}

/**
 * Compares forecasts with the naive ones at the same origins: the test of Diebold and Mariano (1995) on absolute
 * errors with the small-sample correction of Harvey, Leybourne and Newbold (1997), and an interval that holds the
 * share `level` of the past errors.
 *
 * @param horizon - steps ahead; errors of neighbouring origins overlap by one step less
 */
export function backTest(past: readonly PastForecast[], horizon: number, level: number): BackTest {
  const against = (naive: keyof NaiveForecasts) => {
    const gains = past.map((each) => Math.abs(each.naive[naive] - each.came) - Math.abs(each.said - each.came))
    return {
      p: chanceOfGain(gains, horizon),
      loss: past.reduce((sum, each) => sum + Math.abs(each.naive[naive] - each.came), 0),
    }
  }
  const naive = [against('same'), against('lastRound'), against('drifting')]
  const loss = past.reduce((sum, { said, came }) => sum + Math.abs(said - came), 0)
  const naiveLoss = Math.min(...naive.map((each) => each.loss))
  return {
    origins: past.length,
    error: past.length === 0 ? null : loss / past.length,
    naiveError: past.length === 0 ? null : naiveLoss / past.length,
    skill: naiveLoss === 0 ? null : 1 - loss / naiveLoss,
    p: Math.max(...naive.map(({ p }) => p)),
    halfWidth: halfWidth(past, level),
  }
}

function chanceOfGain(gains: readonly number[], horizon: number): number {
  const n = gains.length
  if (n < 2) return 1
  const mean = gains.reduce((sum, each) => sum + each, 0) / n
  if (mean <= 0) return 1
  // Bartlett weights keep the variance positive; twice the overlap, because level shifts last longer than it.
  const lags = Math.min(2 * horizon, n - 1)
  let variance = 0
  for (let lag = 0; lag <= lags; lag++) {
    let covariance = 0
    for (let i = lag; i < n; i++) covariance += (gains[i]! - mean) * (gains[i - lag]! - mean)
    variance += ((lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * covariance) / n
  }
  if (!(variance > 0)) return 0
  const correction = Math.max((n + 1 - 2 * horizon + (horizon * (horizon - 1)) / n) / n, 0)
  return studentTwoSided((mean / Math.sqrt(variance / n)) * Math.sqrt(correction), n - 1) / 2
}

/** The ordered error with rank ⌈(n + 1) · level⌉ (Lei et al. 2018): holds a new error as often as it says. */
function halfWidth(past: readonly PastForecast[], level: number): number | null {
  const errors = past.map(({ said, came }) => Math.abs(said - came) / rootOf(said)).sort((a, b) => a - b)
  return errors[Math.ceil((errors.length + 1) * level) - 1] ?? null
}

/** Counts scatter by the root of their mean; below 1 the root would promise too much. */
export const rootOf = (forecast: number): number => Math.sqrt(Math.max(forecast, 1))

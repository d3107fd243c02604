import { checkSeries } from '../check-input.ts'
import type { CountSeries } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'
import { naiveForecasts, type PastForecast } from './back-test.ts'
import { checkForecast, type ForecastSettings } from './forecast-settings.ts'
import { type Said, saidOrSilent } from './said.ts'

/** How much of the recent change carries over to the next step, and of that to the one after it. */
const DAMPING = 0.8
/** Changes of a step weigh this much of those of the step after it. */
const FADING = 0.7

/**
 * Pending matters when only their number is known (a court's yearly figures): the last number moved on by the recent
 * change, less each step (a damped trend). Mostly the last number is as good, and then nothing is said.
 */
export function forecastStock(
  series: CountSeries,
  settings: ForecastSettings,
): { readonly ok: true; readonly horizons: readonly Said[] } | StatisticsFailure {
  const bad = checkForecast(settings) ?? checkSeries(series)
  if (bad) return bad
  const gap = series.observed.indexOf(null)
  if (gap >= 0) return failure('not-computable', 'missing', gap + 1)
  const counts = series.observed as readonly number[]
  const now = counts.length
  const first = Math.max(settings.window, now - settings.origins)
  const horizons = Array.from({ length: settings.horizon }, (_, i) => {
    const steps = i + 1
    const past: PastForecast[] = []
    for (let origin = first; origin + steps <= now; origin++)
      past.push({
        said: movedOn(counts, origin, steps, settings.window),
        naive: naiveForecasts(counts, origin, steps, settings),
        came: counts[origin + steps - 1]!,
      })
    return saidOrSilent(movedOn(counts, now, steps, settings.window), past, steps, settings)
  })
  return { ok: true, horizons }
}

function movedOn(counts: readonly number[], origin: number, steps: number, window: number): number {
  let change = 0
  let weights = 0
  for (let back = 0; back < Math.min(window, origin) - 1; back++) {
    const weight = FADING ** back
    change += weight * (counts[origin - 1 - back]! - counts[origin - 2 - back]!)
    weights += weight
  }
  if (weights === 0) return counts[origin - 1]!
  const carried = (DAMPING * (1 - DAMPING ** steps)) / (1 - DAMPING)
  return Math.max(0, counts[origin - 1]! + (change / weights) * carried)
}

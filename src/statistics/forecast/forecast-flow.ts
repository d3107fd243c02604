import type { StatisticsFailure } from '../detection.ts'
import { naiveForecasts, type PastForecast } from './back-test.ts'
import { closingChance, closingHistory } from './closing-hazard.ts'
import { checkForecast, type ForecastSettings } from './forecast-settings.ts'
import { checkFlow, flowStocks, type MatterFlow } from './matter-flow.ts'
import { type Projection, projectFlow } from './project-flow.ts'
import { type Said, saidOrSilent } from './said.ts'

/** What is said of the end of one coming step. */
export type FlowHorizon = { readonly step: number; readonly open: Said; readonly overdue: Said }

/**
 * Open and overdue matters at the end of the coming steps: what is open now goes on being closed as matters of that age
 * and lateness lately were, and new ones come as lately. Each figure is given only if the same procedure, run at past
 * steps with what was known then, was better than what needs no model; its interval holds the errors it made there.
 */
export function forecastFlow(
  flow: MatterFlow,
  settings: ForecastSettings,
): { readonly ok: true; readonly horizons: readonly FlowHorizon[] } | StatisticsFailure {
  const bad = checkForecast(settings) ?? checkFlow(flow)
  if (bad) return bad
  const { now, records } = flow
  const { horizon, window, origins, round } = settings
  const history = closingHistory(flow)
  const projected = (origin: number): Projection =>
    projectFlow(records, closingChance(history, Math.max(0, origin - window), origin, round), {
      origin,
      horizon,
      window,
      round,
    })
  const stocks = flowStocks(flow)
  const past = Array.from({ length: Math.min(origins, Math.max(0, now - window)) }, (_, back) => now - 1 - back)
    .filter((origin) => origin >= window)
    .map((origin) => ({ origin, projection: projected(origin) }))
  const ahead = projected(now)
  const said = (what: 'open' | 'overdue', steps: number) =>
    saidOrSilent(
      ahead[what][steps - 1]!,
      past
        .filter(({ origin }) => origin + steps <= now)
        .map(
          ({ origin, projection }): PastForecast => ({
            said: projection[what][steps - 1]!,
            naive: naiveForecasts(stocks[what], origin, steps, settings),
            came: stocks[what][origin + steps - 1]!,
          }),
        ),
      steps,
      settings,
    )
  return {
    ok: true,
    horizons: Array.from({ length: horizon }, (_, i) => ({
      step: now + i + 1,
      open: said('open', i + 1),
      overdue: said('overdue', i + 1),
    })),
  }
}

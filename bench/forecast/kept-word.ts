import { naiveForecasts } from '../../src/statistics/forecast/back-test.ts'
import { forecastFlow } from '../../src/statistics/forecast/forecast-flow.ts'
import type { ForecastSettings } from '../../src/statistics/forecast/forecast-settings.ts'
import { asKnownAt, flowStocks, type MatterFlow } from '../../src/statistics/forecast/matter-flow.ts'

/** What became of forecasts: how many were said, how far off they and the naive ones were, how many intervals held. */
export type KeptWord = {
  asked: number
  said: number
  error: number
  sameError: number
  roundError: number
  driftError: number
  held: number
}

/** Forecasts as they would have been made at each of these steps, against what came. */
export function keptWord(
  flow: MatterFlow,
  at: readonly number[],
  settings: ForecastSettings,
): Readonly<Record<'open' | 'overdue', KeptWord>> {
  const stocks = flowStocks(flow)
  const kept = { open: nothingYet(), overdue: nothingYet() }
  for (const now of at) {
    const answer = forecastFlow(asKnownAt(flow, now), settings)
    if (!answer.ok) throw new Error(`${answer.code} ${answer.about}`)
    for (const horizon of answer.horizons) {
      if (horizon.step > flow.now) continue
      for (const what of ['open', 'overdue'] as const) {
        const came = stocks[what][horizon.step - 1] ?? Number.NaN
        const naive = naiveForecasts(stocks[what], now, horizon.step - now, settings)
        const said = horizon[what]
        const sum = kept[what]
        sum.asked += 1
        if (!said.isSaid) continue
        sum.said += 1
        sum.error += Math.abs(said.value - came)
        sum.sameError += Math.abs(naive.same - came)
        sum.roundError += Math.abs(naive.lastRound - came)
        sum.driftError += Math.abs(naive.drifting - came)
        sum.held += Number(said.lower <= came && came <= said.upper)
      }
    }
  }
  return kept
}

const nothingYet = (): KeptWord => ({
  asked: 0,
  said: 0,
  error: 0,
  sameError: 0,
  roundError: 0,
  driftError: 0,
  held: 0,
})

/** Adds up what was kept over several flows. */
export const together = (all: readonly KeptWord[]): KeptWord =>
  all.reduce(
    (sum, each) => ({
      asked: sum.asked + each.asked,
      said: sum.said + each.said,
      error: sum.error + each.error,
      sameError: sum.sameError + each.sameError,
      roundError: sum.roundError + each.roundError,
      driftError: sum.driftError + each.driftError,
      held: sum.held + each.held,
    }),
    nothingYet(),
  )

/** One line of the table. */
export function keptLine(
  name: string,
  { asked, said, error, sameError, roundError, driftError, held }: KeptWord,
): string {
  const mean = (sum: number) => (said === 0 ? '–' : (sum / said).toFixed(1))
  const share = said === 0 ? '–' : `${((100 * held) / said).toFixed(0)} %`
  return `| ${name} | ${said} of ${asked} | ${mean(error)} | ${mean(sameError)} | ${mean(roundError)} | ${mean(driftError)} | ${share} |`
}

// Part 6: is a budget of one false alarm a month kept in the year after the one it was set on?
import { budgetThreshold } from '../../src/statistics/budget.ts'
import { housePanel } from '../../src/statistics/house/house-panel.ts'
import { HOUSE_WEEKLY } from '../../src/statistics/house/house-settings.ts'
import { negativeBinomialCount, poissonCount } from '../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../src/statistics/simulator/mrg32k3a.ts'
import { scenario } from '../../src/statistics/simulator/noufaily.ts'
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts'
import { markdown } from './equal-rate.ts'

export type BudgetPlan = { readonly panels: number; readonly seed: number }

const SERIES = 28
const YEAR = 52
const HISTORY = 4
const YEARS = 5
const A_MONTH = 365.2425 / 84
const BUDGETS = [0.5, 1, 2] as const
/** Weeks of past the threshold is set on: enough to count alarms in, and too few. */
const SET_ON = [52, 13] as const

/** Every panel is one of the published scenarios each, with past outbreaks in the year the budget is set on. */
export function budgetReport({ panels, seed }: BudgetPlan): string[] {
  const plans = BUDGETS.flatMap((budget) => SET_ON.map((weeks) => ({ budget, weeks })))
  const alarms = plans.map(() => 0)
  for (let panel = 0; panel < panels; panel++) {
    const byWeek = judgedWeeks(seed, panel)
    for (let year = 1; year < YEARS; year++) {
      const next = byWeek.slice(year * YEAR, (year + 1) * YEAR).flat()
      for (const [index, { budget, weeks }] of plans.entries()) {
        const past = byWeek.slice(year * YEAR - weeks, year * YEAR)
        const threshold = budgetThreshold(past, { alarms: budget, steps: A_MONTH })
        if (threshold)
          alarms[index] = (alarms[index] as number) + next.filter((logP) => logP < threshold.logThreshold).length
      }
    }
  }
  const years = panels * (YEARS - 1)
  const points = years * YEAR * SERIES
  const aMonth = (share: number) => (share * SERIES * A_MONTH).toFixed(2)
  const rows = plans.map(({ budget, weeks }, index) => {
    const count = alarms[index] as number
    const [low, high] = wilsonInterval(count, points)
    return [`${budget} a month`, `${weeks} weeks`, `${aMonth(count / points)} [${aMonth(low)}, ${aMonth(high)}]`]
  })
  return [
    `### Budget: ${years} simulated years of ${SERIES} weekly series`,
    '',
    ...markdown(['budget', 'threshold set on the last', 'false alarms a month in the year after'], rows),
  ]
}

/** log p of all series for each week of the judged years. */
function judgedWeeks(seed: number, panel: number): number[][] {
  const weeks = (HISTORY + YEARS) * YEAR
  const points = Array.from({ length: YEARS * YEAR }, (_, index) => HISTORY * YEAR + 1 + index)
  const series = Array.from({ length: SERIES }, (_, index) => {
    const { mean, phi } = scenario(index + 1)
    const uniform = mrg32k3a([seed, panel + 1, index + 1, 4, 5, 6])
    const counts = Array.from({ length: weeks }, (_, t) => negativeBinomialCount(mean(t + 1), phi, uniform()))
    const sick = Math.floor(uniform() * HISTORY * YEAR)
    counts[sick] = (counts[sick] as number) + poissonCount(6 * Math.sqrt(phi * mean(sick + 1)), uniform())
    return counts
  })
  const members = series.map((observed, index) => ({
    id: String(index),
    pool: String(index),
    series: { frequency: 52, observed },
  }))
  const answers = housePanel(members, HOUSE_WEEKLY, points).map(({ result }) => (result.ok ? result.logP : []))
  return points.map((_, week) => answers.map((logP) => logP[week] ?? 0))
}

// Many series of foreign weeks at once, some with an outbreak: how many discoveries, and how many of them false?
import { housePanel } from '../../../src/statistics/house/house-panel.ts'
import { HOUSE_WEEKLY } from '../../../src/statistics/house/house-settings.ts'
import { stepUp } from '../../../src/statistics/house/top-down.ts'
import { mrg32k3a } from '../../../src/statistics/simulator/mrg32k3a.ts'
import { markdown, percent } from '../equal-rate.ts'
import { farringtonScores, PAPER } from '../improved-farrington.ts'
import { surprise } from './count-laws.ts'
import { addOutbreak, foreignWeeks, type WeekSeries } from './foreign-weeks.ts'

export type DiscoveryPlan = { readonly panels: number; readonly seed: number; readonly weeks: number }

const [CATEGORIES, UNITS, OUTBREAKS, Q] = [25, 40, 20, 0.1]
const METHODS = ['knows the law', 'house', 'improved Farrington'] as const

type Tally = { found: number; taken: number }

export function foreignDiscoveryReport({ panels, seed, weeks }: DiscoveryPlan): string[] {
  const tallies = METHODS.map((): Tally => ({ found: 0, taken: 0 }))
  for (let panel = 0; panel < panels; panel++) {
    const { series, sick } = drawn(seed, panel, weeks)
    const surprises = [
      series.map(({ law, mean, counts }) => -surprise(law, mean[weeks - 1] as number, counts[weeks - 1] as number)),
      houseLogP(series, weeks),
      series.map(
        ({ counts }) =>
          -(farringtonScores({ frequency: 52, observed: counts }, settingsFor(weeks), [weeks])[0] as number),
      ),
    ]
    for (const [index, logP] of surprises.entries()) {
      const chosen = stepUp(logP, Q)
      const tally = tallies[index] as Tally
      tally.taken += chosen.length
      tally.found += chosen.filter((one) => sick.has(one)).length
    }
  }
  const known = (tallies[0] as Tally).found
  return [
    `### Discoveries among foreign weeks: ${panels} panels of ${CATEGORIES * UNITS} series of ${weeks} weeks, ${panels * OUTBREAKS} outbreaks in all, q = ${Q}`,
    '',
    ...markdown(
      ['detector', 'true outbreaks found', 'of what one who knows the law finds %', 'false among its discoveries %'],
      METHODS.map((method, index) => {
        const { found, taken } = tallies[index] as Tally
        return [
          method,
          String(found),
          ((100 * found) / Math.max(known, 1)).toFixed(0),
          percent(taken - found, Math.max(taken, 1)),
        ]
      }),
    ),
  ]
}

const settingsFor = (weeks: number) => ({ ...PAPER, ...(weeks > 5 * 52 + 4 ? {} : { b: 1, noPeriods: 5 }) })

function drawn(seed: number, panel: number, weeks: number) {
  const uniform = mrg32k3a([seed, panel + 1, 3, 4, 5, 6])
  for (let draw = 0; draw < 12; draw++) uniform()
  const series: WeekSeries[] = []
  for (let category = 0; category < CATEGORIES; category++)
    series.push(...foreignWeeks(category, { weeks, units: UNITS }, uniform))
  for (const one of series)
    for (let past = 0; past < Math.round(weeks / 160); past++)
      addOutbreak(one, one.counts, Math.floor(uniform() * (weeks - 30)), 5, uniform)
  const sick = new Set<number>()
  while (sick.size < OUTBREAKS) sick.add(Math.floor(uniform() * series.length))
  for (const index of sick) {
    const one = series[index] as WeekSeries
    addOutbreak(one, one.counts, weeks - 1, 4, uniform)
  }
  return { series, sick }
}

function houseLogP(series: readonly WeekSeries[], weeks: number): number[] {
  const members = series.map(({ counts }, index) => ({
    id: String(index).padStart(4, '0'),
    pool: String(Math.floor(index / UNITS)),
    series: { frequency: 52, observed: counts },
  }))
  return housePanel(members, HOUSE_WEEKLY, [weeks]).map(({ result }) => (result.ok ? (result.logP[0] ?? 0) : 0))
}

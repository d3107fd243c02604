// Weeks of one or two years as the house detector does not assume them: units of a category share a season that moves and
// is not quite their own, levels excite themselves, variance grows with the square of the mean.
import { poissonCount } from '../../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a, type Uniform } from '../../../src/statistics/simulator/mrg32k3a.ts'
import { normalDraw } from '../normal-draw.ts'
import { type CountLaw, drawLaw, standardDeviation } from './count-laws.ts'
import { type Drawn, selfExcited } from './self-excited.ts'

export type WeekSeries = Drawn & { readonly law: CountLaw }
export type WeekPlan = { readonly weeks: number; readonly units: number }

/** One category: its units' series. `index` only alternates the kind of law. */
export function foreignWeeks(index: number, { weeks, units }: WeekPlan, uniform: Uniform): WeekSeries[] {
  const normal = () => normalDraw(uniform)
  const season = drawSeason(weeks, uniform)
  const middle = 1 + 0.6 * normal()
  const law = drawLaw(index, uniform)
  return Array.from({ length: units }, () => {
    const level = Math.exp(middle + 0.9 * normal())
    const [a, b, trend] = [0.15 * normal(), 0.15 * normal(), 0.1 * normal()]
    const own = { ...law, excess: law.excess * Math.exp(0.4 * normal()) }
    const base = season.map((shared, week) => {
      const angle = (2 * Math.PI * week) / 52.18
      return level * Math.exp(shared + a * Math.cos(angle) + b * Math.sin(angle) + (trend * week) / 52)
    })
    const excitation = { share: 0.1 + 0.5 * uniform(), decay: 0.3 + 0.5 * uniform() }
    return { ...selfExcited(base, excitation, own, uniform), law: own }
  })
}

function drawSeason(weeks: number, uniform: Uniform): number[] {
  const [height, second, phase] = [0.5 * uniform(), 0.2 * uniform(), uniform()]
  const years = Math.ceil(weeks / 52) + 2
  const shifts = Array.from({ length: years }, () => 0.05 * normalDraw(uniform))
  const heights = Array.from({ length: years }, () => Math.exp(0.25 * normalDraw(uniform)))
  return Array.from({ length: weeks }, (_, week) => {
    const at = week / 52.18
    const [year, part] = [Math.floor(at), at % 1]
    const mixed = (values: readonly number[]) => (values[year] ?? 0) * (1 - part) + (values[year + 1] ?? 0) * part
    const angle = 2 * Math.PI * (at + phase + mixed(shifts))
    return height * mixed(heights) * Math.cos(angle) + second * Math.cos(2 * angle)
  })
}

export type WeeksRun = {
  readonly series: readonly WeekSeries[]
  /** Each unit's counts with an outbreak in the last week. */
  readonly sick: readonly (readonly number[])[]
}

const SIZES = [3, 5, 8] as const

/** A category whose last week is judged with and without an outbreak in each unit; past ones lie in the history. */
export function weeksRun(seed: number, index: number, plan: WeekPlan): WeeksRun {
  const uniform = mrg32k3a([seed, index + 1, 3, 4, 5, 6])
  // Seeds that follow each other give first numbers that do too.
  for (let draw = 0; draw < 12; draw++) uniform()
  const series = foreignWeeks(index, plan, uniform)
  for (const one of series)
    if (uniform() < plan.weeks / 160)
      addOutbreak(one, one.counts, Math.floor(uniform() * (plan.weeks - 20)), 5, uniform)
  const sick = series.map((one, unit) => {
    const counts = [...one.counts]
    addOutbreak(one, counts, plan.weeks - 1, SIZES[unit % 3] as number, uniform)
    return counts
  })
  return { series, sick }
}

/** Adds so many standard deviations of reports to a week. */
export function addOutbreak(
  { mean, law }: WeekSeries,
  counts: number[],
  week: number,
  size: number,
  uniform: Uniform,
): void {
  const reports = poissonCount(size * standardDeviation(law, mean[week] as number), uniform())
  counts[week] = (counts[week] as number) + Math.max(1, reports)
}

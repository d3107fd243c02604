// Part 3: one or two years of history. 40 units of one category with a common season; improved Farrington in the settings it allows.
import { EARS_DEFAULTS, ears } from '../../src/statistics/detectors/ears.ts'
import { logMidP } from '../../src/statistics/house/count-law.ts'
import { housePanel } from '../../src/statistics/house/house-panel.ts'
import { HOUSE_WEEKLY } from '../../src/statistics/house/house-settings.ts'
import { negativeBinomialCount, poissonCount } from '../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../src/statistics/simulator/mrg32k3a.ts'
import { markdown, paired, pairedText, share, thresholdAt } from './equal-rate.ts'
import { farringtonScores, PAPER } from './improved-farrington.ts'
import { normalDraw } from './normal-draw.ts'

export type ShortPlan = {
  readonly weeks: number
  readonly panels: number
  readonly seed: number
  /** How differently the units of a category go through the year: 0.1 is what pooling expects, 0.5 what it does not. */
  readonly apart: number
}

const UNITS = 40
const PHI = 1.3
const SIZES = [3, 5, 8] as const
const JUDGED = 4

type World = { readonly means: readonly ((week: number) => number)[]; readonly counts: readonly number[][] }

function world(seed: number, panel: number, weeks: number, apart: number) {
  const uniform = mrg32k3a([seed, panel + 1, 3, 4, 5, 6])
  const normal = () => normalDraw(uniform)
  const [g1, g2] = [0.5 * normal(), 0.5 * normal()]
  const means = Array.from({ length: UNITS }, () => {
    const level = Math.exp(0.8 * normal())
    const [a, b] = [g1 + apart * normal(), g2 + apart * normal()]
    return (week: number) =>
      level * Math.exp(a * Math.cos((2 * Math.PI * week) / 52) + b * Math.sin((2 * Math.PI * week) / 52))
  })
  const counts = means.map((mean) =>
    Array.from({ length: weeks }, (_, i) => negativeBinomialCount(mean(i + 1), PHI, uniform())),
  )
  return { uniform, world: { means, counts } satisfies World }
}

type Method = { readonly name: string; readonly scores: (world: World, points: readonly number[]) => number[][] }

function methodsFor(weeks: number): Method[] {
  const flexible = (name: string, change: Partial<typeof PAPER>): Method => ({
    name,
    scores: ({ counts }, points) =>
      counts.map((observed) => farringtonScores({ frequency: 52, observed }, { ...PAPER, b: 1, ...change }, points)),
  })
  return [
    { name: 'house, pooled', scores: houseScores },
    flexible('Farrington b 1, 5 periods, 5 reports in 4 weeks', {
      noPeriods: 5,
      pastWeeksNotIncluded: weeks > 80 ? 26 : 3,
    }),
    flexible('Farrington b 1, 5 periods, no such limit', {
      noPeriods: 5,
      limit54: [0, 1],
      pastWeeksNotIncluded: weeks > 80 ? 26 : 3,
    }),
    flexible('Farrington b 1, 1 period', { noPeriods: 1, pastWeeksNotIncluded: 3 }),
    flexible('Farrington b 1, 5 periods, delta', { noPeriods: 5, thresholdMethod: 'delta', pastWeeksNotIncluded: 3 }),
    { name: 'EARS C2', scores: earsScores },
    { name: 'knows the truth', scores: truthScores },
  ]
}

function houseScores({ counts }: World, points: readonly number[]): number[][] {
  const members = counts.map((observed, index) => ({
    id: String(index),
    pool: 'category',
    series: { frequency: 52, observed },
  }))
  return housePanel(members, HOUSE_WEEKLY, points).map(({ result }) => {
    if (!result.ok) throw new Error(result.about)
    return result.logP.map((logP) => -(logP ?? 0))
  })
}

/** How far the count lies above the mean of its window, in standard deviations: the bound at z = 1 gives both. */
function earsScores({ counts }: World, points: readonly number[]): number[][] {
  return counts.map((observed) => {
    const bound = (alpha: number) => {
      const result = ears({ frequency: 52, observed }, { ...EARS_DEFAULTS.C2, alpha }, points)
      if (!result.ok) throw new Error(result.about)
      return result.upperbound
    }
    const [middle, one] = [bound(0.5), bound(0.158655253931457)]
    return points.map((point, index) => {
      const sd = (one[index] ?? 0) - (middle[index] ?? 0)
      return ((observed[point - 1] as number) - (middle[index] ?? 0)) / Math.max(sd, 1e-9)
    })
  })
}

const truthScores = ({ counts, means }: World, points: readonly number[]) =>
  counts.map((observed, unit) =>
    points.map(
      (point) => -logMidP(observed[point - 1] as number, (means[unit] as (week: number) => number)(point), PHI),
    ),
  )

/** All methods on the same panels, at equal false-positive rates. */
export function shortHistoryReport({ weeks, panels, seed, apart }: ShortPlan): string[] {
  const methods = methodsFor(weeks)
  const quiet = methods.map(() => [] as number[])
  const outbreak = methods.map(() => [] as number[])
  const points = Array.from({ length: JUDGED }, (_, index) => weeks - JUDGED + 1 + index)
  for (let panel = 0; panel < panels; panel++) {
    const { uniform, world: calm } = world(seed, panel, weeks, apart)
    const counts = calm.counts.map((observed, unit) => {
      const expected = (calm.means[unit] as (week: number) => number)(weeks)
      const size = Math.max(1, poissonCount((SIZES[unit % 3] as number) * Math.sqrt(PHI * expected), uniform()))
      return observed.with(weeks - 1, (observed[weeks - 1] as number) + size)
    })
    for (const [index, method] of methods.entries()) {
      quiet[index]?.push(...method.scores(calm, points).flat())
      outbreak[index]?.push(...method.scores({ ...calm, counts }, [weeks]).flat())
    }
  }
  const found = (index: number) => {
    const threshold = thresholdAt(quiet[index] as number[], 0.01)
    return (outbreak[index] as number[]).map((score) => score > threshold)
  }
  const rows = methods.map(({ name }, index) => [
    name,
    share(outbreak[index] as number[], thresholdAt(quiet[index] as number[], 0.01)),
    share(outbreak[index] as number[], thresholdAt(quiet[index] as number[], 0.025)),
    index === 0
      ? `its own level there: ${(100 * Math.exp(-thresholdAt(quiet[0] as number[], 0.01))).toFixed(2)} %`
      : pairedText(paired(found(0), found(index))),
  ])
  return [
    `### Short history: ${weeks} weeks, ${panels} panels of ${UNITS} units, seasons ${apart} apart, ${quiet[0]?.length} quiet unit-weeks, ${outbreak[0]?.length} outbreaks`,
    '',
    ...markdown(['detector', 'detected % at 1 %', 'at 2.5 %', 'house against it at 1 %'], rows),
  ]
}

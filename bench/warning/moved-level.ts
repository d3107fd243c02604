// Part 8: a level that moves for good. How long does the alarm last, and is a burst found on top of the new level?
import { house } from '../../src/statistics/house/house.ts'
import { HOUSE_WEEKLY, type HouseSettings } from '../../src/statistics/house/house-settings.ts'
import { negativeBinomialCount, poissonCount } from '../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../src/statistics/simulator/mrg32k3a.ts'
import { markdown, percent } from './equal-rate.ts'
import { farringtonScores, PAPER } from './improved-farrington.ts'

export type MovedPlan = { readonly series: number; readonly seed: number }

const PAST = 312
const AFTER = 52
const PHI = 1.5
const BURST_WEEK = 26
const STRETCHES = [
  [1, 4],
  [5, 8],
  [9, 13],
  [14, 52],
] as const
const WORLDS = [
  { mean: 2, factor: 2 },
  { mean: 10, factor: 1.5 },
  { mean: 10, factor: 3 },
  { mean: 10, factor: 0.5 },
] as const

type Scores = (observed: readonly number[], points: readonly number[]) => number[]

const houseWith =
  (change: Partial<HouseSettings>): Scores =>
  (observed, points) => {
    const result = house({ frequency: 52, observed }, { ...HOUSE_WEEKLY, ...change }, points)
    if (!result.ok) throw new Error(result.about)
    return result.logP.map((logP) => -(logP ?? 0))
  }

const METHODS: readonly (readonly [name: string, scores: Scores])[] = [
  ['house', houseWith({})],
  ['house that takes no level for moved', houseWith({ motion: { ...HOUSE_WEEKLY.motion, chance: 0 } })],
  [
    'improved Farrington',
    (observed, points) => farringtonScores({ frequency: 52, observed: [...observed] }, PAPER, points),
  ],
]

/** Alarms at the nominal level by weeks since the move, and bursts of five standard deviations half a year after it. */
export function movedLevelReport({ series, seed }: MovedPlan): string[] {
  return WORLDS.flatMap(({ mean, factor }) => [
    `### Weeks whose level moves for good from ${mean} to ${mean * factor}: ${series} series`,
    '',
    ...markdown(
      [
        'detector',
        ...STRETCHES.map(([from, to]) => `alarms % in weeks ${from}–${to} after`),
        'bursts found % in week 26',
      ],
      METHODS.map(([name, scores]) => [name, ...judged(scores, { mean, factor, series, seed })]),
    ),
    '',
  ])
}

type World = { readonly mean: number; readonly factor: number; readonly series: number; readonly seed: number }

function judged(scores: Scores, { mean, factor, series, seed }: World): string[] {
  const limit = -Math.log(HOUSE_WEEKLY.alpha)
  const alarms = STRETCHES.map(() => 0)
  let found = 0
  for (let index = 0; index < series; index++) {
    const uniform = mrg32k3a([seed, index + 1, 100 * mean, 10 * factor, 5, 6])
    const weeks = Array.from({ length: PAST + AFTER }, (_, week) =>
      negativeBinomialCount(week < PAST ? mean : mean * factor, PHI, uniform()),
    )
    const points = Array.from({ length: AFTER }, (_, week) => PAST + 1 + week)
    for (const [week, score] of scores(weeks, points).entries()) {
      const stretch = STRETCHES.findIndex(([from, to]) => week + 1 >= from && week + 1 <= to)
      if (score >= limit) alarms[stretch] = (alarms[stretch] as number) + 1
    }
    const at = PAST + BURST_WEEK - 1
    const burst = poissonCount(5 * Math.sqrt(PHI * mean * factor), uniform())
    const sick = weeks.with(at, (weeks[at] as number) + burst)
    if ((scores(sick, [at + 1])[0] as number) >= limit) found += 1
  }
  const shares = STRETCHES.map(([from, to], index) => percent(alarms[index] as number, series * (to - from + 1)))
  return [...shares, percent(found, series)]
}

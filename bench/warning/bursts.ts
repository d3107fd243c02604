// Bursts put into real series: which methods find them, at the same rate of alarms on the series as they were?
import type { CountSeries } from '../../src/statistics/count-series.ts'
import { EARS_DEFAULTS, ears } from '../../src/statistics/detectors/ears.ts'
import { housePanel } from '../../src/statistics/house/house-panel.ts'
import { houseDefaults } from '../../src/statistics/house/house-settings.ts'
import { poissonCount } from '../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a, type Uniform } from '../../src/statistics/simulator/mrg32k3a.ts'
import { markdown, paired, pairedText, percent, share, thresholdAt } from './equal-rate.ts'

export type Member = { readonly pool: string; readonly series: CountSeries }
export type OneSeries = {
  readonly name: string
  readonly scores: (series: CountSeries, points: readonly number[]) => number[]
}
/** `least`: reports a burst has at the least. */
type BurstPlan = { readonly judged: number; readonly rounds: number; readonly least: number }

/** The judged steps as they were count as quiet (some are not: all methods pay alike); then each series gets one burst a round. */
export function burstReport(
  title: string,
  members: readonly Member[],
  { judged, rounds, least }: BurstPlan,
  others: readonly OneSeries[],
): string[] {
  const steps = members[0]?.series.observed.length ?? 0
  const points = range(steps - judged + 1, steps)
  const uniform = mrg32k3a([7001, 2, 3, 4, 5, 6])
  const names = ['house, pooled', ...others.map(({ name }) => name)]
  const scoresOf = (panel: readonly Member[], at: readonly number[]) => [
    houseScores(panel, at),
    ...others.map(({ scores }) => panel.map(({ series }) => scores(series, at))),
  ]
  const quiet = scoresOf(members, points).map((one) => one.flat())
  const bursts = names.map(() => [] as number[])
  for (let round = 0; round < rounds; round++) {
    const at = points[Math.floor(uniform() * points.length)] as number
    const sick = members.map((member) => ({ ...member, series: withBurst(member.series, { at, least }, uniform) }))
    for (const [index, one] of scoresOf(sick, [at]).entries()) bursts[index]?.push(...one.flat())
  }
  const found = (index: number) => {
    const threshold = thresholdAt(quiet[index] as number[], 0.01)
    return (bursts[index] as number[]).map((score) => score > threshold)
  }
  const level = percent(
    (quiet[0] as number[]).filter((score) => score >= -Math.log(0.01)).length,
    (quiet[0] as number[]).length,
  )
  return [
    `### ${title}: ${members.length} series, ${quiet[0]?.length} judged steps, ${bursts[0]?.length} bursts`,
    '',
    ...markdown(
      ['detector', 'bursts found % at 1 %', 'at 2.5 %', 'house against it at 1 %'],
      names.map((name, index) => [
        name,
        share(bursts[index] as number[], thresholdAt(quiet[index] as number[], 0.01)),
        share(bursts[index] as number[], thresholdAt(quiet[index] as number[], 0.025)),
        index === 0 ? '' : pairedText(paired(found(0), found(index))),
      ]),
    ),
    '',
    `Of the steps as they were, ${level} % alarm at the house detector's nominal 1 %; real surprises are among them.`,
  ]
}

/** Four to six standard deviations of the series so far. */
function withBurst(
  series: CountSeries,
  { at, least }: { readonly at: number; readonly least: number },
  uniform: Uniform,
): CountSeries {
  const past = series.observed.slice(0, at - 1).map((count) => count ?? 0)
  const mean = past.reduce((sum, count) => sum + count, 0) / past.length
  const variance = past.reduce((sum, count) => sum + (count - mean) ** 2, 0) / past.length
  const size = Math.max(least, poissonCount((4 + 2 * uniform()) * Math.sqrt(variance), uniform()))
  return { ...series, observed: series.observed.with(at - 1, (series.observed[at - 1] ?? 0) + size) }
}

export function houseScores(members: readonly Member[], points: readonly number[]): number[][] {
  const settings = houseDefaults((members[0] as Member).series.frequency)
  const panel = members.map(({ pool, series }, index) => ({ id: String(index), pool, series }))
  return housePanel(panel, settings, points).map(({ result }) => {
    if (!result.ok) throw new Error(result.about)
    return result.logP.map((logP) => -(logP ?? 0))
  })
}

/** Standard deviations above the window's mean; a window without any scatter counts one report as one. */
export function earsScores(series: CountSeries, points: readonly number[]): number[] {
  const upper = (alpha: number) => {
    const result = ears(series, { ...EARS_DEFAULTS.C2, alpha }, points)
    if (!result.ok) throw new Error(result.about)
    return result.upperbound
  }
  const [middle, one] = [upper(0.5), upper(0.158655253931457)]
  return points.map((point, index) => {
    const sd = Math.max((one[index] ?? 0) - (middle[index] ?? 0), 0.5)
    return ((series.observed[point - 1] ?? 0) - (middle[index] ?? 0)) / sd
  })
}

export const range = (first: number, last: number) =>
  Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index)

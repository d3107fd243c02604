// Part 5: 2,000 series at once, 20 of them with an outbreak: which share of the discoveries is false?
import { logMidP } from '../../src/statistics/house/count-law.ts'
import { housePanel } from '../../src/statistics/house/house-panel.ts'
import { HOUSE_WEEKLY } from '../../src/statistics/house/house-settings.ts'
import { stepUp, topDown } from '../../src/statistics/house/top-down.ts'
import { negativeBinomialCount, poissonCount } from '../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a, type Uniform } from '../../src/statistics/simulator/mrg32k3a.ts'
import { markdown } from './equal-rate.ts'
import { farringtonScores, PAPER } from './improved-farrington.ts'
import { normalDraw } from './normal-draw.ts'

export type DiscoveryPlan = { readonly panels: number; readonly seed: number; readonly weeks: number }

const CATEGORIES = 40
const UNITS = 50
const OUTBREAKS = 20
/** Each series has an outbreak in its history about every three years, as real ones have. */
const WEEKS_AN_OUTBREAK = 160
const Q = 0.1

const METHODS = [
  'knows the truth, flat',
  'house, flat',
  'house, top down',
  'improved Farrington, flat',
  'improved Farrington, no report limit, flat',
] as const

type Tally = { found: number; shares: number[] }

/** Rates the rule is tried at, to compare methods where their own discoveries are equally seldom false. */
const TRIED = [0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.065, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3] as const
const FALSE_SHARES = [0.05, 0.1, 0.15, 0.2] as const
const COMPARED = ['knows the truth', 'house', 'improved Farrington'] as const

/** Benjamini and Hochberg at q = 0.1 over the panel's p-values; the house detector also from the top down. */
export function discoveryReport({ panels, seed, weeks }: DiscoveryPlan): string[] {
  const tallies = METHODS.map((): Tally => ({ found: 0, shares: [] }))
  const curves = COMPARED.map(() => TRIED.map((): Tally => ({ found: 0, shares: [] })))
  for (let panel = 0; panel < panels; panel++) {
    const { counts, sick, truth } = simulated(seed, panel, weeks)
    const house = houseLogP(counts)
    const farrington = farringtonLogP(counts, {})
    const taken = [
      stepUp(truth, Q),
      stepUp(house, Q),
      fromTheTop(house),
      stepUp(farrington, Q),
      stepUp(farringtonLogP(counts, { limit54: [0, 1] }), Q),
    ]
    for (const [index, chosen] of taken.entries()) add(tallies[index] as Tally, chosen, sick)
    for (const [method, logP] of [truth, house, farrington].entries())
      for (const [index, q] of TRIED.entries()) add(curves[method]?.[index] as Tally, stepUp(logP, q), sick)
  }
  return [
    `### Many series: ${panels} panels of ${CATEGORIES * UNITS} weekly series of ${weeks} weeks, ${OUTBREAKS} outbreaks each, q = ${Q}`,
    '',
    ...markdown(
      ['detector', 'false among discoveries %', `true outbreaks found of ${OUTBREAKS}`],
      METHODS.map((method, index) => row(method, tallies[index] as Tally)),
    ),
    '',
    'True outbreaks found where equally many discoveries are false, each method at the q that brings it there:',
    '',
    ...markdown(
      ['detector', ...FALSE_SHARES.map((share) => `${100 * share} % false`)],
      COMPARED.map((method, index) => [
        method,
        ...FALSE_SHARES.map((share) => foundAt(curves[index] as Tally[], share, panels)),
      ]),
    ),
  ]
}

/** Outbreaks a panel found at the rate where this share of discoveries was false, between the rates tried. */
function foundAt(curve: readonly Tally[], share: number, panels: number): string {
  const above = curve.findIndex((tally) => meanShare(tally) > share)
  const [low, high] = [curve[above - 1], curve[above]]
  if (!low || !high) return '–'
  const part = (share - meanShare(low)) / (meanShare(high) - meanShare(low))
  return ((low.found + part * (high.found - low.found)) / panels).toFixed(1)
}

const meanShare = ({ shares }: Tally) => shares.reduce((sum, one) => sum + one, 0) / shares.length

function row(method: string, tally: Tally): string[] {
  const n = tally.shares.length
  const mean = meanShare(tally)
  const error = 1.96 * Math.sqrt(tally.shares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(n - 1, 1) / n)
  return [
    method,
    `${(100 * mean).toFixed(1)} [${(100 * Math.max(mean - error, 0)).toFixed(1)}, ${(100 * (mean + error)).toFixed(1)}]`,
    (tally.found / n).toFixed(1),
  ]
}

/** As its authors set it; where there are not five years, with what the short-history benchmark found best for one. */
function farringtonLogP(counts: readonly number[][], change: Partial<typeof PAPER>): number[] {
  const weeks = counts[0]?.length ?? 0
  const years = weeks > 5 * 52 ? {} : ({ b: 1, noPeriods: 5 } as const)
  const settings = { ...PAPER, ...years, ...change }
  return counts.map((observed) => -(farringtonScores({ frequency: 52, observed }, settings, [weeks])[0] as number))
}

function add(tally: Tally, chosen: readonly number[], sick: ReadonlySet<number>): void {
  const right = chosen.filter((index) => sick.has(index)).length
  tally.found += right
  tally.shares.push(chosen.length === 0 ? 0 : (chosen.length - right) / chosen.length)
}

function simulated(seed: number, panel: number, weeks: number) {
  const uniform = mrg32k3a([seed, panel + 1, 3, 4, 5, 6])
  const counts: number[][] = []
  const now: Now[] = []
  for (let category = 0; category < CATEGORIES; category++) {
    const [base, g1, g2, phi] = [
      normalDraw(uniform),
      0.5 * normalDraw(uniform),
      0.5 * normalDraw(uniform),
      1.1 + uniform(),
    ]
    for (let unit = 0; unit < UNITS; unit++) {
      const level = Math.exp(0.5 * base + 0.9 * normalDraw(uniform))
      const [a, b] = [g1 + 0.1 * normalDraw(uniform), g2 + 0.1 * normalDraw(uniform)]
      const mean = (week: number) =>
        level * Math.exp(a * Math.cos((2 * Math.PI * week) / 52) + b * Math.sin((2 * Math.PI * week) / 52))
      counts.push(Array.from({ length: weeks }, (_, t) => negativeBinomialCount(mean(t + 1), phi, uniform())))
      now.push({ mean: mean(weeks), phi })
      for (let past = 0; past < Math.round(weeks / WEEKS_AN_OUTBREAK); past++)
        addPast(counts.at(-1) as number[], mean, phi, uniform)
    }
  }
  const sick = new Set<number>()
  while (sick.size < OUTBREAKS) sick.add(Math.floor(uniform() * counts.length))
  for (const index of sick) {
    const series = counts[index] as number[]
    series[weeks - 1] =
      (series[weeks - 1] as number) + Math.max(2, poissonCount(6 * sdOf(now[index] as Now), uniform()))
  }
  const truth = counts.map((series, index) =>
    logMidP(series[weeks - 1] as number, (now[index] as Now).mean, (now[index] as Now).phi),
  )
  return { counts, sick, truth }
}

type Now = { readonly mean: number; readonly phi: number }

const sdOf = ({ mean, phi }: Now) => Math.sqrt(phi * mean)

/** An outbreak of some week before the judged year, half of it in the week after. */
function addPast(series: number[], mean: (week: number) => number, phi: number, uniform: Uniform): void {
  const week = Math.floor(uniform() * (series.length - 60))
  for (const at of [week, week + 1])
    series[at] = (series[at] as number) + poissonCount(3 * sdOf({ mean: mean(week + 1), phi }), uniform())
}

function houseLogP(counts: readonly number[][]): number[] {
  const weeks = counts[0]?.length ?? 0
  const members = counts.map((observed, index) => ({
    id: String(index),
    pool: String(Math.floor(index / UNITS)),
    series: { frequency: 52, observed },
  }))
  return housePanel(members, HOUSE_WEEKLY, [weeks]).map(({ result }) => (result.ok ? (result.logP[0] ?? 0) : 0))
}

function fromTheTop(logP: readonly number[]): number[] {
  const families = Array.from({ length: CATEGORIES }, (_, category) => ({
    id: String(category),
    logP: logP.slice(category * UNITS, (category + 1) * UNITS),
  }))
  return topDown(families, Q).flatMap(({ members }, category) => members.map((member) => category * UNITS + member))
}

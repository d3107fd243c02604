// Part 1: the published weekly benchmark (Noufaily et al. 2013), 28 scenarios, at equal false-positive rates.
import { existsSync, readFileSync } from 'node:fs'
import { house } from '../../src/statistics/house/house.ts'
import { HOUSE_WEEKLY } from '../../src/statistics/house/house-settings.ts'
import { SCENARIOS, simulatedRun } from '../../src/statistics/simulator/noufaily.ts'
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts'
import { markdown, paired, pairedText, percent, share, thresholdAt } from './equal-rate.ts'
import { farringtonScores, PAPER } from './improved-farrington.ts'

export type Replicates = { readonly first: number; readonly count: number }

type Scored = { readonly scenario: number; readonly quiet: readonly number[]; readonly outbreak: readonly number[] }
type BothScored = { readonly ours: Scored; readonly theirs: Scored }

const QUIET_WEEKS = [576, 581, 586, 591, 596, 601, 606, 611, 616, 621]
const RATES = [0.005, 0.01, 0.025, 0.05]
const NOMINAL = 0.005

/** Runs both detectors on the same runs and words what came out. */
export function weeklyReport(replicates: Replicates): string[] {
  const runs = scoredRuns(replicates)
  const last = replicates.first + replicates.count - 1
  return [
    `### Weekly benchmark, replicates ${replicates.first} to ${last}: ${runs.length} runs, ${runs.length * QUIET_WEEKS.length} quiet weeks`,
    '',
    ...atEqualRates(runs),
    '',
    ...delays(runs),
    '',
    ...nominalLevel(runs),
    ...againstPublished(runs, replicates),
  ]
}

function scoredRuns({ first, count }: Replicates): BothScored[] {
  const runs: BothScored[] = []
  for (let scenario = 1; scenario <= SCENARIOS; scenario++)
    for (let replicate = first; replicate < first + count; replicate++) {
      const run = simulatedRun(scenario, replicate)
      const weeks = Array.from({ length: run.outbreak.end - run.outbreak.onset + 1 }, (_, i) => run.outbreak.onset + i)
      const quiet = { frequency: 52, observed: run.past }
      const during = { frequency: 52, observed: run.current }
      runs.push({
        ours: { scenario, quiet: houseScores(quiet, QUIET_WEEKS), outbreak: houseScores(during, weeks) },
        theirs: {
          scenario,
          quiet: farringtonScores(quiet, PAPER, QUIET_WEEKS),
          outbreak: farringtonScores(during, PAPER, weeks),
        },
      })
    }
  return runs
}

function houseScores(series: Parameters<typeof house>[0], points: readonly number[]): number[] {
  const result = house(series, HOUSE_WEEKLY, points)
  if (!result.ok) throw new Error(`house: ${result.code} ${result.about}`)
  return result.logP.map((logP) => -(logP as number))
}

const best = ({ outbreak }: Scored) => Math.max(...outbreak)

function atEqualRates(runs: readonly BothScored[]): string[] {
  const rows = RATES.map((rate) => {
    const ours = thresholdAt(
      runs.flatMap((run) => run.ours.quiet),
      rate,
    )
    const theirs = thresholdAt(
      runs.flatMap((run) => run.theirs.quiet),
      rate,
    )
    const compared = paired(
      runs.map((run) => best(run.ours) > ours),
      runs.map((run) => best(run.theirs) > theirs),
    )
    return [
      `${100 * rate} %`,
      share(
        runs.map((run) => best(run.ours)),
        ours,
      ),
      share(
        runs.map((run) => best(run.theirs)),
        theirs,
      ),
      pairedText(compared),
    ]
  })
  return markdown(
    ['false positives', 'house: detected %', 'improved Farrington: detected %', 'paired, house minus Farrington'],
    rows,
  )
}

function delays(runs: readonly BothScored[]): string[] {
  const mean = (side: keyof BothScored) => {
    const threshold = thresholdAt(
      runs.flatMap((run) => run[side].quiet),
      0.01,
    )
    const found = runs
      .map((run) => run[side].outbreak.findIndex((score) => score > threshold))
      .filter((week) => week >= 0)
    return (found.reduce((sum, week) => sum + week, 0) / found.length).toFixed(2)
  }
  return [
    `Mean weeks from onset to the first alarm, among detected runs, at 1 %: house ${mean('ours')}, improved Farrington ${mean('theirs')}.`,
  ]
}

function nominalLevel(runs: readonly BothScored[]): string[] {
  const limit = -Math.log(NOMINAL)
  const byScenario = Array.from({ length: SCENARIOS }, (_, index) => {
    const level = (side: keyof BothScored) => {
      const quiet = runs.filter((run) => run[side].scenario === index + 1).flatMap((run) => run[side].quiet)
      return { hits: quiet.filter((score) => score >= limit).length, n: quiet.length }
    }
    return { scenario: index + 1, ours: level('ours'), theirs: level('theirs') }
  })
  const covered = (side: 'ours' | 'theirs') =>
    byScenario.filter((row) => {
      const [low, high] = wilsonInterval(row[side].hits, row[side].n)
      return low <= NOMINAL && NOMINAL <= high
    }).length
  const highest = (side: 'ours' | 'theirs') => Math.max(...byScenario.map((row) => row[side].hits / row[side].n))
  const pooled = (side: 'ours' | 'theirs') =>
    percent(
      byScenario.reduce((sum, row) => sum + row[side].hits, 0),
      byScenario.reduce((sum, row) => sum + row[side].n, 0),
    )
  const times = (side: 'ours' | 'theirs') => (highest(side) / NOMINAL).toFixed(1)
  return [
    `At the nominal level of ${100 * NOMINAL} %: house ${pooled('ours')} % over all, interval covers the nominal level in ${covered('ours')} of ${SCENARIOS} scenarios, highest ${times('ours')} times nominal; improved Farrington ${pooled('theirs')} %, ${covered('theirs')} of ${SCENARIOS}, ${times('theirs')} times.`,
    '',
    ...markdown(
      ['scenario', 'house: false positives %', 'improved Farrington: false positives %'],
      byScenario.map((row) => [
        String(row.scenario),
        percent(row.ours.hits, row.ours.n),
        percent(row.theirs.hits, row.theirs.n),
      ]),
    ),
  ]
}

const PUBLISHED = '../shared/early-warning/evaluation/r_baseline_runs.json'
type PublishedRun = {
  readonly s: number
  readonly r: number
  readonly null_scores: readonly (readonly (number | null)[])[]
}

/** Where R's own scores of these runs lie at hand, says whether ours for improved Farrington are the same. */
function againstPublished(runs: readonly BothScored[], { first, count }: Replicates): string[] {
  if (first + count - 1 > 48 || !existsSync(PUBLISHED)) return []
  const { cases } = JSON.parse(readFileSync(PUBLISHED, 'utf8')) as { cases: PublishedRun[] }
  const known = new Map(cases.map((one) => [`${one.s}/${one.r}`, one]))
  let furthest = 0
  for (const [index, run] of runs.entries()) {
    const one = known.get(`${run.theirs.scenario}/${first + (index % count)}`)
    one?.null_scores.forEach((scores, week) => {
      furthest = Math.max(
        furthest,
        Math.abs((scores[0] ?? 0) - (run.theirs.quiet[week] as number)) / (1 + (scores[0] ?? 0)),
      )
    })
  }
  return [
    '',
    `Improved Farrington here against R's own scores of the same runs: largest relative difference ${furthest.toExponential(1)}.`,
  ]
}

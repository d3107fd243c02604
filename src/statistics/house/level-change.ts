import { logGamma } from '../numerics/log-gamma.ts'

/** The latest steps of a series beside what its long past makes of them. */
export type LatestSteps = {
  /** Counts; NaN where nothing was reported. */
  readonly y: Float64Array
  /** Expected count at a row, by the fit to the long past. */
  readonly mean: (row: number) => number
  /** Rows looked at: from `from` up to, not including, `end`. */
  readonly from: number
  readonly end: number
  /** Variance over mean of a count of this mean, of counts that come together more. */
  readonly ratio: (mean: number) => number
}

/** How levels move: `chance` a step that one does, `leastRun` the counts it must have lasted for, `longest` the counts looked back at. */
export type LevelMotion = { readonly chance: number; readonly leastRun: number; readonly longest: number }

/** By which factor the level differs from the long past's, the variance of that factor, the chance that it has not moved, and since which row where a change is likelier than none. */
export type LevelNow = {
  readonly factor: number
  readonly variance: number
  readonly unmoved: number
  readonly since?: number
}

/** A level that has moved is thought to lie within a factor of two or so of the old one: the shape of a gamma law around it. */
const SHAPE = 3
/** Each run looked at is this much longer than the one before. */
const LONGER = 1.3
/** Counts are cut where they stand out by so many standard deviations even from the latest steps: a burst is no level. */
const BURST = 3

/**
 * Has the level moved for good? For each length of run at the end of the series the evidence of a new level is weighed
 * against none (the Bayes factor of a gamma law for the factor, counts in units of their variance over mean), and the answers are averaged
 * by their posterior chance, after Barry and Hartigan (1993), JASA 88:309, with one change at most. Without such
 * evidence the factor is 1 and the variance next to nothing.
 */
export function levelNow(steps: LatestSteps, motion: LevelMotion): LevelNow {
  const runs = runsOf(steps, motion)
  // Chances in units of the greatest, so that overwhelming evidence for many runs still tells them apart.
  const most = runs.reduce((greatest, { logChance }) => Math.max(greatest, logChance), 0)
  const none = Math.exp(-most)
  let [total, first, second] = [none, none, none]
  let likeliest: Run | undefined
  for (const run of runs) {
    const chance = Math.exp(run.logChance - most)
    total += chance
    first += chance * run.factor
    second += chance * (run.factor * run.factor + run.variance)
    if (!likeliest || run.logChance > likeliest.logChance) likeliest = run
  }
  const factor = first / total
  const moved = likeliest && total > 2 * none ? { since: likeliest.since } : {}
  return { factor, variance: Math.max(second / total - factor * factor, 0), unmoved: none / total, ...moved }
}

/** A new level since a row: its chance beside that of none (log), and what the counts since say of it. */
type Run = {
  readonly since: number
  readonly logChance: number
  readonly factor: number
  readonly variance: number
}

function runsOf(steps: LatestSteps, { chance, leastRun, longest }: LevelMotion): Run[] {
  const { y, mean, from, end, ratio } = steps
  const usual = usualFactor(steps, leastRun)
  const runs: Run[] = []
  let [cases, expected, known, run, before] = [0, 0, 0, leastRun, 0]
  for (let row = end - 1; row >= from && run <= longest; row--) {
    const count = y[row]!
    if (Number.isNaN(count)) continue
    const middle = mean(row)
    const phi = ratio(usual * middle)
    cases += Math.min(count, usual * middle + BURST * Math.sqrt(phi * usual * middle)) / phi
    expected += middle / phi
    known += 1
    if (known < run) continue
    const weight = SHAPE + expected
    const factor = (SHAPE + cases) / weight
    const logChance = Math.log(chance * (run - before)) + evidence(cases, expected)
    runs.push({ since: row, logChance, factor, variance: factor / weight })
    before = run
    run = Math.ceil(LONGER * run)
  }
  return runs
}

/** log Bayes factor of a new level against the old one. */
const evidence = (cases: number, expected: number) =>
  logGamma(SHAPE + cases) -
  logGamma(SHAPE) +
  SHAPE * Math.log(SHAPE) -
  (SHAPE + cases) * Math.log(SHAPE + expected) +
  expected

/** The middle one of the latest factors, at least 1: what half of the steps exceed is no burst. */
function usualFactor({ y, mean, from, end }: LatestSteps, steps: number): number {
  const factors: number[] = []
  for (let row = end - 1; row >= from && factors.length < steps; row--)
    if (!Number.isNaN(y[row]!)) factors.push(y[row]! / mean(row))
  factors.sort((a, b) => a - b)
  return Math.max(factors[Math.floor(factors.length / 2)] ?? 1, 1)
}

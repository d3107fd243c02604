import { DEVIANCE_SETTLED, LEAST_MEAN, MOST_ITERATIONS } from './count-regression.ts'
import type { ReferenceCounts, ReferenceFit } from './reference-counts.ts'

/** A trend that varies this little within the levels cannot be told from them: leave it to the general fit. */
const DEPENDENT_BELOW = 1e-9

/**
 * The fit of `generalFit` in a few passes over the counts. With one factor and a trend the normal equations have the
 * shape of an arrow: levels only meet the trend, so eliminating the levels leaves one equation in one unknown
 * (Frisch and Waugh 1933), and an iteration costs O(counts). Undefined where this loses too many digits.
 */
export function arrowFit(
  reference: ReferenceCounts,
  withTrend: boolean,
  weights: Float64Array | undefined,
): ReferenceFit | undefined {
  const work = prepare(reference, weights)
  let deviance = start(work)
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    if (!solve(work, withTrend)) return undefined
    const before = deviance
    deviance = advance(work)
    if (!Number.isFinite(deviance)) return undefined
    const converged = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < DEVIANCE_SETTLED
    if (converged || iteration === MOST_ITERATIONS) return finish(work, withTrend, converged)
  }
  return undefined
}

/** Everything one fit works on; sums are those of the last solve until `solve` takes the next ones over. */
type Work = {
  readonly reference: ReferenceCounts
  readonly weights: Float64Array
  /** Times around their middle, so that sums of squares do not cancel. */
  readonly times: Float64Array
  readonly middle: number
  readonly logs: Float64Array
  /** First index of each run of consecutive counts of one level, and one past the last count. */
  readonly runs: readonly number[]
  means: Float64Array
  /** Means the last solve was weighted with. */
  solvedMeans: Float64Array
  next: Sums
  sums: Sums
  intercepts: Float64Array
  slope: number
}

/** Weighted sums of the working response z and the time t: by level, and over all. */
type Sums = { w: Float64Array; wt: Float64Array; wz: Float64Array; wtt: number; wtz: number; spread: number }

const noSums = (levels: number): Sums => ({
  w: new Float64Array(levels),
  wt: new Float64Array(levels),
  wz: new Float64Array(levels),
  wtt: 0,
  wtz: 0,
  spread: 0,
})

function prepare(reference: ReferenceCounts, weights: Float64Array | undefined): Work {
  const { counts, times, levelCount } = reference
  const middle = Math.round((times[0]! + times[times.length - 1]!) / 2)
  return {
    reference,
    weights: weights ?? new Float64Array(counts.length).fill(1),
    times: times.map((time) => time - middle),
    middle,
    logs: counts.map((count) => (count === 0 ? 0 : logOfCount(count))),
    runs: runsOf(reference),
    means: new Float64Array(counts.length),
    solvedMeans: new Float64Array(counts.length),
    next: noSums(levelCount),
    sums: noSums(levelCount),
    intercepts: new Float64Array(levelCount),
    slope: 0,
  }
}

/** Within a run the means are a geometric sequence: one exponential a run instead of one a count. */
function runsOf({ times, levels, offset }: ReferenceCounts): number[] {
  const runs = [0]
  for (let i = 1; i < times.length; i++) {
    if (levels[i] !== levels[i - 1] || times[i]! - times[i - 1]! !== 1 || offset) runs.push(i)
  }
  runs.push(times.length)
  return runs
}

const TABLE_SIZE = 2048
const LOGS = Float64Array.from({ length: TABLE_SIZE }, (_, count) => Math.log(count))
const STARTING_LOGS = Float64Array.from({ length: TABLE_SIZE }, (_, count) => Math.log(count + 0.1))

const logOfCount = (count: number) => (count < TABLE_SIZE ? LOGS[count]! : Math.log(count))
const startingLog = (count: number) => (count < TABLE_SIZE ? STARTING_LOGS[count]! : Math.log(count + 0.1))

/** Starts at means of count + 0.1, as R does, and returns their deviance. */
function start(work: Work): number {
  const { reference, weights, times, logs, next, means } = work
  const { counts, levels, offset } = reference
  let half = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    const mean = count + 0.1
    const predictor = startingLog(count)
    means[i] = mean
    half += weights[i]! * (count * (logs[i]! - predictor) - (count - mean))
    add(
      next,
      levels[i]!,
      times[i]!,
      weights[i]! * mean,
      weights[i]! * (mean * (predictor - (offset?.[i] ?? 0)) + count - mean),
    )
  }
  return 2 * half
}

function add(sums: Sums, level: number, time: number, weight: number, weighted: number): void {
  sums.w[level] = sums.w[level]! + weight
  sums.wt[level] = sums.wt[level]! + weight * time
  sums.wz[level] = sums.wz[level]! + weighted
  sums.wtt += weight * time * time
  sums.wtz += weighted * time
}

/** Takes the sums over and solves for the coefficients; false when the trend hides among the levels. */
function solve(work: Work, withTrend: boolean): boolean {
  const sums = work.next
  work.next = noSums(sums.w.length)
  work.sums = sums
  work.solvedMeans = work.means
  work.means = new Float64Array(work.means.length)
  if (withTrend) {
    let explained = sums.wtz
    sums.spread = sums.wtt
    for (let level = 0; level < sums.w.length; level++) {
      sums.spread -= (sums.wt[level]! * sums.wt[level]!) / sums.w[level]!
      explained -= (sums.wt[level]! * sums.wz[level]!) / sums.w[level]!
    }
    if (!(sums.spread > DEPENDENT_BELOW * sums.wtt)) return false
    work.slope = explained / sums.spread
  }
  for (let level = 0; level < sums.w.length; level++) {
    work.intercepts[level] = (sums.wz[level]! - work.slope * sums.wt[level]!) / sums.w[level]!
  }
  return true
}

/** New means from the coefficients, their deviance, and the sums for the next solve, run by run. */
function advance(work: Work): number {
  const { runs, slope } = work
  const factor = Math.exp(slope)
  let half = 0
  for (let run = 0; run + 1 < runs.length; run++) half += advanceRun(work, runs[run]!, runs[run + 1]!, factor)
  return 2 * half
}

function advanceRun(work: Work, from: number, to: number, factor: number): number {
  const { reference, weights, times, logs, next, means, slope } = work
  const { counts, offset } = reference
  const level = reference.levels[from]!
  const shift = offset?.[from] ?? 0
  const first = work.intercepts[level]! + slope * times[from]!
  let raw = Math.exp(first + shift)
  let half = 0
  let w = 0
  let wt = 0
  let wz = 0
  for (let i = from; i < to; i++) {
    const count = counts[i]!
    const weight = weights[i]!
    const time = times[i]!
    const base = first + slope * (i - from)
    const mean = Math.max(raw, LEAST_MEAN)
    means[i] = mean
    half += weight * (count * (logs[i]! - base - shift) - (count - mean))
    const weighted = weight * (mean * base + count - mean)
    w += weight * mean
    wt += weight * mean * time
    wz += weighted
    next.wtt += weight * mean * time * time
    next.wtz += weighted * time
    raw *= factor
  }
  next.w[level] = next.w[level]! + w
  next.wt[level] = next.wt[level]! + wt
  next.wz[level] = next.wz[level]! + wz
  return half
}

function finish(work: Work, withTrend: boolean, converged: boolean): ReferenceFit {
  const { reference, sums, weights, times, solvedMeans, means, slope, intercepts, middle } = work
  const { counts, levels, levelCount, current } = reference
  const spread = withTrend ? sums.spread : Number.POSITIVE_INFINITY
  const leverage = (level: number, time: number) =>
    1 / sums.w[level]! + (time - sums.wt[level]! / sums.w[level]!) ** 2 / spread
  const workingWeights = solvedMeans.map((mean, i) => weights[i]! * mean)
  const time = current.time - middle
  return {
    converged,
    degrees: counts.length - levelCount - (withTrend ? 1 : 0),
    means,
    workingWeights,
    hat: workingWeights.map((weight, i) => atMostOne(weight * leverage(levels[i]!, times[i]!))),
    slope: withTrend ? { value: slope, variance: 1 / spread } : undefined,
    current: {
      predictor: intercepts[current.level]! + slope * time,
      variance: leverage(current.level, time),
    },
  }
}

/** Values this near 1 count as 1, as in R's lm.influence. */
const atMostOne = (value: number) => (value > 1 - 10 * Number.EPSILON ? 1 : value)

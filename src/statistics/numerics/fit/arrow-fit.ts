import {
  type ArrowCoefficients,
  type ArrowData,
  type ArrowSums,
  addRuns,
  type CountSums,
  finishSums,
  startSums,
} from './arrow-sums.ts'
import { DEVIANCE_SETTLED, MOST_ITERATIONS } from './count-regression.ts'
import type { ReferenceCounts, ReferenceFit } from './reference-counts.ts'

/** A trend that varies this little within the levels cannot be told from them: leave it to the general fit. */
const DEPENDENT_BELOW = 1e-9

/** A trend this small a step is a rounding error: the general fit has the same one as R. */
const VANISHING_SLOPE = 1e-12

/** Answers undefined where the quick form would lose too many digits. */
type ArrowFitter = (withTrend: boolean, weights: Float64Array | undefined) => ReferenceFit | undefined

/**
 * The fit of `generalFit` in a few passes over the counts. With one factor and a trend the normal equations have the
 * shape of an arrow: levels only meet the trend, so eliminating the levels leaves one equation in one unknown
 * (Frisch and Waugh 1933), and an iteration costs O(counts). The next fit overwrites the arrays of the one before.
 */
export function arrowFitter(reference: ReferenceCounts): ArrowFitter {
  const { counts, times, levelCount } = reference
  const size = counts.length
  const block = new Float64Array(6 * size + 9 * levelCount)
  const room = (index: number) => block.subarray(index * size, (index + 1) * size)
  const levelRoom = (index: number) =>
    block.subarray(6 * size + index * levelCount, 6 * size + (index + 1) * levelCount)
  const data: ArrowData = {
    reference,
    times: room(0),
    middle: Math.round((times[0]! + times[size - 1]!) / 2),
    logs: room(1),
    runs: runsOf(reference),
    ones: room(2).fill(1),
    means: [room(3), room(4)],
    hat: room(5),
    sums: [
      { w: levelRoom(0), wt: levelRoom(1), wz: levelRoom(2), total: { w: 0, tt: 0, tz: 0 } },
      { w: levelRoom(3), wt: levelRoom(4), wz: levelRoom(5), total: { w: 0, tt: 0, tz: 0 } },
    ],
    countSums: { y: levelRoom(6), total: { y: 0, yt: 0, yLogY: 0 } },
    intercepts: [levelRoom(7), levelRoom(8)],
  }
  for (let i = 0; i < size; i++) {
    const count = counts[i]!
    data.times[i] = times[i]! - data.middle
    data.logs[i] = count < TABLE_SIZE ? LOGS[count]! : Math.log(count)
  }
  return (withTrend, weights) => arrowFit(data, withTrend, weights ?? data.ones)
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
const LOGS = Float64Array.from({ length: TABLE_SIZE }, (_, count) => (count === 0 ? 0 : Math.log(count)))

function arrowFit(data: ArrowData, withTrend: boolean, weights: Float64Array): ReferenceFit | undefined {
  let [means, solvedMeans] = data.means
  let [sums, solvedSums] = data.sums
  const { countSums } = data
  let before: ArrowCoefficients = { intercepts: data.intercepts[0], slope: 0 }
  let coefficients: ArrowCoefficients = { intercepts: data.intercepts[1], slope: 0 }
  let half = startSums(data, weights, means, sums, countSums)
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    ;[before, coefficients] = [coefficients, before]
    if (!solve(sums, withTrend, coefficients)) return undefined
    ;[means, solvedMeans] = [solvedMeans, means]
    ;[sums, solvedSums] = [solvedSums, sums]
    addRuns(data, weights, coefficients, means, sums)
    finishSums(sums, coefficients, countSums)
    const now = halfDeviance(sums, coefficients, countSums)
    if (!Number.isFinite(now)) return undefined
    // From the second solve on the change is known to more digits than the deviance itself.
    const change = iteration === 1 ? now - half : halfChange(sums, solvedSums, coefficients, before, countSums)
    half = now
    const converged = (2 * Math.abs(change)) / (2 * Math.abs(half) + 0.1) < DEVIANCE_SETTLED
    if (converged || iteration === MOST_ITERATIONS) {
      if (withTrend && Math.abs(coefficients.slope) < VANISHING_SLOPE) return undefined
      const workingWeights = solvedMeans
      for (let i = 0; i < workingWeights.length; i++) workingWeights[i] = workingWeights[i]! * weights[i]!
      const rest = afterwards(data, withTrend, coefficients, solvedSums, workingWeights)
      return { converged, means, workingWeights, ...rest }
    }
  }
  return undefined
}

/** Σ weight·(y ln(y/mean) - (y - mean)), by sums: the logarithm of a mean is linear in level and time. */
function halfDeviance({ total }: ArrowSums, { intercepts, slope }: ArrowCoefficients, counts: CountSums): number {
  let half = counts.total.yLogY - slope * counts.total.yt - counts.total.y + total.w
  for (let level = 0; level < intercepts.length; level++) half -= intercepts[level]! * counts.y[level]!
  return half
}

/** How much the same has changed since the solve before. */
function halfChange(
  sums: ArrowSums,
  sumsBefore: ArrowSums,
  coefficients: ArrowCoefficients,
  before: ArrowCoefficients,
  counts: CountSums,
): number {
  let change = sums.total.w - sumsBefore.total.w - (coefficients.slope - before.slope) * counts.total.yt
  for (let level = 0; level < counts.y.length; level++) {
    change -= (coefficients.intercepts[level]! - before.intercepts[level]!) * counts.y[level]!
  }
  return change
}

/** Solves for the coefficients; false when the trend hides among the levels. */
function solve(sums: ArrowSums, withTrend: boolean, coefficients: ArrowCoefficients): boolean {
  const { w, wt, wz, total } = sums
  coefficients.slope = 0
  if (withTrend) {
    const spread = spreadOf(sums)
    if (!(spread > DEPENDENT_BELOW * total.tt)) return false
    let explained = total.tz
    for (let level = 0; level < w.length; level++) explained -= (wt[level]! * wz[level]!) / w[level]!
    coefficients.slope = explained / spread
  }
  for (let level = 0; level < w.length; level++) {
    coefficients.intercepts[level] = (wz[level]! - coefficients.slope * wt[level]!) / w[level]!
  }
  return true
}

/** Σ weight·(time - mean time of its level)²: what the levels leave of the time. */
function spreadOf({ w, wt, total }: ArrowSums): number {
  let spread = total.tt
  for (let level = 0; level < w.length; level++) spread -= (wt[level]! * wt[level]!) / w[level]!
  return spread
}

/** What follows from the last solve. Without a trend the spread is infinite, so its terms vanish. */
function afterwards(
  { reference, times, middle, hat }: ArrowData,
  withTrend: boolean,
  { intercepts, slope }: ArrowCoefficients,
  sums: ArrowSums,
  workingWeights: Float64Array,
): Pick<ReferenceFit, 'degrees' | 'hat' | 'slope' | 'current'> {
  const { levels, levelCount, current, counts } = reference
  const { w, wt } = sums
  const spread = withTrend ? spreadOf(sums) : Number.POSITIVE_INFINITY
  const leverage = (level: number, time: number) => {
    const distance = time - wt[level]! / w[level]!
    return 1 / w[level]! + (distance * distance) / spread
  }
  for (let i = 0; i < hat.length; i++) {
    const value = workingWeights[i]! * leverage(levels[i]!, times[i]!)
    // Values this near 1 count as 1, as in R's lm.influence.
    hat[i] = value > 1 - 10 * Number.EPSILON ? 1 : value
  }
  const time = current.time - middle
  return {
    degrees: counts.length - levelCount - (withTrend ? 1 : 0),
    hat,
    slope: withTrend ? { value: slope, variance: 1 / spread } : undefined,
    current: { predictor: intercepts[current.level]! + slope * time, variance: leverage(current.level, time) },
  }
}

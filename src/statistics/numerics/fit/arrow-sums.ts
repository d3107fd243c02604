import { LEAST_MEAN } from './count-regression.ts'
import type { ReferenceCounts } from './reference-counts.ts'

/** Weighted sums that an iteration solves for: of 1 and time by level, of the working response z, and over all. */
export type ArrowSums = {
  readonly w: Float64Array
  readonly wt: Float64Array
  readonly wz: Float64Array
  readonly total: { w: number; tt: number; tz: number }
}

/** Sums of the counts themselves, which stay the same while a fit is iterated; with prior weights. */
export type CountSums = {
  readonly y: Float64Array
  readonly total: { y: number; yt: number; yLogY: number }
}

/** Intercept by level, and the trend a step. */
export type ArrowCoefficients = { readonly intercepts: Float64Array; slope: number }

/** What all fits of the same counts share, and the room they work in: making new arrays would take longer than fitting. */
export type ArrowData = {
  readonly reference: ReferenceCounts
  /** Times around their middle, so that sums of squares do not cancel. */
  readonly times: Float64Array
  readonly middle: number
  /** ln count, 0 for a count of 0. */
  readonly logs: Float64Array
  /** First index of each run of consecutive counts of one level, and one past the last count. */
  readonly runs: readonly number[]
  readonly ones: Float64Array
  readonly means: readonly [Float64Array, Float64Array]
  readonly hat: Float64Array
  readonly sums: readonly [ArrowSums, ArrowSums]
  readonly countSums: CountSums
  readonly intercepts: readonly [Float64Array, Float64Array]
}

const TABLE_SIZE = 2048
const STARTING_LOGS = Float64Array.from({ length: TABLE_SIZE }, (_, count) => Math.log(count + 0.1))

/** Starts at means of count + 0.1, as R does: fills in means and sums, and returns half the deviance. */
export function startSums(
  { reference, times, logs }: ArrowData,
  weights: Float64Array,
  means: Float64Array,
  sums: ArrowSums,
  countSums: CountSums,
): number {
  const { counts, levels, offset } = reference
  const { w, wt, wz, total } = sums
  for (const list of [w, wt, wz, countSums.y]) list.fill(0)
  Object.assign(total, { w: 0, tt: 0, tz: 0 })
  let half = 0
  let [y, yt, yLogY] = [0, 0, 0]
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    const time = times[i]!
    const mean = count + 0.1
    const predictor = count < TABLE_SIZE ? STARTING_LOGS[count]! : Math.log(mean)
    const shift = offset === undefined ? 0 : offset[i]!
    const weight = weights[i]! * mean
    const weighted = weights[i]! * (mean * (predictor - shift) + count - mean)
    const reported = weights[i]! * count
    const level = levels[i]!
    means[i] = mean
    half += weights[i]! * (count * (logs[i]! - predictor) - (count - mean))
    w[level] = w[level]! + weight
    wt[level] = wt[level]! + weight * time
    wz[level] = wz[level]! + weighted
    countSums.y[level] = countSums.y[level]! + reported
    y += reported
    yt += reported * time
    // With an exposure the deviance takes ln(count / exposure) in place of ln count.
    yLogY += reported * (logs[i]! - shift)
    total.w += weight
    total.tt += weight * time * time
    total.tz += weighted * time
  }
  Object.assign(countSums.total, { y, yt, yLogY })
  return half
}

/**
 * New means from the coefficients and the sums for the next solve. The counts enter by their sums alone, so this loop,
 * in which nearly all the time of an evaluation is spent, only has to follow the means; within a run of consecutive
 * counts they are a geometric sequence.
 */
export function addRuns(
  { reference, times, runs }: ArrowData,
  weights: Float64Array,
  { intercepts, slope }: ArrowCoefficients,
  means: Float64Array,
  sums: ArrowSums,
): void {
  const { levels, offset } = reference
  const { w, wt, total } = sums
  const factor = Math.exp(slope)
  w.fill(0)
  wt.fill(0)
  let all = 0
  let squares = 0
  for (let run = 1; run < runs.length; run++) {
    const from = runs[run - 1]!
    const to = runs[run]!
    const level = levels[from]!
    const shift = offset === undefined ? 0 : offset[from]!
    let raw = Math.exp(intercepts[level]! + slope * times[from]! + shift)
    let weightSum = 0
    let momentSum = 0
    for (let i = from; i < to; i++) {
      const mean = Math.max(raw, LEAST_MEAN)
      const weight = weights[i]! * mean
      const time = times[i]!
      const moment = weight * time
      means[i] = mean
      weightSum += weight
      momentSum += moment
      squares += moment * time
      raw *= factor
    }
    w[level] = w[level]! + weightSum
    wt[level] = wt[level]! + momentSum
    all += weightSum
  }
  total.w = all
  total.tt = squares
}

/** Sums of the working response z = predictor + (count - mean) / mean, from those of the means and the counts. */
export function finishSums(sums: ArrowSums, { intercepts, slope }: ArrowCoefficients, counts: CountSums): void {
  const { w, wt, wz, total } = sums
  let tz = slope * total.tt + counts.total.yt
  for (let level = 0; level < w.length; level++) {
    wz[level] = (intercepts[level]! - 1) * w[level]! + slope * wt[level]! + counts.y[level]!
    tz += (intercepts[level]! - 1) * wt[level]!
  }
  total.tz = tz
}

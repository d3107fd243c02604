import type { ArrowData } from './arrow-fit.ts'
import { LEAST_MEAN } from './count-regression.ts'

/** Weighted sums of the working response z and the time t: by level, and over all. */
export type ArrowSums = {
  readonly w: Float64Array
  readonly wt: Float64Array
  readonly wz: Float64Array
  readonly total: { tt: number; tz: number }
}

/** Sums of nothing, in the room given. */
export const noSums = (w: Float64Array, wt: Float64Array, wz: Float64Array): ArrowSums => ({
  w,
  wt,
  wz,
  total: { tt: 0, tz: 0 },
})

function clear({ w, wt, wz, total }: ArrowSums): void {
  w.fill(0)
  wt.fill(0)
  wz.fill(0)
  total.tt = 0
  total.tz = 0
}

const TABLE_SIZE = 2048
const STARTING_LOGS = Float64Array.from({ length: TABLE_SIZE }, (_, count) => Math.log(count + 0.1))

/** Starts at means of count + 0.1, as R does: fills in means and sums and returns the deviance. */
export function startSums(
  { reference, times, logs }: ArrowData,
  weights: Float64Array,
  means: Float64Array,
  sums: ArrowSums,
) {
  const { counts, levels, offset } = reference
  const { w, wt, wz, total } = sums
  clear(sums)
  let half = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    const mean = count + 0.1
    const predictor = count < TABLE_SIZE ? STARTING_LOGS[count]! : Math.log(mean)
    const shift = offset === undefined ? 0 : offset[i]!
    const weight = weights[i]! * mean
    const weighted = weights[i]! * (mean * (predictor - shift) + count - mean)
    const level = levels[i]!
    means[i] = mean
    half += weights[i]! * (count * (logs[i]! - predictor) - (count - mean))
    w[level] = w[level]! + weight
    wt[level] = wt[level]! + weight * times[i]!
    wz[level] = wz[level]! + weighted
    total.tt += weight * times[i]! * times[i]!
    total.tz += weighted * times[i]!
  }
  return 2 * half
}

/**
 * New means from the coefficients, run by run, and the sums for the next solve; returns the deviance. One long loop,
 * because nearly all the time of an evaluation is spent here.
 */
export function addRuns(
  { reference, times, logs, runs }: ArrowData,
  weights: Float64Array,
  { intercepts, slope }: { readonly intercepts: Float64Array; readonly slope: number },
  means: Float64Array,
  sums: ArrowSums,
): number {
  const { counts, levels, offset } = reference
  const factor = Math.exp(slope)
  clear(sums)
  let half = 0
  let tt = 0
  let tz = 0
  for (let run = 1; run < runs.length; run++) {
    const from = runs[run - 1]!
    const to = runs[run]!
    const level = levels[from]!
    const shift = offset === undefined ? 0 : offset[from]!
    let base = intercepts[level]! + slope * times[from]!
    let raw = Math.exp(base + shift)
    let w = 0
    let wt = 0
    let wz = 0
    for (let i = from; i < to; i++) {
      const count = counts[i]!
      const weight = weights[i]!
      const time = times[i]!
      const mean = Math.max(raw, LEAST_MEAN)
      const excess = count - mean
      const heavy = weight * mean
      const weighted = weight * (mean * base + excess)
      means[i] = mean
      half += weight * (count * (logs[i]! - base - shift) - excess)
      w += heavy
      wt += heavy * time
      wz += weighted
      tt += heavy * time * time
      tz += weighted * time
      raw *= factor
      base += slope
    }
    sums.w[level] = sums.w[level]! + w
    sums.wt[level] = sums.wt[level]! + wt
    sums.wz[level] = sums.wz[level]! + wz
  }
  sums.total.tt = tt
  sums.total.tz = tz
  return 2 * half
}

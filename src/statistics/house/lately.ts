import { ratioAt, type Scatter } from './scatter.ts'

/**
 * What the latest counts are remembered by: for each `decays` a mean of them that forgets so much a step, and for days
 * one of the same weekdays that forgets so much a week.
 */
export type Memory = { readonly decays: readonly number[]; readonly weekday?: number }

/** A series beside its regression: counts, expected counts, and which weekday a row is (-1: none). */
export type Course = {
  readonly y: Float64Array
  readonly mean: (row: number) => number
  readonly weekday: (row: number) => number
  readonly scatter: Scatter
  /** What cutting high counts takes from the usual deviation. */
  readonly taken: number
  /** Of rows still coming in: which share is in by now, and the variance of its logarithm. */
  readonly late?: Late
  /** What all series of its pool together were of late: further columns beside its own. */
  readonly pool?: PoolLately
}

/** By rows: the mean deviations of late of all series of a pool together, as known before each row. */
export type PoolLately = { readonly x: Float64Array; readonly columns: number }

/** Which share of a row's reports is in by now, and the variance of its logarithm; 1 and 0 where all are. */
export type Late = (row: number) => { readonly share: number; readonly variance: number }

/** How far the counts of late lie from what was expected: sums of deviations and of what they weigh, forgotten by and by. */
export type Lately = {
  readonly sums: Float64Array
  readonly weights: Float64Array
  readonly white: Float64Array
  readonly unseen: number
}

const WEEKDAYS = 7
/** Before anything is seen a mean deviation is thought to be 0, as surely as counts with this precision would say it. */
const UNSEEN = 10
/** Where a pool knows which share comes again, less doubt is left to be put here. */
const UNSEEN_OF_POOL = 1
/** Deviations are cut where they stand out by so many standard deviations: a burst says little of the days after it. */
const CUT = 2

export const nothingLately = ({ decays }: Memory, pool?: PoolLately): Lately => {
  const places = decays.length + WEEKDAYS
  return {
    sums: new Float64Array(places),
    weights: new Float64Array(places),
    white: new Float64Array(places),
    unseen: pool ? UNSEEN_OF_POOL : UNSEEN,
  }
}

export const copyOf = ({ sums, weights, white, unseen }: Lately): Lately => ({
  unseen,
  sums: sums.slice(),
  weights: weights.slice(),
  white: white.slice(),
})

export const columnsOf = ({ decays, weekday }: Memory, pool?: PoolLately) =>
  decays.length + (weekday === undefined ? 0 : 1) + (pool?.columns ?? 0)

/** Mean deviations of late before a row as a row of a regression: the series' own, then those of its pool. */
export function latelyAt(
  lately: Lately,
  memory: Memory,
  { weekday, pool }: Course,
  row: number,
  x: Float64Array,
): void {
  const { sums, weights, unseen } = lately
  const { length } = memory.decays
  for (let j = 0; j < length; j++) x[j] = sums[j]! / (weights[j]! + unseen)
  if (memory.weekday !== undefined) {
    const day = weekday(row)
    const at = length + day
    // What all weekdays share is in the other means already.
    x[length] = day < 0 ? 0 : sums[at]! / (weights[at]! + unseen) - x[SHARED_BY]!
  }
  if (!pool) return
  const own = x.length - pool.columns
  for (let j = 0; j < pool.columns; j++) x[own + j] = pool.x[row * pool.columns + j]!
}
export const SHARED_BY = 1

/** Takes a row into memory; returns its deviation and weight for those who learn from it. */
export function remember(
  lately: Lately,
  memory: Memory,
  { y, mean, weekday, scatter, taken, late }: Course,
  row: number,
): readonly [deviation: number, weight: number] | undefined {
  const count = y[row]!
  const { decays } = memory
  const { sums, weights, unseen } = lately
  if (Number.isNaN(count)) return undefined
  const { share, variance } = late?.(row) ?? ALL_IN
  const full = mean(row)
  const expected = full * share
  const ratio = 1 + (ratioAt(scatter, full) - 1) * share + expected * variance
  const weight = expected / ratio
  const usual = 1 + Math.max(sums[SHARED_BY]! / (weights[SHARED_BY]! + unseen), 0)
  const deviation = Math.min(count, most(usual * expected, ratio)) / expected - 1 + taken
  for (let j = 0; j < decays.length; j++) forget(lately, j, decays[j]!, deviation, weight)
  const day = weekday(row)
  if (memory.weekday !== undefined && day >= 0) forget(lately, decays.length + day, memory.weekday, deviation, weight)
  return [deviation, weight]
}

const ALL_IN = { share: 1, variance: 0 }

/** Where a count is cut. */
export const most = (expected: number, ratio: number) => expected + CUT * Math.sqrt(ratio * expected)

/** What the cut takes from the mean deviation of a history. */
export function takenByCut({ y, mean, scatter }: Omit<Course, 'taken'>, from: number, end: number): number {
  let [sum, weights] = [0, 0]
  for (let row = from; row < end; row++) {
    const count = y[row]!
    if (Number.isNaN(count)) continue
    const expected = mean(row)
    const ratio = ratioAt(scatter, expected)
    sum += (expected - Math.min(count, most(expected, ratio))) / ratio
    weights += expected / ratio
  }
  return weights > 0 ? sum / weights : 0
}

function forget({ sums, weights, white }: Lately, at: number, decay: number, deviation: number, weight: number): void {
  sums[at] = decay * sums[at]! + weight * deviation
  weights[at] = decay * weights[at]! + weight
  white[at] = decay * decay * white[at]! + weight
}

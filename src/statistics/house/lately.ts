import { factorise, inverseForm, solveFactorised } from './cholesky.ts'
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
}

/** Which share of a row's reports is in by now, and the variance of its logarithm; 1 and 0 where all are. */
export type Late = (row: number) => { readonly share: number; readonly variance: number }

/** How far the counts of late lie from what was expected: sums of deviations and of what they weigh, forgotten by and by. */
type Lately = { readonly sums: Float64Array; readonly weights: Float64Array; readonly white: Float64Array }

const WEEKDAYS = 7
/** Before anything is seen a mean deviation is thought to be 0, as surely as counts with this precision would say it. */
const UNSEEN = 10
/** Deviations are cut where they stand out by so many standard deviations: a burst says little of the days after it. */
const CUT = 2

export const nothingLately = ({ decays }: Memory): Lately => {
  const places = decays.length + WEEKDAYS
  return {
    sums: new Float64Array(places),
    weights: new Float64Array(places),
    white: new Float64Array(places),
  }
}

export const copyOf = ({ sums, weights, white }: Lately): Lately => ({
  sums: sums.slice(),
  weights: weights.slice(),
  white: white.slice(),
})

export const columnsOf = ({ decays, weekday }: Memory) => decays.length + (weekday === undefined ? 0 : 1)

/** Mean deviations of late as a row of a regression. */
export function latelyAt({ sums, weights }: Lately, memory: Memory, weekday: number, x: Float64Array): void {
  const { length } = memory.decays
  for (let j = 0; j < length; j++) x[j] = sums[j]! / (weights[j]! + UNSEEN)
  if (memory.weekday === undefined) return
  const at = length + weekday
  // What all weekdays share is in the other means already.
  x[length] = weekday < 0 ? 0 : sums[at]! / (weights[at]! + UNSEEN) - x[SHARED_BY]!
}
const SHARED_BY = 1

/** Takes a row into memory; returns its deviation and weight for those who learn from it. */
export function remember(
  lately: Lately,
  memory: Memory,
  { y, mean, weekday, scatter, taken, late }: Course,
  row: number,
): readonly [deviation: number, weight: number] | undefined {
  const count = y[row]!
  const { decays } = memory
  const { sums, weights } = lately
  if (Number.isNaN(count)) return undefined
  const { share, variance } = late?.(row) ?? ALL_IN
  const full = mean(row)
  const expected = full * share
  const ratio = 1 + (ratioAt(scatter, full) - 1) * share + expected * variance
  const weight = expected / ratio
  const usual = 1 + Math.max(sums[SHARED_BY]! / (weights[SHARED_BY]! + UNSEEN), 0)
  const deviation = Math.min(count, most(usual * expected, ratio)) / expected - 1 + taken
  for (let j = 0; j < decays.length; j++) forget(lately, j, decays[j]!, deviation, weight)
  const day = weekday(row)
  if (memory.weekday !== undefined && day >= 0) forget(lately, decays.length + day, memory.weekday, deviation, weight)
  return [deviation, weight]
}

const ALL_IN = { share: 1, variance: 0 }

const most = (expected: number, ratio: number) => expected + CUT * Math.sqrt(ratio * expected)

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

/** How much of what was left over of late comes again, and how sure that is. */
export type Habit = {
  readonly shares: Float64Array
  /** Lower Cholesky factor of the precision of the shares. */
  readonly factor: Float64Array
  /** How much more the sums of a fortnight or so scatter than those of counts that do not hang together. */
  readonly together: number
  /** What the last row learnt from left behind. */
  readonly end: Lately
}

/** Normal equations of the shares; those of many series can be added up. */
export type HabitSums = { readonly square: Float64Array; readonly right: Float64Array }

const SHARE_SPREAD = 0.35
/** Counts at the beginning that are remembered but not learnt from. */
const FIRST = 10

/** Learns from the rows `from` to `end` how much of late deviations comes again: a ridge regression on them. */
export function learnHabit(course: Course, memory: Memory, from: number, end: number): Habit {
  const p = columnsOf(memory)
  const factor = new Float64Array(p * p)
  const shares = new Float64Array(p)
  const x = new Float64Array(p)
  const lately = nothingLately(memory)
  let [seen, white, known] = [0, 0, 0]
  for (let row = from; row < end; row++) {
    if (Number.isNaN(course.y[row]!)) continue
    latelyAt(lately, memory, course.weekday(row), x)
    const [deviation, weight] = remember(lately, memory, course, row)!
    seen += lately.sums[SHARED_BY]! ** 2
    white += lately.white[SHARED_BY]!
    known += 1
    if (known <= FIRST) continue
    for (let j = 0; j < p; j++) {
      shares[j] = shares[j]! + weight * x[j]! * deviation
      for (let k = 0; k <= j; k++) factor[j * p + k] = factor[j * p + k]! + weight * x[j]! * x[k]!
    }
  }
  for (let j = 0; j < p; j++) factor[j * p + j] = factor[j * p + j]! + SHARE_SPREAD ** -2
  factorise(factor, p)
  solveFactorised(factor, p, shares)
  return { shares, factor, together: Math.max(seen / Math.max(white, 1), 1), end: lately }
}

/** By which share the next count is to be expected above or below its regression, and the variance of that. */
export function expectedDeviation(
  { shares, factor }: Habit,
  x: Float64Array,
): { readonly deviation: number; readonly variance: number } {
  let deviation = 0
  for (let j = 0; j < x.length; j++) deviation += x[j]! * shares[j]!
  return { deviation: Math.min(Math.max(deviation, LOWEST), HIGHEST), variance: inverseForm(factor, x.length, x) }
}
const LOWEST = -0.7
const HIGHEST = 2

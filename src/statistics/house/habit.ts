// What the latest counts leave over: how much of it is wont to come again.
import { factorise, inverseForm, solveFactorised } from './cholesky.ts'
import {
  type Course,
  columnsOf,
  type Lately,
  latelyAt,
  type Memory,
  nothingLately,
  remember,
  SHARED_BY,
} from './lately.ts'

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

/** Normal equations of the shares (lower half); those of many series are added up. */
export type HabitSums = { readonly square: Float64Array; readonly right: Float64Array }

/** Shares to be expected of a series, and the precision of each. */
export type UsualHabit = { readonly shares: Float64Array; readonly precision: number }

const SHARE_SPREAD = 0.35
/** Before anything is seen nothing is thought to come again. */
const NONE: UsualHabit = { shares: new Float64Array(0), precision: SHARE_SPREAD ** -2 }
/** Counts at the beginning that are remembered but not learnt from. */
const FIRST = 10

export const noSums = (p: number): HabitSums => ({ square: new Float64Array(p * p), right: new Float64Array(p) })

/** Adds the rows `from` to `end` of a series; returns what they leave behind. */
export function addHabit({ square, right }: HabitSums, course: Course, memory: Memory, from: number, end: number) {
  const p = right.length
  const x = new Float64Array(p)
  const lately = nothingLately(memory, course.pool)
  let [seen, white, known] = [0, 0, 0]
  for (let row = from; row < end; row++) {
    if (Number.isNaN(course.y[row]!)) continue
    latelyAt(lately, memory, course, row, x)
    const [deviation, weight] = remember(lately, memory, course, row)!
    seen += lately.sums[SHARED_BY]! ** 2
    white += lately.white[SHARED_BY]!
    known += 1
    if (known <= FIRST) continue
    for (let j = 0; j < p; j++) {
      right[j] = right[j]! + weight * x[j]! * deviation
      for (let k = 0; k <= j; k++) square[j * p + k] = square[j * p + k]! + weight * x[j]! * x[k]!
    }
  }
  return { together: Math.max(seen / Math.max(white, 1), 1), end: lately }
}

/** The shares behind sums, a ridge regression towards the usual ones; changes the sums. */
export function sharesOf({ square, right }: HabitSums, { shares, precision }: UsualHabit = NONE) {
  const p = right.length
  for (let j = 0; j < p; j++) {
    square[j * p + j] = square[j * p + j]! + precision
    right[j] = right[j]! + precision * (shares[j] ?? 0)
  }
  factorise(square, p)
  solveFactorised(square, p, right)
  return { shares: right, factor: square }
}

/** Learns from the rows `from` to `end` how much of late deviations comes again. */
export function learnHabit(course: Course, memory: Memory, from: number, end: number, usual?: UsualHabit): Habit {
  const sums = noSums(columnsOf(memory, course.pool))
  const left = addHabit(sums, course, memory, from, end)
  return { ...sharesOf(sums, usual), ...left }
}

/** By which share the next count is to be expected above or below its regression. */
export function deviationBy(shares: Float64Array, x: Float64Array): number {
  let deviation = 0
  for (let j = 0; j < x.length; j++) deviation += x[j]! * shares[j]!
  return Math.min(Math.max(deviation, LOWEST), HIGHEST)
}

/** The same with its variance. */
export const expectedDeviation = ({ shares, factor }: Habit, x: Float64Array) => ({
  deviation: deviationBy(shares, x),
  variance: inverseForm(factor, x.length, x),
})
const LOWEST = -0.7
const HIGHEST = 2

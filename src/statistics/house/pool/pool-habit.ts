import type { Span } from '../fit-house.ts'
import { addHabit, deviationBy, noSums, sharesOf, type UsualHabit } from '../habit.ts'
import type { HouseDesign } from '../house-design.ts'
import type { HouseSettings } from '../house-settings.ts'
import {
  type Course,
  columnsOf,
  latelyAt,
  type Memory,
  most,
  nothingLately,
  type PoolLately,
  remember,
  takenByCut,
} from '../lately.ts'
import { ratioAt, type Scatter } from '../scatter.ts'
import { type CommonScatter, commonScatter, type Spread } from './pool-dispersion.ts'

type Pooled = {
  readonly design: HouseDesign
  readonly span: Span
  readonly settings: HouseSettings
  /** What they scatter by before the latest counts are listened to. */
  readonly before: CommonScatter
}

/** How far the shares of one unit are thought to lie from those of its pool. */
const APART = 0.08

/**
 * What the units of a pool have in common beside their course: how all together were of late, which shares of that and of their own come
 * again, and the scatter that is left. `roughly` are the units at their level alone: a regression of their own would take up
 * part of what comes again, and leave too small a share to be found.
 */
export function habitOfPool(
  { design, span, settings, before }: Pooled,
  roughly: readonly Spread[],
  units: readonly Spread[],
): { poolLately: PoolLately; usualHabit: UsualHabit; commonScatter: CommonScatter } {
  const { memory } = settings
  const { scatter } = before
  const poolLately = latelyOfAll(design, units, { memory, scatter, from: span.from })
  const courseOf = ({ y, mean }: Spread): Course => {
    const plain = { y, mean, weekday: (row: number) => design.weekday[row]!, scatter }
    return { ...plain, taken: takenByCut(plain, span.from, span.to), pool: poolLately }
  }
  const sums = noSums(columnsOf(memory, poolLately))
  for (const unit of roughly) addHabit(sums, courseOf(unit), memory, span.from, span.to)
  const { shares } = sharesOf(sums)
  const followed = units.map((unit) => ({ ...unit, mean: withLately(courseOf(unit), shares, memory, span) }))
  return {
    poolLately,
    usualHabit: { shares, precision: APART ** -2 },
    commonScatter: commonScatter(followed, span, settings.downWeightAbove, scatter),
  }
}

type Common = { readonly memory: Memory; readonly scatter: Scatter; readonly from: number }

/** Before anything is seen all together are thought to be as usual, as surely as counts with this precision would say it. */
const UNSEEN = 10

/** How all units together were of late before each row: high counts cut, none speaking for more than its scatter lets it. */
function latelyOfAll({ steps }: HouseDesign, units: readonly Spread[], { memory, scatter, from }: Common): PoolLately {
  const { decays } = memory
  const columns = decays.length
  const x = new Float64Array(steps * columns)
  const sums = new Float64Array(columns)
  const weights = new Float64Array(columns)
  for (let row = from; row < steps; row++) {
    for (let j = 0; j < columns; j++) x[row * columns + j] = sums[j]! / (weights[j]! + UNSEEN)
    let [sum, weight] = [0, 0]
    for (const { y, mean } of units) {
      const count = y[row]!
      if (Number.isNaN(count)) continue
      const expected = mean(row)
      const ratio = ratioAt(scatter, expected)
      sum += (Math.min(count, most(expected, ratio)) - expected) / ratio
      weight += expected / ratio
    }
    for (let j = 0; j < columns; j++) {
      sums[j] = decays[j]! * sums[j]! + sum
      weights[j] = decays[j]! * weights[j]! + weight
    }
  }
  return { x, columns }
}

/** What is expected of a unit when it follows the latest counts by these shares. */
function withLately(course: Course, shares: Float64Array, memory: Memory, { from, to }: Span): (row: number) => number {
  const x = new Float64Array(shares.length)
  const lately = nothingLately(memory, course.pool)
  const means = new Float64Array(to)
  for (let row = from; row < to; row++) {
    latelyAt(lately, memory, course, row, x)
    means[row] = course.mean(row) * (1 + deviationBy(shares, x))
    remember(lately, memory, course, row)
  }
  return (row) => means[row]!
}

import { describe, expect, test } from 'vitest'
import { negativeBinomialCount } from '../simulator/count-draw.ts'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { type HouseDetection, house } from './house.ts'
import { HOUSE_WEEKLY } from './house-settings.ts'
import { levelNow } from './level-change.ts'

const { motion } = HOUSE_WEEKLY
const PAST = 260

/** Weeks with mean 5 and variance 7.5; what comes after is put on at the end. */
function weeks(seed: number, after: readonly number[] = []): number[] {
  const uniform = mrg32k3a([seed, 7, 3, 4, 5, 6])
  return [...Array.from({ length: PAST }, () => negativeBinomialCount(5, 1.5, uniform())), ...after]
}

const levelAfter = (observed: readonly number[]) =>
  levelNow({ y: Float64Array.from(observed), mean: () => 5, from: 0, end: observed.length, ratio: () => 1.5 }, motion)

function judged(observed: readonly number[], points: readonly number[], chance = motion.chance): HouseDetection {
  const result = house({ frequency: 52, observed }, { ...HOUSE_WEEKLY, motion: { ...motion, chance } }, points)
  if (!result.ok) throw new Error(result.about)
  return result
}

describe('a level that moves', () => {
  test('is left where it is while nothing speaks against it', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { factor, variance } = levelAfter(weeks(seed))
      expect(Math.abs(Math.log(factor))).toBeLessThan(0.1)
      expect(variance).toBeLessThan(0.03)
    }
  })

  test('is found at its new height, and the less surely the shorter it has lasted', () => {
    const [short, long] = [8, 30].map((run) => levelAfter(weeks(3, Array(run).fill(14))))
    expect(short!.factor).toBeGreaterThan(2)
    expect(long!.factor).toBeCloseTo(14 / 5, 0)
    expect(long!.variance).toBeLessThan(short!.variance)
  })

  test('is told by the runs that fit it also where all runs speak for it overwhelmingly', () => {
    const thousands = [...Array(200).fill(5000), ...Array(20).fill(10_000)]
    const steps = { y: Float64Array.from(thousands), mean: () => 5000, from: 0, end: 220, ratio: () => 1.5 }
    expect(levelNow(steps, motion).factor).toBeCloseTo(2, 1)
  })

  test('falls as well as it rises', () => {
    expect(levelAfter(weeks(4, Array(20).fill(1))).factor).toBeLessThan(0.35)
  })

  test('is not moved by a burst of a month, nor by a single count however high', () => {
    const calm = weeks(5).slice(-12)
    expect(levelAfter(weeks(5, [25, 22, 20, 14, ...calm])).factor).toBeLessThan(1.3)
    expect(levelAfter(weeks(5, [1e6, ...calm])).factor).toBeLessThan(1.1)
  })

  test('weeks without a count are neither evidence nor part of a run', () => {
    const whole = levelAfter(weeks(6, Array(30).fill(14)))
    const { factor, variance } = levelAfter(weeks(6, Array(30).fill(14)).flatMap((count) => [Number.NaN, count]))
    expect([factor, variance]).toEqual([whole.factor, whole.variance])
  })

  test('is dated to when it moved, and to no time at all while it has not', () => {
    expect(levelAfter(weeks(7)).since).toBeUndefined()
    const since = levelAfter(weeks(7, Array(20).fill(14))).since ?? 0
    expect(Math.abs(since - PAST)).toBeLessThanOrEqual(5)
  })
})

describe('the house detector where a level has moved', () => {
  const moved = weeks(8, [17, 19, 18, 16, 20, 21, 17, 18, 19, 16, 20, 18, 17, 19, 18, 20])
  const points = Array.from({ length: 16 }, (_, index) => PAST + 1 + index)

  test('warns in the first weeks, then takes the new level for what it is', () => {
    const { alarm, expected } = judged(moved, points)
    expect(alarm.slice(0, 6).filter(Boolean).length).toBeGreaterThanOrEqual(4)
    expect(alarm.slice(-5)).not.toContain(true)
    const { expected: stubborn } = judged(moved, points, 0)
    // What the latest counts say follows as well, but only by and by.
    expect(expected[8]! / stubborn[8]!).toBeGreaterThan(1.3)
  })

  test('and finds a burst on top of it', () => {
    expect(judged([...moved, 44], [moved.length + 1]).alarm).toEqual([true])
  })
})

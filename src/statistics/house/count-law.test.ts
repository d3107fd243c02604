import { describe, expect, test } from 'vitest'
import { countAtLeast } from '../numerics/negative-binomial.ts'
import { logMidP, logProbability, midPUpper } from './count-law.ts'

describe('the mid-p value', () => {
  test('is the chance of more plus half the chance of as many, as the exact tails have it', () => {
    for (const mean of [0.01, 0.4, 3, 40, 900])
      for (const phi of [1, 1.3, 5])
        for (const y of [0, 1, 2, 5, 30, 950]) {
          const exact = countAtLeast(y + 1, mean, phi) + 0.5 * Math.exp(logProbability(y, mean, phi))
          if (exact > 1e-290) expect(Math.exp(logMidP(y, mean, phi)) / exact).toBeCloseTo(1, 9)
        }
  })

  test('goes on falling where the p-value itself is no longer a number', () => {
    expect(logMidP(2000, 1, 1.5)).toBeLessThan(-1500)
    expect(logMidP(4000, 1, 1.5)).toBeLessThan(logMidP(2000, 1, 1.5))
  })

  test('agrees on both sides of where laws get too wide to add up', () => {
    for (const y of [900_000, 1_000_000, 1_004_000]) {
      const narrow = logMidP(y, 1_000_000, 0.999999 + 1e-6)
      const wide = logMidP(y, 1_000_000, 1.0001)
      expect(wide).toBeCloseTo(narrow, 1)
    }
  })

  test('takes no longer for a million million than for ten', () => {
    expect(midPUpper(0.005, 1e12, 5000)).toBeGreaterThan(1e12)
    expect(Math.exp(logMidP(1e12, 1e12, 5000))).toBeCloseTo(0.5, 3)
    expect(logMidP(1e6, 0.01, 1e6)).toBeLessThan(0)
  })

  test('the bound is the last count whose value lies above the level', () => {
    const upper = midPUpper(0.005, 7.3, 1.8)
    expect(Math.exp(logMidP(upper, 7.3, 1.8))).toBeGreaterThan(0.005)
    expect(Math.exp(logMidP(upper + 1, 7.3, 1.8))).toBeLessThanOrEqual(0.005)
  })

  test('is none where mean or scatter are none, and no sum goes on for ever', () => {
    expect([logMidP(3, Number.NaN, 1.5), logMidP(3, 2, Number.NaN), midPUpper(0.01, 2, Number.NaN)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
  })
})

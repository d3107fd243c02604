import { describe, expect, test } from 'vitest'
import { countAtLeast } from '../numerics/negative-binomial.ts'
import { logMidP, logProbability, midPUpper } from './count-law.ts'
import { upperCount } from './judge-count.ts'

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

const sure = (mean: number, excess: number) => ({ mean, se: 0, phi: 1 + excess * mean, varies: excess, df: 1e9 })

/** How often counts lie above a bound whose means vary by factors: a Poisson law with a log-normal mean. */
function aboveOften(bound: number, mean: number, excess: number): number {
  const variance = Math.log1p(excess)
  let [sum, weights] = [0, 0]
  for (let z = -6; z <= 6; z += 0.1) {
    const weight = Math.exp((-z * z) / 2)
    sum += weight * Math.exp(logMidP(bound + 1, mean * Math.exp(Math.sqrt(variance) * z - variance / 2), 1))
    weights += weight
  }
  return sum / weights
}

test.each([
  [60, 0.03],
  [90, 0.07],
  [90, 0.15],
])('where means of %d vary by factors (%d) the bound is exceeded as often as it says', (mean, excess) => {
  const often = aboveOften(upperCount(0.005, sure(mean, excess)), mean, excess)
  expect(often).toBeGreaterThan(0.003)
  expect(often).toBeLessThan(0.0055)
  // Of the negative binomial it would be exceeded too often.
  expect(aboveOften(midPUpper(0.005, mean, 1 + excess * mean), mean, excess)).toBeGreaterThan(0.005)
})

test('small counts keep the bound of the negative binomial', () => {
  for (const mean of [0.3, 1, 3, 6])
    expect(upperCount(0.005, sure(mean, 0.1))).toBe(midPUpper(0.005, mean, 1 + 0.1 * mean))
})

test('no uncertainty, however wild, makes a bound that is no number', () => {
  expect(upperCount(0.005, { mean: 1e6, se: 30, phi: 1e4, varies: 1e4, df: 2 })).toBeGreaterThan(1e6)
})

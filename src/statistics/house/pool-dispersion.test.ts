import { describe, expect, test } from 'vitest'
import { negativeBinomialCount } from '../simulator/count-draw.ts'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { commonDispersion, type Spread, worthOf } from './pool-dispersion.ts'

const STEPS = 260
const MEAN = 3

const spreads = (units: number, phi: (unit: number) => number): Spread[] => {
  const uniform = mrg32k3a([31, 32, 33, 34, 35, 36])
  return Array.from({ length: units }, (_, unit) => ({
    y: Float64Array.from({ length: STEPS }, () => negativeBinomialCount(MEAN, phi(unit), uniform())),
    mean: () => MEAN,
    used: 1,
  }))
}

const found = (units: number, phi: (unit: number) => number) =>
  commonDispersion(spreads(units, phi), { from: 0, to: STEPS }, 2.58)

describe('the dispersion of a pool', () => {
  test('is found, and worth the more the more series agree on it', () => {
    const few = found(5, () => 1.8)
    const many = found(100, () => 1.8)
    expect(many.phi).toBeGreaterThan(1.65)
    expect(many.phi).toBeLessThan(1.95)
    expect(many.df).toBeGreaterThan(2 * few.df)
  })

  test('is worth little where each unit scatters in its own way', () => {
    const alike = found(60, () => 2)
    const unlike = found(60, (unit) => 1.1 + (unit % 6))
    expect(unlike.df).toBeLessThan(alike.df / 5)
  })

  test('found on small counts it is worth less than its degrees of freedom, on large ones all of them', () => {
    expect(worthOf(300, 1, 1)).toBeCloseTo(200, 9)
    expect(worthOf(300, 1.6, 0.3)).toBeLessThan(45)
    expect(worthOf(300, 1.6, 1e6)).toBeCloseTo(300, 2)
  })
})

import { describe, expect, test } from 'vitest'
import { negativeBinomialCount } from '../../simulator/count-draw.ts'
import { mrg32k3a } from '../../simulator/mrg32k3a.ts'
import { addCount, noClasses, ratioAt, scatterOf, worthOf } from '../scatter.ts'
import { commonScatter, type Spread } from './pool-dispersion.ts'

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
  commonScatter(spreads(units, phi), { from: 0, to: STEPS }, 2.58)

describe('the dispersion of a pool', () => {
  test('is found, and worth the more the more series agree on it', () => {
    const few = found(5, () => 1.8)
    const many = found(100, () => 1.8)
    expect(ratioAt(many.scatter, MEAN)).toBeGreaterThan(1.65)
    expect(ratioAt(many.scatter, MEAN)).toBeLessThan(1.95)
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

describe('the scatter of counts of all sizes', () => {
  /** Counts of these means, drawn with variance 1.3 m + m² / 8; a few of them outbreaks. */
  const lawOf = (means: readonly number[], outbreaks: number) => {
    const uniform = mrg32k3a([41, 42, 43, 44, 45, 46])
    const drawn = Array.from({ length: 3000 }, (_, i) => {
      const mean = means[i % means.length] as number
      const count = negativeBinomialCount(mean, 1.3 + mean / 8, uniform())
      return { mean, count: i % 100 < outbreaks ? count + 4 * Math.sqrt(mean * (1.3 + mean / 8)) : count }
    })
    let scatter = { phi: 1, excess: 0 }
    for (const wider of [4, 2, 1, 1]) {
      const classes = noClasses()
      for (const { count, mean } of drawn) addCount(classes, count, mean, ratioAt(scatter, mean), 2.58 * wider)
      scatter = scatterOf(classes, 1, scatter, 2.58 * wider)
    }
    return scatter
  }

  test.each([0, 1])('is right for each size, the large ones too, %s outbreaks in a hundred put aside', (outbreaks) => {
    const scatter = lawOf([0.4, 1.2, 6, 25, 80], outbreaks)
    for (const mean of [0.4, 1.2, 6, 25, 80]) {
      const share = ratioAt(scatter, mean) / (1.3 + mean / 8)
      expect(share).toBeGreaterThan(0.75)
      expect(share).toBeLessThan(1.35)
    }
  })

  test('is right where it was seen when all counts are of one size', () => {
    expect(ratioAt(lawOf([10], 0), 10) / (1.3 + 10 / 8)).toBeCloseTo(1, 0)
  })

  test('is Poisson where nothing was seen', () => {
    expect(scatterOf(noClasses(), 1, { phi: 1, excess: 0 }, 2.58)).toEqual({ phi: 1, excess: 0 })
  })
})

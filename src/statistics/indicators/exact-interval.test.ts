import { describe, expect, test } from 'vitest'
import { binomialMass } from '../numerics/binomial-mass.ts'
import { poissonMass } from '../numerics/poisson-mass.ts'
import { meanInterval, proportionInterval, ratioInterval, type TailRule } from './exact-interval.ts'

describe('a proportion', () => {
  // R: binom.test(k, n)$conf.int
  test.each([
    [7, 20, 0.1539092, 0.5921885],
    [1, 10, 0.002528579, 0.4450161],
    [5, 10, 0.187086, 0.812914],
  ])('%i of %i is what R gives', (k, n, lower, upper) => {
    const got = proportionInterval(k, n, 0.95, 'exact')
    expect(got.lower).toBeCloseTo(lower, 6)
    expect(got.upper).toBeCloseTo(upper, 6)
  })

  test('none of n and all of n have a closed form', () => {
    for (const n of [1, 3, 30, 1e6]) {
      const none = proportionInterval(0, n, 0.95, 'exact')
      expect(none.lower).toBe(0)
      expect(none.upper / -Math.expm1(Math.log(0.025) / n)).toBeCloseTo(1, 9)
      expect(proportionInterval(n, n, 0.95, 'exact').lower).toBeCloseTo(0.025 ** (1 / n), 12)
      expect(proportionInterval(0, n, 0.95, 'mid-p').upper / -Math.expm1(Math.log(0.05) / n)).toBeCloseTo(1, 9)
    }
  })

  test('what is not k mirrors what is', () => {
    const got = proportionInterval(3, 17, 0.9, 'mid-p')
    const other = proportionInterval(14, 17, 0.9, 'mid-p')
    expect(other.lower).toBeCloseTo(1 - got.upper, 13)
    expect(other.upper).toBeCloseTo(1 - got.lower, 13)
  })

  test('very rare among very many keeps its digits', () => {
    const { lower } = proportionInterval(1, 1e9, 0.95, 'exact')
    // P(X >= 1) = 1 - (1 - p)^n
    expect(-Math.expm1(1e9 * Math.log1p(-lower)) / 0.025).toBeCloseTo(1, 9)
  })

  /** The probability of covering p, summed over all that can happen: no simulation, no chance. */
  function coverage(n: number, p: number, rule: TailRule): number {
    let sum = 0
    for (let k = 0; k <= n; k++) {
      const { lower, upper } = proportionInterval(k, n, 0.95, rule)
      if (lower <= p && p <= upper) sum += binomialMass(k, n, p, 1 - p)
    }
    return sum
  }
  const truths = Array.from({ length: 49 }, (_, i) => (i + 1) / 50)

  test('the exact interval never covers less often than it says', () => {
    for (const n of [5, 12, 40]) for (const p of truths) expect(coverage(n, p, 'exact')).toBeGreaterThanOrEqual(0.95)
  })

  test('the mid-p interval covers about as often as it says, on average over truths', () => {
    const mean = truths.reduce((sum, p) => sum + coverage(40, p, 'mid-p'), 0) / truths.length
    expect(mean).toBeGreaterThan(0.945)
    expect(mean).toBeLessThan(0.97)
  })
})

describe('a mean', () => {
  // R: poisson.test(k)$conf.int
  test.each([
    [10, 4.795389, 18.39036],
    [0, 0, 3.688879],
    [1, 0.02531781, 5.571643],
  ])('of which %i were seen is what R gives', (k, lower, upper) => {
    const got = meanInterval(k, 0.95, 'exact')
    expect(got.lower).toBeCloseTo(lower, 6)
    expect(got.upper).toBeCloseTo(upper, 5)
  })

  test('the tails at the ends are exactly half of what is left out', () => {
    const { lower, upper } = meanInterval(1234, 0.99, 'mid-p')
    const atMost = (mean: number) => {
      let sum = 0
      for (let k = 0; k < 1234; k++) sum += poissonMass(k, mean)
      return sum
    }
    expect(1 - atMost(lower) - 0.5 * poissonMass(1234, lower)).toBeCloseTo(0.005, 9)
    expect(atMost(upper) + 0.5 * poissonMass(1234, upper)).toBeCloseTo(0.005, 9)
  })

  test('a higher level and the exact rule both widen', () => {
    const narrow = meanInterval(8, 0.9, 'mid-p')
    const exact = meanInterval(8, 0.9, 'exact')
    const wide = meanInterval(8, 0.99, 'exact')
    expect(narrow.lower).toBeGreaterThan(exact.lower)
    expect(exact.lower).toBeGreaterThan(wide.lower)
    expect(narrow.upper).toBeLessThan(exact.upper)
    expect(exact.upper).toBeLessThan(wide.upper)
  })
})

describe('a ratio of two counts', () => {
  test('turning it over turns its interval over', () => {
    const up = ratioInterval(30, 20, 0.95, 'exact')
    const down = ratioInterval(20, 30, 0.95, 'exact')
    expect(up.lower * (down.upper ?? Number.NaN)).toBeCloseTo(1, 12)
  })

  // R: one odds from both tails of the beta law, qbeta(t, a + 1, b, lower = FALSE) / qbeta(t, b, a + 1).
  test.each([
    [1e9, 1, 0.95, 179480258.79, 39497890244],
    [1, 1e9, 0.95, 2.5317807959e-11, 5.5716434037e-9],
    [9, 2, 0.95, 0.931412258, 42.7997159],
  ])('%d to %d keeps its digits', (a, b, level, lower, upper) => {
    const got = ratioInterval(a, b, level, 'exact')
    expect(got.lower / lower).toBeCloseTo(1, 6)
    expect((got.upper ?? 0) / upper).toBeCloseTo(1, 6)
  })

  test('over nothing it has no upper end', () => {
    expect(ratioInterval(5, 0, 0.95, 'exact').upper).toBeNull()
  })
})

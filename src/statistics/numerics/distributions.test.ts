import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialAtLeast, binomialAtMost, binomialQuantile } from './binomial.ts'
import { gammaLowerTail, gammaUpperTail } from './incomplete-gamma.ts'
import {
  countAtLeast,
  countQuantile,
  negativeBinomialAtLeast,
  negativeBinomialAtMost,
  negativeBinomialMass,
} from './negative-binomial.ts'
import { normalCdf, normalQuantile, normalUpperTail } from './normal.ts'
import { poissonAtLeast, poissonAtMost, poissonQuantile } from './poisson.ts'
import { poissonMass } from './poisson-mass.ts'
import { studentTwoSided } from './student-t.ts'

const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
const mean = fc.double({ min: 0.01, max: 5000, noNaN: true })
const dispersion = fc.double({ min: 1.001, max: 50, noNaN: true })
const count = fc.nat(6000)

describe('tails and quantiles', () => {
  test('of the normal law undo each other', () => {
    fc.assert(
      fc.property(share, (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13)
        expect(normalUpperTail(normalQuantile(p)) + p).toBeCloseTo(1, 13)
      }),
    )
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(normalQuantile(1.5)).toBeNaN()
    expect(normalUpperTail(40)).toBe(0)
  })

  test('of a Poisson count add up to 1, and its tail is the sum of its probabilities', () => {
    fc.assert(
      fc.property(count, mean, (k, m) => {
        expect(poissonAtLeast(k, m) + poissonAtMost(k - 1, m)).toBeCloseTo(1, 12)
        expect(poissonAtMost(k, m) - poissonAtMost(k - 1, m)).toBeCloseTo(poissonMass(k, m), 12)
      }),
    )
  })

  test('of an over-dispersed count add up to 1, and its tail is the sum of its probabilities', () => {
    fc.assert(
      fc.property(count, mean, dispersion, (k, m, phi) => {
        const law = { size: m / (phi - 1), p: 1 / phi, q: (phi - 1) / phi }
        expect(negativeBinomialAtLeast(k, law) + negativeBinomialAtMost(k - 1, law)).toBeCloseTo(1, 11)
        const step = negativeBinomialAtMost(k, law) - negativeBinomialAtMost(k - 1, law)
        // A dispersion near 1 makes sizes of millions, whose own digits leave the sums this far apart.
        expect(step).toBeCloseTo(negativeBinomialMass(k, law), 10)
      }),
    )
  })

  test('a quantile is the first count whose cumulative probability reaches p', () => {
    fc.assert(
      fc.property(share, mean, dispersion, (p, m, phi) => {
        const quantile = countQuantile(p, m, phi)
        const slack = 1e-12
        expect(1 - countAtLeast(quantile + 1, m, phi)).toBeGreaterThanOrEqual(p - slack)
        if (quantile > 0) expect(1 - countAtLeast(quantile, m, phi)).toBeLessThan(p + slack)
      }),
    )
  })

  test('a binomial count is its complement turned round', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), share, (a, b, p) => {
        const [k, n] = [Math.min(a, b), Math.max(a, b)]
        expect(binomialAtLeast(k, n, p)).toBeCloseTo(binomialAtMost(n - k, n, 1 - p), 11)
        expect(binomialQuantile(0.5, n, p)).toBeLessThanOrEqual(n)
      }),
    )
  })

  test('a dispersion near 1 gives the Poisson law', () => {
    fc.assert(
      fc.property(share, fc.double({ min: 0.1, max: 300, noNaN: true }), (p, m) => {
        expect(countQuantile(p, m, 1)).toBe(poissonQuantile(p, m))
        expect(countAtLeast(Math.ceil(m), m, 1 + 1e-9)).toBeCloseTo(poissonAtLeast(Math.ceil(m), m), 6)
      }),
    )
  })

  test("Student's t with many degrees is nearly normal, with one it is Cauchy's", () => {
    expect(studentTwoSided(1.96, 1e9)).toBeCloseTo(2 * normalUpperTail(1.96), 8)
    expect(studentTwoSided(1, 1)).toBeCloseTo(0.5, 14)
    expect(studentTwoSided(Number.POSITIVE_INFINITY, 3)).toBe(0)
    expect(studentTwoSided(2, 0)).toBeNaN()
  })

  test('gamma tails of whole shapes are Poisson tails', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), mean, (k, x) => {
        expect(gammaLowerTail(k, x) + gammaUpperTail(k, x)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('a mean beyond all offices ends quickly and near mean and spread', () => {
    const quantile = countQuantile(0.999, 1e12, 2)
    expect(Math.abs(quantile - (1e12 + 3.0902 * Math.sqrt(2e12)))).toBeLessThan(1e3)
  })
})

describe('what is no number', () => {
  const none = Number.NaN

  test.each<readonly [string, () => number]>([
    ['Poisson tail', () => poissonAtLeast(3, none)],
    ['Poisson count', () => poissonAtMost(none, 2)],
    ['binomial tail', () => binomialAtLeast(3, 10, none)],
    ['negative binomial tail', () => countAtLeast(3, none, 1.5)],
    ['dispersion', () => countAtLeast(3, 2, none)],
    ['Student tail', () => studentTwoSided(none, 5)],
    ['mass', () => poissonMass(3, none)],
  ])('ends no sum in a loop and comes out as none: %s', (_, value) => {
    expect(value()).toBeNaN()
  })
})

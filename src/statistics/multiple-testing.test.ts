import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjusted } from './multiple-testing.ts'

const pvalues = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 40 })
const corrections = fc.constantFrom('BH' as const, 'BY' as const, 'holm' as const, 'hochberg' as const)

describe('adjusted p-values', () => {
  test('do not depend on the order of the series', () => {
    fc.assert(
      fc.property(pvalues, corrections, (p, correction) => {
        expect(adjusted(p.toReversed(), correction)).toEqual(adjusted(p, correction).toReversed())
      }),
    )
  })

  test('lie between the p-value and the strictest correction, and keep missing ones missing', () => {
    fc.assert(
      fc.property(pvalues, corrections, (p, correction) => {
        const strict = adjusted(p, 'bonferroni')
        const values = adjusted(p, correction)
        for (const [i, value] of values.entries()) {
          if (p[i] === null) expect(value).toBeNull()
          else expect(value).toBeGreaterThanOrEqual(p[i]! * (1 - 1e-12))
          // BY pays for any dependence and may be stricter than Bonferroni for the smallest.
          if (value !== null && correction !== 'BY') expect(value).toBeLessThanOrEqual(strict[i]! * (1 + 1e-12))
        }
      }),
    )
  })

  test('a missing series does not count', () => {
    expect(adjusted([0.01, null, 0.04], 'BH')).toEqual([0.02, null, 0.04])
  })

  test('what is no probability counts as missing and spoils no other', () => {
    expect(adjusted([0.01, Number.NaN, 0.04, 1.5, -0.1], 'BH')).toEqual([0.02, null, 0.04, null, null])
  })

  // R: p.adjust(c(.01, .02, .03, .5), method)
  test.each([
    ['BH', [0.04, 0.04, 0.04, 0.5]],
    ['BY', [1 / 12, 1 / 12, 1 / 12, 1]],
    ['holm', [0.04, 0.06, 0.06, 0.5]],
    ['hochberg', [0.04, 0.06, 0.06, 0.5]],
    ['bonferroni', [0.04, 0.08, 0.12, 1]],
  ] as const)('by %s are what R gives', (correction, expected) => {
    for (const [i, value] of adjusted([0.01, 0.02, 0.03, 0.5], correction).entries())
      expect(value).toBeCloseTo(expected[i]!, 12)
  })

  test('of one series stay as they are', () => {
    expect(adjusted([0.3], 'BH')).toEqual([0.3])
    expect(adjusted([], 'holm')).toEqual([])
  })
})

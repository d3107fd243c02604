import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundedExp, roundedLog } from './rounded-exponential.ts'

/** The spacing of doubles around a value. */
const digit = (value: number) => 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52)

describe('exponentials and logarithms to the last digit', () => {
  // R 4.2.2, which has these rounded to nearest.
  test.each([
    [0, 1],
    [1, Math.E],
    [-1, 0.36787944117144233],
    [2.5, 12.182493960703473],
    [13.795, 979698.3527997056],
    [-35, 6.305116760146989e-16],
  ])('e^%d', (x, value) => {
    expect(roundedExp(x)).toBe(value)
  })

  test.each([
    [1, 0],
    [0.3, -1.2039728043259361],
    [17.1, 2.8390784635086144],
    [980000.1, 13.795307952687565],
  ])('ln %d', (x, value) => {
    expect(roundedLog(x)).toBe(value)
  })

  test('are never off by more than a digit from those of the machine', () => {
    fc.assert(
      fc.property(fc.double({ min: -680, max: 680, noNaN: true }), (x) => {
        const plain = Math.exp(x)
        expect(Math.abs(roundedExp(x) - plain)).toBeLessThanOrEqual(digit(plain))
        const log = Math.log(plain)
        if (log !== 0) expect(Math.abs(roundedLog(plain) - log)).toBeLessThanOrEqual(digit(log))
      }),
    )
  })

  test('end where the doubles end', () => {
    expect(roundedExp(800)).toBe(Number.POSITIVE_INFINITY)
    expect(roundedExp(-800)).toBe(0)
    expect(roundedExp(Number.NaN)).toBeNaN()
    expect(roundedLog(0)).toBe(Number.NEGATIVE_INFINITY)
  })
})

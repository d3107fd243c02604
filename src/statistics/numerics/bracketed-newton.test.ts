import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bracketedNewton } from './bracketed-newton.ts'

test('finds where a falling slope is 0, also where plain Newton steps leave the bracket', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 99.9, noNaN: true }), (root) => {
      // An arc tangent is so flat far out that a Newton step from there goes farther out still.
      const slopeAt = (x: number) => ({ slope: -Math.atan(x - root), curvature: -1 / (1 + (x - root) ** 2) })
      expect(bracketedNewton(slopeAt, 0, 100)).toBeCloseTo(root, 9)
    }),
  )
})

import { expect, test } from 'vitest'
import { overDispersion } from './over-dispersion.ts'

const spread = (size: number, count = 4) =>
  overDispersion(
    Array.from({ length: count }, (_, i) => (i % 2 ? size : -size)),
    new Array<number>(count).fill(0.1),
    0,
  )

test('what chance alone would scatter leaves no variance between units', () => {
  // Four units: 4 phi below 3.
  expect(spread(0.86)).toMatchObject({ tau2: 0, phiUsed: 1 })
})

test('a little more than that leaves a little, though phi is still below 1', () => {
  // (4 · 0.9025 - 3) / (400 - 4 · 100² / 400)
  expect(spread(0.95).tau2).toBeCloseTo(0.61 / 300, 12)
  expect(spread(0.95).phiUsed).toBe(1)
})

test('units at the ends are pulled in to the quantiles before they count', () => {
  const { zWinsorised, phi } = overDispersion([-9, -1, 0, 1, 20], [1, 1, 1, 1, 1], 0.25)
  expect(zWinsorised).toEqual([-1, -1, 0, 1, 1])
  expect(phi).toBeCloseTo(0.8, 12)
})

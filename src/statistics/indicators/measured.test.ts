import { describe, expect, test } from 'vitest'
import { INTERVAL_SETTINGS, type Measured, measuredRate, measuredRatio, measuredShare } from './measured.ts'
import { rangeVerdict } from './reference-range.ts'

const BY = INTERVAL_SETTINGS
const NONE = { ok: true, value: null, lower: null, upper: null }

test('a rate by ten thousand people scales with its exposure', () => {
  const one = measuredRate(12, 40_000, 10_000, BY)
  const two = measuredRate(12, 80_000, 10_000, BY)
  expect(one).toMatchObject({ value: 3 })
  expect(one.ok && two.ok && (one.upper ?? 0) / (two.upper ?? 1)).toBeCloseTo(2, 12)
  expect(measuredRate(0, 0, 10_000, BY)).toEqual(NONE)
})

test.each([
  ['a negative count', measuredShare(-1, 10, BY), 'part'],
  ['no number', measuredShare(1, Number.NaN, BY), 'all'],
  ['half a matter', measuredRatio(1.5, 2, 1, BY), 'count'],
  ['an endless count', measuredRatio(1, Number.POSITIVE_INFINITY, 1, BY), 'other'],
  ['a level of 95', measuredShare(1, 2, { ...BY, level: 95 }), 'level'],
  ['a negative exposure', measuredRate(1, -1, 1, BY), 'exposure'],
  ['an exposure of next to nothing', measuredRate(0, 1e-320, 10_000, BY), 'exposure'],
  ['a scale beyond numbers', measuredRatio(9, 1, 1e308, BY), 'scale'],
])('%s is refused', (_, got, about) => {
  expect(got).toMatchObject({ ok: false, about })
})

describe('a reference range', () => {
  const between = (lower: number, value: number, upper: number): Measured => ({ ok: true, lower, value, upper })
  const range = { from: 0.8, to: 0.95 }

  test.each([
    ['inside', between(0.82, 0.85, 0.9)],
    ['inside', between(0.8, 0.85, 0.95)],
    ['unclear', between(0.6, 0.7, 0.8)],
    ['likely-inside', between(0.7, 0.85, 0.9)],
    ['unclear', between(0.6, 0.75, 0.85)],
    ['unclear', between(0.9, 0.97, 0.99)],
    ['below', between(0.5, 0.6, 0.79)],
    ['above', between(0.96, 0.98, 0.99)],
    ['nothing-counted', NONE as Measured],
  ])('%s', (verdict, measured) => {
    expect(rangeVerdict(measured, range)).toBe(verdict)
  })

  test('open on one side it warns on the other only', () => {
    expect(rangeVerdict(between(0.99, 0.995, 1), { from: 0.8, to: null })).toBe('inside')
    expect(rangeVerdict(between(0, 0, 0.1), { from: 0.9, to: 0.8 })).toMatchObject({ about: 'range' })
  })
})

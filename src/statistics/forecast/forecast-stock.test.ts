import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../numerics/normal.ts'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { backTest, type PastForecast } from './back-test.ts'
import { FORECAST_WEEKLY, type ForecastSettings } from './forecast-settings.ts'
import { forecastStock } from './forecast-stock.ts'

const SETTINGS: ForecastSettings = { ...FORECAST_WEEKLY, horizon: 3, window: 12, origins: 80 }

/** Pending counts whose change keeps this share of itself each step; 0 is a walk that nobody can foresee. */
function pending(momentum: number, length: number, number: number): number[] {
  const uniform = mrg32k3a([number, 5, 12345, 67890, 4321, 77])
  let change = 0
  let level = 3000
  return Array.from({ length }, () => {
    change = momentum * change + 12 * normalQuantile(uniform())
    level += change
    return Math.max(0, Math.round(level))
  })
}

const saidOf = (observed: readonly (number | null)[], settings = SETTINGS) => {
  const answer = forecastStock({ frequency: 52, observed }, settings)
  if (!answer.ok) throw new Error(answer.about)
  return answer.horizons
}
const numbers = Array.from({ length: 120 }, (_, i) => i + 1)

test('of a walk without memory nothing is said, but for what the test lets through by chance', () => {
  const said = numbers.flatMap((number) => saidOf(pending(0, 100, number)).filter(({ isSaid }) => isSaid))
  expect(said.length).toBeLessThan(0.05 * 3 * numbers.length)
})

test('a change that lasts is foreseen, and better than by what needs no model', () => {
  const outcomes = numbers.flatMap((number) => {
    const whole = pending(0.75, 103, number)
    return saidOf(whole.slice(0, 100)).flatMap((said, i) => {
      const [came = 0, now = 0] = [whole[100 + i], whole[99]]
      return said.isSaid
        ? [{ gain: Math.abs(now - came) - Math.abs(said.value - came), held: said.lower <= came && came <= said.upper }]
        : []
    })
  })
  expect(outcomes.length).toBeGreaterThan(0.3 * 3 * numbers.length)
  expect(outcomes.reduce((sum, { gain }) => sum + gain, 0)).toBeGreaterThan(0)
  const held = outcomes.filter(({ held }) => held).length / outcomes.length
  expect(held).toBeGreaterThan(0.82)
  expect(held).toBeLessThan(0.97)
})

test('a pile that only grows is no art to foresee', () => {
  for (const said of saidOf(Array.from({ length: 100 }, (_, i) => 10 * i)))
    expect(said).toMatchObject({ isSaid: false })
})

test('ten counts are too few', () => {
  expect(saidOf(pending(0.75, 10, 1))[0]).toMatchObject({ isSaid: false, reason: 'too-little-history' })
})

test.each([
  ['a gap', [1, null, 3], 'missing'],
  ['a negative count', [1, -2, 3], 'count'],
  ['nothing', [], 'empty'],
])('%s is refused', (_, observed, about) => {
  expect(forecastStock({ frequency: 52, observed }, SETTINGS)).toMatchObject({ ok: false, about })
})

describe('the back-test', () => {
  const past = (said: number, same: number, drifting: number): PastForecast => ({
    said,
    naive: { same, lastRound: same, drifting },
    came: 100,
  })

  test('asks for both naive forecasts to be beaten', () => {
    const uniform = mrg32k3a([1, 2, 3, 4, 5, 6])
    const jitter = () => 4 * uniform() - 2
    const better = Array.from({ length: 30 }, () => past(100 + jitter(), 110 + jitter(), 120 + jitter()))
    expect(backTest(better, 1, 0.9).p).toBeLessThan(0.001)
    const drifted = Array.from({ length: 30 }, () => past(100 + jitter(), 110 + jitter(), 100 + jitter()))
    expect(backTest(drifted, 1, 0.9).p).toBeGreaterThan(0.05)
  })

  // R: the statistic with Bartlett weights over twice the horizon and Harvey's correction, pt(…, 29, lower.tail = FALSE).
  test.each([
    [1, 0.002908169331],
    [5, 0.02884339459],
  ])('counts errors that overlap over %i steps for fewer than they are', (horizon, p) => {
    const isBetter = (i: number) => i < 10 || i >= 20
    const inRuns = Array.from({ length: 30 }, (_, i) => (isBetter(i) ? past(100, 103, 200) : past(102, 99, 200)))
    expect(backTest(inRuns, horizon, 0.9).p).toBeCloseTo(p, 9)
  })

  test('has an interval as wide as the error at its rank, in roots of the forecast', () => {
    const errors = Array.from({ length: 9 }, (_, i) => past(100 - (i + 1), 0, 0))
    expect(backTest(errors, 1, 0.9).halfWidth).toBeCloseTo(9 / Math.sqrt(91), 12)
    expect(backTest(errors.slice(1), 1, 0.9).halfWidth).toBeNull()
  })
})

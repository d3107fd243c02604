import { describe, expect, test } from 'vitest'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { type SharePart, stratifiedShare } from './stratified-share.ts'

const part = (population: number, answered: number, hits: number): SharePart => ({ population, answered, hits })

describe('the share of a population asked part by part', () => {
  test('weighs each part by its households: 3/4 of 0.9 and 1/4 of 0.5 is 0.8', () => {
    expect(stratifiedShare([part(3000, 10, 9), part(1000, 100, 50)])?.share).toBeCloseTo(0.8, 12)
  })

  test('one large part is the interval of Wilson: 80 of 100 is 0.7112 to 0.8666', () => {
    const answer = stratifiedShare([part(1e12, 100, 80)])
    expect(answer?.effective).toBeCloseTo(100, 0)
    expect(answer?.lower).toBeCloseTo(0.7112, 3)
    expect(answer?.upper).toBeCloseTo(0.8666, 3)
  })

  // By hand: weights 0.75 and 0.25; own shares (9 + 0.8)/11 and (50 + 0.8)/101; left 2990/2999 and 900/999.
  test('the effective size follows from the variance within the parts, worked out by hand', () => {
    const [a, b] = [9.8 / 11, 50.8 / 101]
    const variance = (0.5625 * (2990 / 2999) * a * (1 - a)) / 10 + (0.0625 * (900 / 999) * b * (1 - b)) / 100
    expect(stratifiedShare([part(3000, 10, 9), part(1000, 100, 50)])?.effective).toBeCloseTo(0.16 / variance, 9)
  })

  test('whoever asked everybody knows: no interval is left', () => {
    const answer = stratifiedShare([part(40, 40, 31), part(10, 10, 5)])
    for (const value of [answer?.share, answer?.lower, answer?.upper]) expect(value).toBeCloseTo(0.72, 12)
  })

  test('twenty of twenty is not everybody', () => {
    const answer = stratifiedShare([part(5000, 20, 20)])
    expect(answer?.share).toBe(1)
    expect(answer?.lower).toBeLessThan(0.88)
  })

  test('parts of which nobody answered are left out, and nothing is said of nothing', () => {
    expect(stratifiedShare([part(100, 0, 0), part(100, 10, 5)])?.share).toBe(0.5)
    expect(stratifiedShare([part(100, 0, 0)])).toBeNull()
    expect(stratifiedShare([])).toBeNull()
  })
})

describe('95 in 100 intervals hold what is so', () => {
  const WORLDS = {
    'eight townships, four in five': [0.8, 0.85, 0.75, 0.8, 0.9, 0.7, 0.8, 0.78],
    'half and half': [0.5, 0.4, 0.6, 0.5, 0.55, 0.45, 0.5, 0.5],
    'nearly all': [0.93, 0.95, 0.9, 0.97, 0.92, 0.94, 0.96, 0.9],
  }
  const SIZES = [900, 4000, 2500, 1200, 3000, 600, 5000, 1800]
  test.each(Object.entries(WORLDS))('%s', (name, shares) => {
    const random = mrg32k3a([2026, 11, 29, 5, 7, 11 + name.length])
    const truth = shares.map((share, at) => Math.round(share * (SIZES[at] ?? 0)))
    const whole = SIZES.reduce((sum, size) => sum + size, 0)
    const target = truth.reduce((sum, hits) => sum + hits, 0) / whole
    let held = 0
    const rounds = 2000
    for (let round = 0; round < rounds; round += 1) {
      const parts = SIZES.map((size, at) => {
        const answered = 30 + Math.floor(random() * 40)
        return part(size, answered, drawn(answered, size, truth[at] ?? 0, random))
      })
      const answer = stratifiedShare(parts)
      held += Number(answer !== null && answer.lower <= target && target <= answer.upper)
    }
    expect(held / rounds).toBeGreaterThan(0.93)
    expect(held / rounds).toBeLessThan(0.97)
  })
})

/** How many of `answered` drawn without putting back are among the `hits` of `size`. */
function drawn(answered: number, size: number, hits: number, random: () => number): number {
  let found = 0
  for (let turn = 0; turn < answered; turn += 1) found += Number(random() < (hits - found) / (size - turn))
  return found
}

import { describe, expect, test } from 'vitest'
import { budgetThreshold } from './budget.ts'
import { calibrationReport } from './budget-report.ts'
import { mrg32k3a } from './simulator/mrg32k3a.ts'

const uniform = mrg32k3a([5, 6, 7, 8, 9, 10])
const past = Array.from({ length: 52 }, () => Array.from({ length: 100 }, () => Math.log(uniform())))

describe('a budget of false alarms', () => {
  test('comes out as the level that the past would have kept', () => {
    const found = budgetThreshold(past, { alarms: 2, steps: 4.35 })!
    expect(found.basis).toBe('own past')
    expect(found.raised).toBeLessThanOrEqual(found.granted)
    expect(found.raised).toBeGreaterThan(found.granted - 3)
    expect(Math.exp(found.logThreshold)).toBeLessThan(0.01)
  })

  test('a past too short for it is carried on by its tail, where one true outbreak does not make it deaf', () => {
    const short = past.slice(0, 13)
    const budget = { alarms: 1, steps: 4.35 }
    const calm = budgetThreshold(short, budget)!
    const struck = budgetThreshold([[...short[0]!.slice(1), -50], ...short.slice(1)], budget)!
    expect([calm.basis, struck.basis]).toEqual(['tail of own past', 'tail of own past'])
    expect(calm.logThreshold).toBeLessThanOrEqual(calm.logNominal)
    expect(struck.logThreshold).toBeGreaterThan(calm.logThreshold - 2)
  })

  test('the tail of levels that do not hold makes it stricter', () => {
    const loose = past.slice(0, 13).map((step) => step.map((logP) => 2 * logP))
    const { logThreshold, logNominal } = budgetThreshold(loose, { alarms: 1, steps: 4.35 })!
    expect(logThreshold).toBeLessThan(1.5 * logNominal)
  })

  test('falls back to the nominal level where the past is too short to say', () => {
    const found = budgetThreshold(past.slice(0, 1), { alarms: 1, steps: 52 })!
    expect(found.basis).toBe('nominal')
    expect(found.logThreshold).toBeLessThanOrEqual(found.logNominal)
  })

  test('gets stricter, never looser, when the past holds outbreaks', () => {
    const sick = past.map((week, index) => (index % 10 === 0 ? [...week.slice(1), -30] : week))
    const budget = { alarms: 2, steps: 4.35 }
    expect(budgetThreshold(sick, budget)!.logThreshold).toBeLessThanOrEqual(budgetThreshold(past, budget)!.logThreshold)
  })

  test('is refused for no past and for no budget', () => {
    expect(budgetThreshold([], { alarms: 1, steps: 4 })).toBeUndefined()
    expect(budgetThreshold(past, { alarms: 0, steps: 4 })).toBeUndefined()
  })
})

describe('the calibration report', () => {
  test('puts realised beside nominal levels, by weekday, after holidays and by size of count', () => {
    const points = past.flat().map((logP, index) => ({
      logP,
      expected: index % 2 === 0 ? 0.3 : 5,
      weekday: index % 7,
      daysAfterHoliday: index % 40,
    }))
    const report = calibrationReport(points)
    const all = report.find(({ group, nominal }) => group === 'all' && nominal === 0.05)!
    expect(all.points).toBe(5200)
    expect(all.interval[0]).toBeLessThan(0.05)
    expect(all.interval[1]).toBeGreaterThan(0.05)
    expect([...new Set(report.map(({ group }) => group))]).toEqual([
      'all',
      'size-0-to-0.5',
      'size-2-to-10',
      ...[1, 2, 3, 4, 5, 6, 0].map((day) => `weekday-${day}`),
      'after-holiday',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { DELAY_DEFAULTS, type DelaySettings, delayLaws, type ReportingTriangle } from './delay-distribution.ts'
import { cauchyCombination, logPOfRun, type RunningDay } from './delay-judge.ts'
import { negativeBinomialCount } from './simulator/count-draw.ts'
import { mrg32k3a } from './simulator/mrg32k3a.ts'

const DAYS = 200
const LONGEST = 6
/** Half of what is still missing comes in every day. */
const trueShare = (delay: number) => (delay >= LONGEST - 1 ? 1 : 1 - 0.5 ** (delay + 1))

function triangle(now: number): number[][] {
  const uniform = mrg32k3a([1, 2, 3, 4, 5, 6])
  return Array.from({ length: DAYS }, (_, day) => {
    const row = Array<number>(LONGEST).fill(0)
    for (let left = negativeBinomialCount(30, 1.5, uniform()); left > 0; left--) {
      const u = uniform()
      row[row.findIndex((_, delay) => trueShare(delay) >= u)]! += 1
    }
    return row.map((count, delay) => (day + delay <= now ? count : Number.NaN))
  })
}

describe('late reports', () => {
  const laws = delayLaws({ reports: triangle(DAYS - 1), stratum: Array(DAYS).fill(0) }, DELAY_DEFAULTS)
  if ('ok' in laws) throw new Error(laws.about)
  const law = laws.get(0)!

  test.each<[string, Partial<ReportingTriangle>, Partial<DelaySettings>, string]>([
    ['nothing', { reports: [], stratum: [] }, {}, 'empty'],
    ['a day without a place for reports', { reports: [[], [1]] }, {}, 'empty'],
    [
      'fewer than none',
      {
        reports: [
          [3, 1],
          [-1, 2],
        ],
      },
      {},
      'count',
    ],
    ['half a report', { reports: [[3, 1], [0.5]] }, {}, 'count'],
    ['no end of reports', { reports: [[3, 1], [Number.POSITIVE_INFINITY]] }, {}, 'count'],
    ['days without a label', { stratum: [0] }, {}, 'stratum'],
    ['no half-life', {}, { halfLife: 0 }, 'halfLife'],
    ['a window of half a day', {}, { window: 0.5 }, 'window'],
  ])('%s is refused', (_, patch, settings, about) => {
    const made = { reports: [[3, 1], [2]], stratum: [0, 0], ...patch }
    expect(delayLaws(made, { ...DELAY_DEFAULTS, ...settings })).toMatchObject({ ok: false, about })
  })

  test('the shares in by each delay are found from days that are not complete yet', () => {
    for (let delay = 0; delay < LONGEST; delay++) expect(law.share[delay]).toBeCloseTo(trueShare(delay), 1)
    expect(law.share.at(-1)).toBe(1)
    expect(law.estimate[0]).toBeGreaterThan(law.estimate[3]!)
  })

  test('half of a usual day is no alarm on the day itself and no calm five days later', () => {
    const day = (count: number, delay: number): RunningDay => ({
      count,
      expected: 30,
      error: 0.05,
      dispersion: 1.6,
      law,
      delay,
    })
    expect(Math.exp(logPOfRun([day(15, 0)]))).toBeGreaterThan(0.3)
    expect(Math.exp(logPOfRun([day(30, 0)]))).toBeLessThan(0.01)
    expect(Math.exp(logPOfRun([day(15, 5)]))).toBeGreaterThan(0.97)
  })

  test('what one cause may have brought in on several days surprises less than what would need several', () => {
    const day = (...common: number[]): RunningDay => ({
      count: 45,
      expected: 30,
      error: 0,
      dispersion: 1.2,
      law: { share: [1], estimate: [0], common, scatter: 1 },
      delay: 0,
    })
    expect(logPOfRun([day(0.2, 0), day(0.2, 0)])).toBeGreaterThan(logPOfRun([day(0.2, 0), day(0, 0.2)]))
  })

  test('combining equal p-values gives the p-value itself, and one small one among many stays small', () => {
    expect(Math.exp(cauchyCombination([-3, -3, -3]))).toBeCloseTo(Math.exp(-3), 10)
    expect(cauchyCombination([-40, -0.1, -0.2])).toBeCloseTo(-40 + Math.log(3), 6)
  })
})

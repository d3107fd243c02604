import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountSeries } from '../count-series.ts'
import type { Detection, StatisticsFailure } from '../detection.ts'
import { BAYES_DEFAULTS, bayes } from './bayes.ts'
import { CUSUM_DEFAULTS, cusum } from './cusum.ts'
import { EARS_DEFAULTS, type EarsSettings, ears } from './ears.ts'
import { FARRINGTON_DEFAULTS, farrington } from './farrington.ts'
import { FARRINGTON_FLEXIBLE_DEFAULTS, farringtonFlexible } from './farrington-flexible.ts'
import { GLR_DEFAULTS, glr } from './glr.ts'
import { RKI_DEFAULTS, rki } from './rki.ts'

const weekly = (observed: readonly number[]): CountSeries => ({ frequency: 52, observed })
const between = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** The answer, which has to be one. */
function answered<Answer extends Detection>(answer: Answer | StatisticsFailure): Answer {
  if (!answer.ok) throw new Error(`${answer.code}: ${answer.about}`)
  return answer
}

function expectNear(got: readonly (number | null)[], expected: readonly (number | null)[], relative = 1e-9): void {
  expect(got.map((value) => value === null)).toEqual(expected.map((value) => value === null))
  for (const [i, value] of expected.entries()) {
    if (value !== null) expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(relative * (1 + Math.abs(value)))
  }
}

const shortSeries = fc.array(fc.nat(40), { minLength: 40, maxLength: 40 })
const threeYears = fc.array(fc.nat(30), { minLength: 165, maxLength: 165 })

describe('counting in other units', () => {
  const methods: readonly EarsSettings['method'][] = ['C1', 'C2', 'C3']

  test.each(methods)('moves and stretches the bound of EARS %s with the counts', (method) => {
    fc.assert(
      fc.property(shortSeries, fc.integer({ min: 1, max: 9 }), fc.nat(50), (counts, scale, shift) => {
        const settings = EARS_DEFAULTS[method]
        const before = answered(ears(weekly(counts), settings, between(15, 40)))
        const moved = weekly(counts.map((count) => scale * count + shift))
        const after = answered(ears(moved, settings, between(15, 40)))
        expect(after.alarm).toEqual(before.alarm)
        // A bound of 0 says that any count is an alarm: it stays 0.
        const expected = before.upperbound.map((bound) => (bound === 0 && method === 'C3' ? 0 : scale * bound! + shift))
        expectNear(after.upperbound, expected)
      }),
    )
  })

  test('stretches the RKI bound above the table', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 25, max: 90 }), { minLength: 120, maxLength: 120 }), (counts) => {
        const settings = { ...RKI_DEFAULTS, b: 1 }
        const before = answered(rki(weekly(counts), settings, [118, 119]))
        const after = answered(rki(weekly(counts.map((count) => 3 * count + 7)), settings, [118, 119]))
        expect(after.alarm).toEqual(before.alarm)
        expectNear(
          after.upperbound,
          before.upperbound.map((bound) => 3 * bound! + 7),
        )
      }),
    )
  })

  test('stretches likelihood ratios of counts and means together', () => {
    fc.assert(
      fc.property(shortSeries, fc.integer({ min: 2, max: 7 }), fc.constantFrom(0, 0.3), (counts, scale, alpha) => {
        const points = between(1, 40)
        const chart = (factor: number) => {
          const mu0 = points.map((k) => factor * (8 + (k % 3)))
          // No alarm, so no restart: the threshold does not stretch.
          const settings = { ...GLR_DEFAULTS, mu0, alpha: alpha / factor, cARL: 1e9 }
          return answered(glr(weekly(counts.map((count) => factor * count)), settings, points))
        }
        expectNear(
          chart(scale).statistic,
          chart(1).statistic.map((value) => scale * value),
          1e-7,
        )
      }),
    )
  })

  test('leaves a CUSUM of plain counts as it was when its reference value moves along', () => {
    fc.assert(
      fc.property(shortSeries, fc.nat(30), (counts, shift) => {
        const settings = { ...CUSUM_DEFAULTS, trans: 'none' as const, k: 12, h: 20 }
        const before = answered(cusum(weekly(counts), settings, between(5, 40)))
        const moved = weekly(counts.map((count) => count + shift))
        const after = answered(cusum(moved, { ...settings, k: 12 + shift }, between(5, 40)))
        expect(after.cusum).toEqual(before.cusum)
        expect(after.alarm).toEqual(before.alarm)
      }),
    )
  })

  test('of exposure leaves improved Farrington as it was', () => {
    fc.assert(
      fc.property(threeYears, fc.integer({ min: 2, max: 1000 }), (counts, scale) => {
        const settings = { ...FARRINGTON_FLEXIBLE_DEFAULTS, b: 3, noPeriods: 5, populationOffset: true }
        const exposed = (factor: number) => {
          const population = counts.map((_, i) => factor * (100 + (i % 7)))
          return answered(farringtonFlexible({ ...weekly(counts), population }, settings, [164, 165]))
        }
        expectNear(exposed(scale).upperbound, exposed(1).upperbound, 1e-6)
        expect(exposed(scale).trendUsed).toEqual(exposed(1).trendUsed)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a history that begins earlier changes nothing', () => {
  const earlier = Array.from({ length: 52 }, (_, i) => (7 * i) % 11)

  const methods: Readonly<
    Record<string, (series: CountSeries, points: readonly number[]) => Detection | StatisticsFailure>
  > = {
    ears: (series, points) => ears(series, EARS_DEFAULTS.C2, points),
    rki: (series, points) => rki(series, RKI_DEFAULTS, points),
    bayes: (series, points) => bayes(series, { ...BAYES_DEFAULTS, b: 2, w: 4 }, points),
    farrington: (series, points) => farrington(series, { ...FARRINGTON_DEFAULTS, b: 3 }, points),
    farringtonFlexible: (series, points) =>
      farringtonFlexible(series, { ...FARRINGTON_FLEXIBLE_DEFAULTS, b: 3, noPeriods: 5 }, points),
  }

  test.each(Object.entries(methods))('for %s', (_, method) => {
    fc.assert(
      fc.property(threeYears, (counts) => {
        const before = answered(method(weekly(counts), [163, 165]))
        const after = answered(method(weekly([...earlier, ...counts]), [163 + 52, 165 + 52]))
        expect(after.alarm).toEqual(before.alarm)
        expectNear(after.upperbound, before.upperbound, 1e-6)
        expectNear(after.pvalue, before.pvalue, 1e-6)
      }),
      { numRuns: 40 },
    )
  })
})

describe('order does not matter', () => {
  test('within a window that is taken as one', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(between(0, 5), { minLength: 6 }),
        fc.array(fc.nat(20), { minLength: 7, maxLength: 7 }),
        (order, counts) => {
          const shuffled = [...order.map((i) => counts[i]!), counts[6]!]
          const judge = (observed: readonly number[]) => answered(bayes(weekly(observed), BAYES_DEFAULTS, [7]))
          expect(judge(shuffled)).toEqual(judge(counts))
        },
      ),
    )
  })

  test('among the series of a panel: no method remembers the one before', () => {
    fc.assert(
      fc.property(fc.array(threeYears, { minLength: 3, maxLength: 6 }), (panel) => {
        const judge = (counts: readonly number[]) =>
          farringtonFlexible(weekly(counts), { ...FARRINGTON_FLEXIBLE_DEFAULTS, b: 3, noPeriods: 5 }, [165])
        const forwards = panel.map(judge)
        const backwards = panel.toReversed().map(judge).toReversed()
        expect(backwards).toEqual(forwards)
      }),
      { numRuns: 20 },
    )
  })

  test('among points: each is judged by its own past', () => {
    fc.assert(
      fc.property(threeYears, (counts) => {
        const settings = { ...FARRINGTON_DEFAULTS, b: 2 }
        const together = answered(farrington(weekly(counts), settings, [163, 164, 165]))
        const alone = [163, 164, 165].map((k) => answered(farrington(weekly(counts), settings, [k])).upperbound[0])
        expect(together.upperbound).toEqual(alone)
      }),
      { numRuns: 30 },
    )
  })
})

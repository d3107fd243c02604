import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountSeries } from '../count-series.ts'
import type { Detection, StatisticsFailure } from '../detection.ts'
import { BAYES_DEFAULTS, bayes } from './bayes.ts'
import { CUSUM_DEFAULTS, cusum } from './cusum.ts'
import { EARS_DEFAULTS, type EarsSettings, ears } from './ears.ts'
import { FARRINGTON_DEFAULTS, farrington } from './farrington.ts'
import { farringtonFlexible } from './farrington-flexible.ts'
import { FARRINGTON_FLEXIBLE_DEFAULTS } from './flexible-settings.ts'
import { GLR_DEFAULTS, glr } from './glr/glr.ts'
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

  /** Counts that scatter far more than Poisson ones, before and after: the floor of the dispersion at 1 is not met. */
  const scattered = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 165, maxLength: 165 })
  const stretchedBy = (factor: number, counts: readonly number[]) => weekly(counts.map((count) => 4 * factor * count))
  // The law holds where no residual lies within rounding of the threshold that takes a count for an outbreak: of a
  // hundred series or so one does, so these are always the same.
  const SAME_SERIES = { numRuns: 30, seed: 2013 }

  test.each(['2/3', '1/2', 'none'] as const)('stretches the bounds of both Farringtons in power %s', (powertrans) => {
    const judges = [
      (series: CountSeries) =>
        farrington(series, { ...FARRINGTON_DEFAULTS, b: 3, trend: false, powertrans }, [164, 165]),
      (series: CountSeries) =>
        farringtonFlexible(
          series,
          { ...FARRINGTON_FLEXIBLE_DEFAULTS, b: 3, noPeriods: 5, trend: false, powertrans },
          [164, 165],
        ),
    ]
    fc.assert(
      fc.property(scattered, fc.integer({ min: 2, max: 9 }), fc.constantFrom(...judges), (counts, scale, judge) => {
        const before = answered(judge(stretchedBy(1, counts)))
        const after = answered(judge(stretchedBy(scale, counts)))
        expectNear(
          after.upperbound,
          before.upperbound.map((bound) => (bound === null ? null : scale * bound)),
          1e-4,
        )
        expectNear(after.pvalue, before.pvalue, 1e-4)
      }),
      SAME_SERIES,
    )
  })

  test.each(['delta', 'nbPlugin', 'muan'] as const)(
    'stretches what improved Farrington expects and its scatter, threshold %s',
    (thresholdMethod) => {
      const settings = { ...FARRINGTON_FLEXIBLE_DEFAULTS, b: 3, noPeriods: 5, trend: false, thresholdMethod }
      fc.assert(
        fc.property(scattered, fc.integer({ min: 2, max: 9 }), (counts, scale) => {
          const before = answered(farringtonFlexible(stretchedBy(1, counts), settings, [164, 165]))
          const after = answered(farringtonFlexible(stretchedBy(scale, counts), settings, [164, 165]))
          const stretched = (values: readonly (number | null)[]) =>
            values.map((value) => (value === null ? null : scale * value))
          expectNear(after.expected, stretched(before.expected), 1e-4)
          expectNear(after.phi, stretched(before.phi), 1e-4)
        }),
        SAME_SERIES,
      )
    },
  )

  test.each(['delta', 'nbPlugin', 'muan'] as const)(
    'of exposure leaves improved Farrington as it was, threshold %s',
    (thresholdMethod) => {
      fc.assert(
        fc.property(threeYears, fc.integer({ min: 2, max: 1000 }), (counts, scale) => {
          const settings = {
            ...FARRINGTON_FLEXIBLE_DEFAULTS,
            b: 3,
            noPeriods: 5,
            populationOffset: true,
            thresholdMethod,
          }
          const exposed = (factor: number) => {
            const population = counts.map((_, i) => factor * (100 + (i % 7)))
            return answered(farringtonFlexible({ ...weekly(counts), population }, settings, [164, 165]))
          }
          expectNear(exposed(scale).upperbound, exposed(1).upperbound, 1e-6)
          expect(exposed(scale).trendUsed).toEqual(exposed(1).trendUsed)
        }),
        { numRuns: 40 },
      )
    },
  )
})

type Judge = (series: CountSeries, points: readonly number[]) => Detection | StatisticsFailure

const flexibleBy =
  (thresholdMethod: 'delta' | 'nbPlugin' | 'muan'): Judge =>
  (series, points) =>
    farringtonFlexible(series, { ...FARRINGTON_FLEXIBLE_DEFAULTS, b: 3, noPeriods: 5, thresholdMethod }, points)

/** Methods whose answer for a point is made of its own past alone. */
const BY_POINT: Readonly<Record<string, Judge>> = {
  earsC1: (series, points) => ears(series, EARS_DEFAULTS.C1, points),
  earsC2: (series, points) => ears(series, EARS_DEFAULTS.C2, points),
  earsC3: (series, points) => ears(series, EARS_DEFAULTS.C3, points),
  rki: (series, points) => rki(series, RKI_DEFAULTS, points),
  bayes: (series, points) => bayes(series, { ...BAYES_DEFAULTS, b: 2, w: 4 }, points),
  farrington: (series, points) => farrington(series, { ...FARRINGTON_DEFAULTS, b: 3 }, points),
  flexibleDelta: flexibleBy('delta'),
  flexibleNbPlugin: flexibleBy('nbPlugin'),
  flexibleMuan: flexibleBy('muan'),
}

/** Methods that add up from the first point on. */
const CHARTS: Readonly<Record<string, Judge>> = {
  cusum: (series, points) => cusum(series, CUSUM_DEFAULTS, points),
  cusumSeasonal: (series, points) => cusum(series, { ...CUSUM_DEFAULTS, m: 'glm' }, points),
  glrPoisson: (series, points) => glr(series, GLR_DEFAULTS, points),
  glrNegativeBinomial: (series, points) => glr(series, { ...GLR_DEFAULTS, alpha: 0.2 }, points),
  glrCases: (series, points) => glr(series, { ...GLR_DEFAULTS, ret: 'cases' }, points),
}

describe('a history that begins earlier changes nothing', () => {
  const earlier = Array.from({ length: 52 }, (_, i) => (7 * i) % 11)

  test.each(Object.entries(BY_POINT))('for %s', (_, method) => {
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

describe('what comes after a point changes nothing about it', () => {
  test.each(Object.entries({ ...BY_POINT, ...CHARTS }))('for %s', (_, method) => {
    fc.assert(
      fc.property(threeYears, fc.array(fc.nat(10_000), { minLength: 1, maxLength: 5 }), (counts, later) => {
        const known = method(weekly(counts), between(162, 165))
        const knowing = method(weekly([...counts, ...later]), between(162, 165))
        expect(knowing).toEqual(known)
      }),
      { numRuns: 25 },
    )
  })
})

describe('a higher count is never less alarming', () => {
  test.each(Object.entries({ ...BY_POINT, ...CHARTS }))('for %s', (_, method) => {
    fc.assert(
      fc.property(threeYears, fc.integer({ min: 1, max: 500 }), (counts, more) => {
        const before = answered(method(weekly(counts), [165]))
        const after = answered(method(weekly(counts.with(164, counts[164]! + more)), [165]))
        if (before.alarm[0]) expect(after.alarm[0]).toBe(true)
        const [p, raised] = [before.pvalue[0], after.pvalue[0]]
        if (typeof p === 'number' && typeof raised === 'number') expect(raised).toBeLessThanOrEqual(p * (1 + 1e-12))
      }),
      { numRuns: 40 },
    )
  })
})

describe('order does not matter', () => {
  const WINDOWS: Readonly<Record<string, Judge>> = {
    bayes: (series, points) => bayes(series, BAYES_DEFAULTS, points),
    rki: (series, points) => rki(series, { b: 0, w: 6, actY: true }, points),
    earsC1: (series, points) => ears(series, { ...EARS_DEFAULTS.C1, baseline: 6 }, points),
  }

  test.each(Object.entries(WINDOWS))('within the window of %s, which is taken as one', (_, method) => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(between(0, 5), { minLength: 6 }),
        fc.array(fc.nat(20), { minLength: 7, maxLength: 7 }),
        (order, counts) => {
          const shuffled = [...order.map((i) => counts[i]!), counts[6]!]
          const judge = (observed: readonly number[]) => answered(method(weekly(observed), [7]))
          expect(judge(shuffled).alarm).toEqual(judge(counts).alarm)
          expectNear(judge(shuffled).upperbound, judge(counts).upperbound)
        },
      ),
    )
  })

  test.each(Object.entries({ ...BY_POINT, ...CHARTS }))(
    'among series: %s does not remember the one before',
    (_, method) => {
      fc.assert(
        fc.property(fc.array(threeYears, { minLength: 2, maxLength: 4 }), (panel) => {
          const judge = (counts: readonly number[]) => method(weekly(counts), between(163, 165))
          const forwards = panel.map(judge)
          const backwards = panel.toReversed().map(judge).toReversed()
          expect(backwards).toEqual(forwards)
        }),
        { numRuns: 10 },
      )
    },
  )

  test.each(Object.entries(BY_POINT))('among points: %s judges each by its own past', (_, method) => {
    fc.assert(
      fc.property(threeYears, (counts) => {
        const together = answered(method(weekly(counts), [163, 164, 165]))
        const alone = [163, 164, 165].map((k) => answered(method(weekly(counts), [k])))
        expect(together.upperbound).toEqual(alone.map(({ upperbound }) => upperbound[0]))
        expect(together.alarm).toEqual(alone.map(({ alarm }) => alarm[0]))
        expect(together.pvalue).toEqual(alone.map(({ pvalue }) => pvalue[0]))
      }),
      { numRuns: 20 },
    )
  })
})

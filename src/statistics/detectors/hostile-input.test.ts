import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAt } from '../../domain/time/day-number.ts'
import type { CountSeries } from '../count-series.ts'
import type { Detection, StatisticsFailure } from '../detection.ts'
import { BAYES_DEFAULTS, bayes } from './bayes.ts'
import { CUSUM_DEFAULTS, cusum } from './cusum.ts'
import { EARS_DEFAULTS, ears } from './ears.ts'
import { FARRINGTON_DEFAULTS, farrington } from './farrington.ts'
import { farringtonFlexible } from './farrington-flexible.ts'
import { FARRINGTON_FLEXIBLE_DEFAULTS } from './flexible-settings.ts'
import { GLR_DEFAULTS, glr } from './glr/glr.ts'
import { RKI_DEFAULTS, rki } from './rki.ts'

type Settings = Readonly<Record<string, unknown>>
type Method = (series: CountSeries, settings: Settings, points: readonly number[]) => Detection | StatisticsFailure

/** Every method under its name, with settings that the patch overrides. */
const METHODS: Readonly<Record<string, Method>> = {
  C1: (series, patch, points) => ears(series, { ...EARS_DEFAULTS.C1, ...patch }, points),
  C2: (series, patch, points) => ears(series, { ...EARS_DEFAULTS.C2, ...patch }, points),
  C3: (series, patch, points) => ears(series, { ...EARS_DEFAULTS.C3, ...patch }, points),
  farrington: (series, patch, points) => farrington(series, { ...FARRINGTON_DEFAULTS, b: 2, ...patch }, points),
  flexible: (series, patch, points) =>
    farringtonFlexible(series, { ...FARRINGTON_FLEXIBLE_DEFAULTS, b: 2, ...patch }, points),
  flexibleCounts: (series, patch, points) =>
    farringtonFlexible(
      series,
      { ...FARRINGTON_FLEXIBLE_DEFAULTS, b: 2, noPeriods: 4, thresholdMethod: 'nbPlugin', ...patch },
      points,
    ),
  flexibleMuan: (series, patch, points) =>
    farringtonFlexible(
      series,
      { ...FARRINGTON_FLEXIBLE_DEFAULTS, b: 2, noPeriods: 4, thresholdMethod: 'muan', ...patch },
      points,
    ),
  cusum: (series, patch, points) => cusum(series, { ...CUSUM_DEFAULTS, ...patch }, points),
  glr: (series, patch, points) => glr(series, { ...GLR_DEFAULTS, ...patch }, points),
  glrCounts: (series, patch, points) => glr(series, { ...GLR_DEFAULTS, alpha: 0.2, ret: 'cases', ...patch }, points),
  glrEstimated: (series, patch, points) => glr(series, { ...GLR_DEFAULTS, alpha: null, ...patch }, points),
  rki: (series, patch, points) => rki(series, { ...RKI_DEFAULTS, ...patch }, points),
  rkiYears: (series, patch, points) => rki(series, { ...RKI_DEFAULTS, b: 2, w: 4, ...patch }, points),
  bayes: (series, patch, points) => bayes(series, { ...BAYES_DEFAULTS, ...patch }, points),
  bayesYears: (series, patch, points) => bayes(series, { ...BAYES_DEFAULTS, b: 2, w: 4, ...patch }, points),
}

const WEEKS = 130
const counts = Array.from({ length: WEEKS }, (_, i) => 5 + (i % 4))
const series: CountSeries = { frequency: 52, observed: counts }
const points = [118, 119, 120]
const with0 = (value: number) => ({ ...series, observed: counts.with(60, value) })
const weekly = counts.map((_, i) => dayAt(18_000 + 7 * i))

describe.each(Object.entries(METHODS))('%s refuses', (_, method) => {
  test('a series that holds no counts', () => {
    for (const value of [Number.NaN, -1, 2.5, Number.POSITIVE_INFINITY, 1e300, 1e10]) {
      expect(method(with0(value), {}, points)).toMatchObject({ ok: false, code: 'bad-series', at: 61 })
    }
    expect(method({ ...series, observed: [] }, {}, [1])).toMatchObject({ ok: false, code: 'bad-series' })
    expect(method({ ...series, frequency: 0 }, {}, points)).toMatchObject({ ok: false, code: 'bad-series' })
  })

  test('dates that are doubled, out of order, missing or no days', () => {
    const dated = (dates: readonly string[]) => method({ ...series, dates }, {}, points)
    expect(dated(weekly).ok).toBe(true)
    expect(dated(weekly.with(10, weekly[9]!))).toMatchObject({ code: 'bad-series', about: 'date-twice', at: 11 })
    expect(dated(weekly.with(10, weekly[8]!))).toMatchObject({ code: 'bad-series', about: 'dates-order' })
    expect(dated(weekly.with(10, '2019-02-30'))).toMatchObject({ code: 'bad-series', about: 'date' })
    expect(dated(weekly.toSpliced(10, 1))).toMatchObject({ code: 'bad-series', about: 'dates-length' })
    const gap = [...weekly.slice(0, 10), ...counts.slice(10).map((__, i) => dayAt(18_000 + 7 * (i + 11)))]
    expect(dated(gap)).toMatchObject({ code: 'bad-series', about: 'dates-gap', at: 11 })
  })

  test('points that are none, doubled or outside the series', () => {
    for (const wrong of [[], [0], [119, 119], [120, 119], [WEEKS + 1], [118.5], [Number.NaN]]) {
      expect(method(series, {}, wrong)).toMatchObject({ ok: false, code: 'bad-parameter', about: 'points' })
    }
  })

  test('a history that is too short for it', () => {
    expect(method(series, {}, [1])).toMatchObject({ ok: false, code: 'history-too-short' })
  })
})

test('settings out of range are refused by name', () => {
  const wrong: readonly [keyof typeof METHODS, Settings, string][] = [
    ['C1', { baseline: 2 }, 'baseline'],
    ['C1', { alpha: 1 }, 'alpha'],
    ['C1', { method: 'C4' }, 'method'],
    ['farrington', { b: 0 }, 'b'],
    ['farrington', { alpha: Number.NaN }, 'alpha'],
    ['farrington', { limit54: [5, 0] }, 'limit54'],
    ['farrington', { limit54: null }, 'limit54'],
    ['farrington', { w: 60 }, 'w'],
    ['flexible', { noPeriods: 60 }, 'noPeriods'],
    ['flexible', { thresholdMethod: 'guess' }, 'thresholdMethod'],
    ['flexible', { powertrans: '3/4' }, 'powertrans'],
    ['flexible', { pThresholdTrend: 2 }, 'pThresholdTrend'],
    ['cusum', { h: 0 }, 'h'],
    ['cusum', { trans: 'square' }, 'trans'],
    ['cusum', { m: -1 }, 'm'],
    ['cusum', { m: [5, 6] }, 'm'],
    ['cusum', { m: 'often' }, 'm'],
    ['glr', { cARL: Number.POSITIVE_INFINITY }, 'cARL'],
    ['glr', { mu0: [1, 2] }, 'mu0'],
    ['glr', { change: 'epi', alpha: 0.1 }, 'alpha'],
    ['rki', { w: -1 }, 'w'],
    ['bayes', { alpha: 0 }, 'alpha'],
  ]
  for (const [name, patch, about] of wrong) {
    expect(METHODS[name]!(series, patch, points), `${name} ${about}`).toMatchObject({ code: 'bad-parameter', about })
  }
})

test('a missing population is refused before it is divided by', () => {
  const asked = { populationOffset: true }
  expect(METHODS['flexible']!(series, asked, points)).toMatchObject({ code: 'bad-series', about: 'population' })
  const none = { ...series, population: counts.map(() => 0) }
  expect(METHODS['flexible']!(none, asked, points)).toMatchObject({ code: 'not-computable', about: 'population' })
})

describe('no method ever gives a bound that is no number', () => {
  const anyCount = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(1000), fc.nat(900_000_000), fc.constant(null))
  const anySeries = fc.array(anyCount, { minLength: WEEKS, maxLength: WEEKS })

  test.each(Object.entries(METHODS))('%s', (_, method) => {
    fc.assert(
      fc.property(anySeries, (observed) => {
        const answer = method({ frequency: 52, observed }, {}, points)
        if (!answer.ok) return
        for (const [i, bound] of answer.upperbound.entries()) {
          expect(bound === null || Number.isFinite(bound)).toBe(true)
          expect(answer.alarm[i] === null || typeof answer.alarm[i] === 'boolean').toBe(true)
          const p = answer.pvalue[i] ?? 0.5
          expect(p >= 0 && p <= 1).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })
})

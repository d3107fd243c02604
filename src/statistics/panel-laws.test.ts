import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../domain/time/time.ts'
import type { CountSeries } from './count-series.ts'
import { DELAY_DEFAULTS, delayLaws } from './delay-distribution.ts'
import { forecastFlow } from './forecast/forecast-flow.ts'
import { FORECAST_WEEKLY } from './forecast/forecast-settings.ts'
import { forecastStock } from './forecast/forecast-stock.ts'
import { asKnownAt, type MatterFlow } from './forecast/matter-flow.ts'
import { compareUnits } from './funnel/compare-units.ts'
import type { NamedCount } from './funnel/comparison.ts'
import { house } from './house/house.ts'
import { housePanel } from './house/house-panel.ts'
import { HOUSE_DAILY, HOUSE_WEEKLY } from './house/house-settings.ts'
import { adjusted } from './multiple-testing.ts'
import { spaceTimeScan } from './scan/space-time-scan.ts'
import { DILIGENT, simulatedFlow } from './simulator/simulated-flow.ts'

const WEEKS = 110
const weekly = (observed: readonly (number | null)[]): CountSeries => ({
  frequency: 52,
  observed,
  dates: observed.map((_, week) => addDays('2022-01-03', 7 * week)),
})
const twoYears = fc.array(fc.nat(12), { minLength: WEEKS, maxLength: WEEKS })

describe('the house detector', () => {
  test('expects so many times as much, and so much more scatter, where all counts are so many times as high', () => {
    fc.assert(
      fc.property(twoYears, fc.integer({ min: 2, max: 9 }), (counts, scale) => {
        const judged = (factor: number) => {
          // Counts far from the floor of the dispersion at 1, so that nothing but the level moves.
          const answer = house(weekly(counts.map((count) => 5 * factor * count)), HOUSE_WEEKLY, [WEEKS])
          if (!answer.ok) throw new Error(answer.about)
          return answer
        }
        const [before, after] = [judged(1), judged(scale)]
        expect(after.expected[0]! / before.expected[0]!).toBeCloseTo(scale, 1)
        expect(after.dispersion[0]! / before.dispersion[0]! / scale).toBeCloseTo(1, 1)
        expect(after.error[0]! / before.error[0]!).toBeCloseTo(1, 1)
      }),
      // Always the same series: in one of some hundreds the evidence for a new level lies so near a half that rounding decides.
      { numRuns: 25, seed: 2013 },
    )
  })

  test('of a panel answers for each as before, whatever the order and whatever comes after', () => {
    const panels = fc.array(twoYears, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(panels, fc.nat(500), (panel, later) => {
        const answers = (rows: readonly (readonly number[])[]) =>
          housePanel(
            rows.map((counts) => ({ id: String(counts.slice(0, WEEKS)), pool: 'one', series: weekly(counts) })),
            HOUSE_WEEKLY,
            [WEEKS - 1, WEEKS],
          )
        const before = new Map(answers(panel).map(({ id, result }) => [id, result]))
        const reversed = answers(panel.toReversed())
        const known = answers(panel.map((counts) => [...counts, later, later]))
        for (const { id, result } of [...reversed, ...known]) {
          const expected = before.get(id)
          if (!result.ok || !expected?.ok) throw new Error('no answer')
          // Sums in another order differ in the last digits.
          for (const [i, value] of result.logP.entries()) expect(value).toBeCloseTo(expected.logP[i]!, 8)
          expect(result.upperbound).toEqual(expected.upperbound)
        }
      }),
      { numRuns: 15 },
    )
  })

  const anyCount = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(1000), fc.nat(900_000_000), fc.constant(null))

  test.each([
    ['weeks', 52, HOUSE_WEEKLY],
    ['days', 365, HOUSE_DAILY],
  ] as const)('never gives a number that is none, of %s alone or in a panel', (_, frequency, settings) => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCount, { minLength: 60, maxLength: 60 }), { maxLength: 3 }), (rows) => {
        const series = rows.map((observed) => ({ frequency, observed }))
        const members = series.map((own, index) => ({ id: String(index), pool: 'one', series: own }))
        const panel = housePanel(members, settings, [1, 40, 60]).map(({ result }) => result)
        for (const answer of [...series.map((own) => house(own, settings, [1, 40, 60])), ...panel]) {
          if (!answer.ok) throw new Error(answer.about)
          const numbers = [answer.upperbound, answer.expected, answer.dispersion, answer.pvalue].flat()
          expect(numbers.every((value) => value === null || (Number.isFinite(value) && value >= 0))).toBe(true)
          expect(answer.pvalue.every((p) => p === null || p <= 1)).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('refuses what is no series, alone and in a panel', () => {
    const counts = Array.from({ length: WEEKS }, (_, week) => week % 5)
    const good = weekly(counts)
    const wrong: readonly (readonly [CountSeries, string])[] = [
      ...[Number.NaN, -1, 2.5, 1e300].map((count) => [weekly(counts.with(60, count)), 'count'] as const),
      [weekly([]), 'empty'],
      [{ ...good, dates: good.dates!.with(10, good.dates![9]!) }, 'date-twice'],
      [{ ...good, dates: good.dates!.slice(1) }, 'dates-length'],
    ]
    for (const [series, about] of wrong) {
      const refusal = { ok: false, code: 'bad-series', about: expect.stringContaining(about) }
      expect(house(series, HOUSE_WEEKLY, [WEEKS])).toMatchObject(refusal)
      const members = [series, good].map((own, index) => ({ id: String(index), pool: 'one', series: own }))
      const [bad, other] = housePanel(members, HOUSE_WEEKLY, [WEEKS])
      expect(bad?.result).toMatchObject(refusal)
      expect(other?.result.ok).toBe(true)
    }
  })
})

describe('the scan', () => {
  const places = Array.from({ length: 6 }, (_, i) => ({ x: i * 1.1 ** i, y: 0.3 * i * i }))
  const panel = fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 8, maxLength: 8 }), {
    minLength: 6,
    maxLength: 6,
  })
  const settings = { windows: [1, 2, 4], maxShare: 0.5 }

  test('has so many times the evidence where all counts are so many times as high', () => {
    fc.assert(
      fc.property(panel, panel, fc.integer({ min: 2, max: 50 }), (cases, expected, scale) => {
        const ratios = (factor: number) => {
          const scan = spaceTimeScan(
            { places, cases: cases.map((row) => row.map((count) => factor * count)), expected },
            settings,
          )
          if (!scan.ok) throw new Error(scan.about)
          return scan.clusters(3).map(({ logLikelihoodRatio }) => logLikelihoodRatio)
        }
        for (const [i, value] of ratios(scale).entries()) expect(value / scale).toBeCloseTo(ratios(1)[i]!, 8)
      }),
    )
  })

  test('does not depend on where the map begins, how it is turned, or in which unit it is drawn', () => {
    fc.assert(
      fc.property(
        panel,
        panel,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (cases, expected, shift, scale) => {
          const clusters = (map: typeof places) => {
            const scan = spaceTimeScan({ places: map, cases, expected }, settings)
            return scan.ok && scan.clusters(3)
          }
          const moved = places.map(({ x, y }) => ({ x: scale * y + shift, y: shift - scale * x }))
          expect(clusters(moved)).toEqual(clusters(places))
        },
      ),
    )
  })
})

describe('the comparison of units', () => {
  const counted = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 80 })), { minLength: 2, maxLength: 15 })
  const named = (rows: readonly (readonly [number, number])[], scale = 1): NamedCount[] =>
    rows.map(([numerator, denominator], index) => ({
      name: String(index),
      numerator,
      denominator: scale * denominator,
    }))

  test('does not depend on the unit in which the expected is counted', () => {
    fc.assert(
      fc.property(counted, fc.constantFrom(0.5, 2, 8), (rows, scale) => {
        const verdicts = (factor: number) => {
          const settings = { kind: 'ratio', target: 1 / factor, fewest: 5 * factor } as const
          const answer = compareUnits(named(rows, factor), settings)
          if (!answer.ok) throw new Error(answer.about)
          return answer.units.map(({ verdict }) => verdict)
        }
        expect(verdicts(scale)).toEqual(verdicts(1))
      }),
    )
  })

  test('gives a refusal or numbers, whatever it is given', () => {
    const anything = fc.oneof(fc.nat(50), fc.constantFrom(Number.NaN, -1, 0, 0.5, 1e300, Number.POSITIVE_INFINITY))
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, anything), { maxLength: 6 }), fc.boolean(), (rows, isRatio) => {
        const answer = compareUnits(named(rows), { kind: isRatio ? 'ratio' : 'proportion', fewest: 5 })
        if (!answer.ok) return
        for (const { rate, interval, limits } of answer.units) {
          const numbers = [rate, interval?.lower, interval?.upper, limits?.inner.lower, limits?.outer.upper]
          expect(numbers.every((value) => value === null || value === undefined || value >= 0)).toBe(true)
        }
      }),
    )
  })
})

describe('adjusted p-values', () => {
  test('leave out what is no chance instead of reckoning with it', () => {
    expect(adjusted([0.01, Number.NaN, -1, 0.04], 'BH')).toEqual([0.02, null, null, 0.04])
  })

  test('rise with every p-value', () => {
    const chances = fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(chances, fc.constantFrom('BH', 'BY', 'holm', 'hochberg', 'bonferroni'), (p, correction) => {
        const raised = adjusted(
          p.map((value) => value * 1.5),
          correction,
        )
        for (const [i, value] of adjusted(p, correction).entries()) expect(raised[i]).toBeGreaterThanOrEqual(value!)
      }),
    )
  })
})

describe('the delay law', () => {
  const reports = fc.array(fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), { minLength: 20, maxLength: 20 })

  test('is the same of so many times as many reports, and whatever the days that share it are called', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 2, max: 20 }), (rows, scale) => {
        const law = (factor: number, name: number) => {
          const settings = { ...DELAY_DEFAULTS, shrinkage: factor * DELAY_DEFAULTS.shrinkage }
          const counts = rows.map((row) => row.map((count) => factor * count))
          const laws = delayLaws({ reports: counts, stratum: rows.map((_, t) => name + (t % 2)) }, settings)
          if ('ok' in laws) throw new Error(laws.about)
          return laws.get(name)!.share
        }
        for (const [delay, share] of law(scale, 7).entries()) expect(share).toBeCloseTo(law(1, 0)[delay]!, 10)
      }),
    )
  })
})

describe('the forecast', () => {
  const said = (flow: MatterFlow) => {
    const answer = forecastFlow(flow, FORECAST_WEEKLY)
    if (!answer.ok) throw new Error(answer.about)
    return answer.horizons.flatMap(({ open, overdue }) => [open, overdue])
  }

  test('speaks of so many times as many matters exactly where it spoke of them', () => {
    const flow = asKnownAt(simulatedFlow(DILIGENT, 7), 125)
    const before = said(flow)
    const after = said({ ...flow, records: flow.records.map((record) => ({ ...record, count: 100 * record.count })) })
    expect(before.some(({ isSaid }) => isSaid)).toBe(true)
    expect(after.map(({ isSaid }) => isSaid)).toEqual(before.map(({ isSaid }) => isSaid))
    for (const [i, one] of before.entries()) {
      const other = after[i]!
      if (one.isSaid && other.isSaid) expect(other.value / 100 / one.value).toBeCloseTo(1, 1)
    }
  })

  test('of a stock speaks or not whatever the unit it is counted in', () => {
    const stocks = fc.array(fc.nat(40), { minLength: 90, maxLength: 90 })
    fc.assert(
      fc.property(stocks, fc.integer({ min: 2, max: 50 }), (changes, scale) => {
        let open = 0
        const observed = changes.map((change) => (open += change))
        const isSaid = (factor: number) => {
          const series = { frequency: 52, observed: observed.map((count) => factor * count) }
          const answer = forecastStock(series, FORECAST_WEEKLY)
          if (!answer.ok) throw new Error(answer.about)
          return answer.horizons.map((horizon) => horizon.isSaid)
        }
        expect(isSaid(scale)).toEqual(isSaid(1))
      }),
      { numRuns: 40 },
    )
  })

  test('gives a refusal or numbers, whatever it is given', () => {
    const step = fc.oneof(fc.integer({ min: -9, max: 70 }), fc.constantFrom(Number.NaN, 0.5, 1e300))
    const record = fc.record({ count: step, opened: step, due: fc.option(step), closed: fc.option(step) })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 4 }), step, (records, now) => {
        const answer = forecastFlow({ now, records }, FORECAST_WEEKLY)
        if (!answer.ok) return
        for (const { open, overdue } of answer.horizons)
          for (const one of [open, overdue])
            if (one.isSaid) expect([one.lower, one.value, one.upper].every(Number.isFinite)).toBe(true)
      }),
    )
  })
})

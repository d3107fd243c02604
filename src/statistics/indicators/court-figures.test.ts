import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { compareUnits } from '../funnel/compare-units.ts'
import type { Comparison, NamedCount } from '../funnel/comparison.ts'
import { type Indicator, readIndicator } from './indicator.ts'
import { INTERVAL_SETTINGS } from './measured.ts'

/** No licence is stated for these figures, so none of them is kept here: they are read where they are at hand. */
const COURTS = '../shared/data/court-stats-nj-municipal/court_years_to_2016.csv.gz'
const isAtHand = existsSync(COURTS)
if (!isAtHand) process.stdout.write(`Skipped: yearly figures of courts are not at ${COURTS}\n`)

type Court = { court: string; filings: number; resolutions: number; backlog: number; pending: number }

/** The courts of one county, all kinds of cases, the year to June 2016, by name. */
function courtsOf(county: string): Court[] {
  const rows = parse(gunzipSync(readFileSync(COURTS)), { columns: true }) as Record<string, string>[]
  return rows
    .filter((row) => row['county'] === county && row['period_end'] === '2016-06' && row['case_type'] === 'GrandTotal')
    .filter((row) => row['report_year'] === '2016-06')
    .map((row) => ({
      court: row['court'] ?? '',
      filings: Number(row['filings']),
      resolutions: Number(row['resolutions']),
      backlog: Number(row['backlog_over_goal']),
      pending: Number(row['active_pending']),
    }))
}

const indicator = (formula: string, kind: Indicator['kind'], more: Partial<Indicator> = {}): Indicator => ({
  id: 'figure',
  version: 1,
  title: { zh: '指标', en: 'indicator' },
  kind,
  formula,
  wanted: 'inside',
  ...more,
})
const readingOf = (each: Indicator, court: Court) => {
  const { court: _, ...counts } = court
  const answer = readIndicator(each, counts, INTERVAL_SETTINGS)
  if (!answer.ok) throw new Error(answer.about)
  return answer
}

/** ln n! by adding up, kept: nothing here is taken from what it checks. */
const LOG_FACTORIALS = [0]
function logFactorial(n: number): number {
  while (LOG_FACTORIALS.length <= n)
    LOG_FACTORIALS.push((LOG_FACTORIALS.at(-1) as number) + Math.log(LOG_FACTORIALS.length))
  return LOG_FACTORIALS[n] as number
}

/** P(at most k) and P(at least k) of a law of counts by adding up its probabilities. */
function tails(k: number, largest: number, logMass: (j: number) => number): [number, number] {
  let [below, above] = [0, 0]
  for (let j = 0; j <= largest; j++) {
    const mass = Math.exp(logMass(j))
    if (j <= k) below += mass
    if (j >= k) above += mass
  }
  return [below, above]
}

/** The same for units that differ: Simpson's rule over where a unit may lie, 400 steps over 8 spreads either way. */
function mixedTails(unit: NamedCount, { kind, scatter }: Comparison, wider: number): [number, number] {
  if (!scatter) throw new Error('no scatter')
  let [below, above, all] = [0, 0, 0]
  for (let step = 0; step <= 400; step++) {
    const z = -8 + step / 25
    const weight = (step === 0 || step === 400 ? 1 : step % 2 ? 4 : 2) * Math.exp((-z * z) / 2)
    const place = scatter.centre + z * wider * (z < 0 ? scatter.below : scatter.above)
    const mean = unit.denominator * Math.exp(place)
    const share = 1 / (1 + Math.exp(-place))
    const n = unit.denominator
    const [low, high] =
      kind === 'ratio'
        ? tails(
            unit.numerator,
            Math.ceil(mean + 12 * Math.sqrt(mean) + 60),
            (j) => j * Math.log(mean) - mean - logFactorial(j),
          )
        : tails(
            unit.numerator,
            n,
            (j) =>
              logFactorial(n) -
              logFactorial(j) -
              logFactorial(n - j) +
              j * Math.log(share) +
              (n - j) * Math.log1p(-share),
          )
    below += weight * low
    above += weight * high
    all += weight
  }
  return [below / all, above / all]
}

describe.skipIf(!isAtHand)('yearly figures of courts (only where the public data are at hand)', () => {
  const atlantic = isAtHand ? courtsOf('ATLANTIC') : []
  const named = (name: string) => atlantic.find(({ court }) => court === name) as Court

  test('give the values reckoned by hand', () => {
    expect(atlantic).toHaveLength(23)
    // 3,274 of 3,173; 3,227 of 4,099; 366 days with 266 pending and 3,274 resolved; 66 of 266 over the goal.
    expect(readingOf(indicator('resolutions / filings', 'ratio'), named('ABSECON')).measured.value).toBeCloseTo(
      1.0318311,
      7,
    )
    expect(readingOf(indicator('resolutions / filings', 'ratio'), named('NORTHFIELD')).measured.value).toBeCloseTo(
      0.7872652,
      7,
    )
    expect(readingOf(indicator('366 * pending / resolutions', 'ratio'), named('ABSECON')).measured.value).toBeCloseTo(
      29.7361,
      4,
    )
    expect(readingOf(indicator('100 * backlog / pending', 'share'), named('ABSECON')).measured.value).toBeCloseTo(
      24.81203,
      5,
    )
  })

  test('lie below, in or above a range exactly where tails added up one by one say so', () => {
    const range = { from: 0.95, to: 1.05 }
    const clearance = indicator('resolutions / filings', 'ratio', { range, fewest: 30 })
    for (const court of atlantic) {
      const { verdict } = readingOf(clearance, court)
      const all = court.resolutions + court.filings
      // Given the sum of both, the resolved are binomial; a ratio r makes their share r / (1 + r).
      const at = (ratio: number) => {
        const share = ratio / (1 + ratio)
        return tails(
          court.resolutions,
          all,
          (j) =>
            logFactorial(all) -
            logFactorial(j) -
            logFactorial(all - j) +
            j * Math.log(share) +
            (all - j) * Math.log1p(-share),
        )
      }
      const [isBelowFrom, isAboveFrom] = [at(range.from)[0] < 0.025, at(range.from)[1] < 0.025]
      const [isBelowTo, isAboveTo] = [at(range.to)[0] < 0.025, at(range.to)[1] < 0.025]
      const value = court.resolutions / court.filings
      const isIn = value >= range.from && value <= range.to
      const wanted =
        court.filings < 30
          ? 'too-few'
          : isBelowFrom
            ? 'below'
            : isAboveTo
              ? 'above'
              : isAboveFrom && isBelowTo
                ? 'inside'
                : isIn
                  ? 'likely-inside'
                  : 'unclear'
      expect(verdict, court.court).toBe(wanted)
    }
  })

  test.each(['ratio', 'proportion'] as const)(
    'stand out as a %s exactly where the summed tails of the mixed law say so',
    (kind) => {
      const units = courtsOf(kind === 'ratio' ? 'CAPE MAY' : 'ATLANTIC')
        .map(({ court, filings, resolutions, backlog, pending }) =>
          kind === 'ratio'
            ? { name: court, numerator: resolutions, denominator: filings }
            : { name: court, numerator: backlog, denominator: pending },
        )
        .filter(({ denominator }) => denominator <= 6000)
      const answer = compareUnits(units, { kind, fewest: 0 })
      if (!answer.ok) throw new Error(answer.about)
      expect(answer.method).toBe('additive')
      for (const unit of answer.units) {
        const limit = { outer: widening(answer, 0.001), inner: widening(answer, 0.025) }
        const [low, high] = mixedTails(unit, answer, limit.outer)
        const [edgeLow, edgeHigh] = mixedTails(unit, answer, limit.inner)
        const wanted =
          low < 0.001
            ? 'low'
            : high < 0.001
              ? 'high'
              : edgeLow < 0.025
                ? 'edge-low'
                : edgeHigh < 0.025
                  ? 'edge-high'
                  : 'alike'
        expect(unit.verdict, unit.name).toBe(wanted)
      }
    },
  )
})

/** Student's quantile over the normal one, by Simpson's rule on Student's density: the degrees are 0.6 of what is known, at least 3. */
function widening({ scatter }: Comparison, tail: number): number {
  const degrees = Math.max(3, 0.6 * (scatter?.known ?? 0))
  const density = (t: number) => (1 + (t * t) / degrees) ** (-(degrees + 1) / 2)
  // t = u / (1 - u) takes the endless half axis to 0 to 1.
  const area = (from: number) => {
    let sum = 0
    const start = from / (1 + from)
    for (let step = 0; step < 4000; step++) {
      const u = start + ((step + 0.5) * (1 - start)) / 4000
      sum += (density(u / (1 - u)) / (1 - u) ** 2) * ((1 - start) / 4000)
    }
    return sum
  }
  const whole = 2 * area(0)
  let [low, high] = [0, 200]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (area(middle) / whole > tail) low = middle
    else high = middle
  }
  return low / (tail === 0.001 ? 3.090232306167813 : 1.959963984540054)
}

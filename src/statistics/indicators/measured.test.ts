import { describe, expect, test } from 'vitest'
import { cepejFigures, efficiencyRate, oldPendingShare } from './cepej.ts'
import { agePending, clearanceRate, timeToDisposition, trialDateCertainty } from './cour-tools.ts'
import { INTERVAL_SETTINGS, type Measured, measuredRate, measuredRatio, measuredShare } from './measured.ts'
import { rangeVerdict } from './reference-range.ts'

const BY = INTERVAL_SETTINGS
const NONE = { ok: true, value: null, lower: null, upper: null }

describe('courts, by CourTools', () => {
  test('keeping up is a clearance of one; without cases there is none', () => {
    expect(clearanceRate(120, 100, BY)).toMatchObject({ value: 1.2 })
    expect(clearanceRate(3, 0, BY)).toEqual(NONE)
  })

  test('the day of the guideline still counts as in time', () => {
    expect(timeToDisposition([10, 90, 91, 200], 90, BY)).toMatchObject({ value: 0.5 })
    expect(timeToDisposition([], 90, BY)).toEqual(NONE)
  })

  test('open cases fall into one band each', () => {
    const answer = agePending([0, 30, 31, 90, 400, 1000], [30, 90, 365], BY)
    expect(answer).toMatchObject({ medianDays: 31, ninetiethDays: 1000 })
    expect(answer.ok && answer.bands.map(({ count }) => count)).toEqual([2, 2, 0, 2])
    expect(agePending([], [30], BY)).toMatchObject({ medianDays: null, bands: [{ share: NONE }, { share: NONE }] })
  })

  test('a trial held on its first date is certain', () => {
    expect(trialDateCertainty([1, 1, 2, 3, 3], BY)).toMatchObject({
      meanSettings: 2,
      onFirst: { value: 0.4 },
      withinTwo: { value: 0.6 },
    })
    expect(trialDateCertainty([], BY)).toMatchObject({ meanSettings: null, onFirst: NONE })
    expect(trialDateCertainty([0], BY)).toMatchObject({ code: 'bad-series', at: 1 })
  })
})

describe('courts, by CEPEJ', () => {
  const year = { pendingStart: 200, incoming: 500, resolved: 450, periodDays: 365 }

  test('what is left, how often it turns over, and how long it would take', () => {
    expect(cepejFigures(year, BY)).toMatchObject({
      pendingEnd: 250,
      clearanceRate: { value: 0.9 },
      turnover: { value: 1.8 },
      dispositionDays: { value: (365 * 250) / 450 },
    })
  })

  test('nothing resolved: no disposition time, never an endless one', () => {
    expect(cepejFigures({ ...year, resolved: 0 }, BY)).toMatchObject({ pendingEnd: 700, dispositionDays: NONE })
  })

  test('nothing left: no turnover', () => {
    const flow = { pendingStart: 0, incoming: 5, resolved: 5, periodDays: 90 }
    expect(cepejFigures(flow, BY)).toMatchObject({ turnover: NONE, dispositionDays: { value: 0 } })
  })

  test('one case in, one out is keeping up, with nearly everything left open by chance', () => {
    const answer = cepejFigures({ pendingStart: 0, incoming: 1, resolved: 1, periodDays: 366 }, BY)
    expect(answer).toMatchObject({ pendingEnd: 0, clearanceRate: { value: 1 }, dispositionDays: { value: 0 } })
    expect(answer.ok && (answer.clearanceRate.upper ?? 0) / (answer.clearanceRate.lower ?? 1)).toBeGreaterThan(1000)
  })

  test('a quarter without anything has no figure but the backlog', () => {
    expect(cepejFigures({ pendingStart: 7, incoming: 0, resolved: 0, periodDays: 91 }, BY)).toMatchObject({
      pendingEnd: 7,
      clearanceRate: NONE,
      turnover: { value: 0, lower: 0 },
      dispositionDays: NONE,
    })
  })

  test('a leap year has a day more', () => {
    expect(cepejFigures({ ...year, periodDays: 366 }, BY)).toMatchObject({
      dispositionDays: { value: (366 * 250) / 450 },
    })
  })

  test.each([
    ['pendingStart', { pendingStart: -5 }],
    ['pendingStart', { pendingStart: 0.5 }],
    ['pendingStart', { pendingStart: 1e12 }],
    ['incoming', { incoming: Number.NaN }],
    ['resolved', { resolved: -1 }],
    ['resolved', { resolved: 4.5 }],
    ['periodDays', { periodDays: 0 }],
  ])('a wrong %s is refused by its name', (about, wrong) => {
    expect(cepejFigures({ ...year, ...wrong }, BY)).toMatchObject({ ok: false, about })
  })

  test('efficiency is what was resolved by working post, and none without posts', () => {
    expect(efficiencyRate(450, 37.5, BY)).toMatchObject({ value: 12 })
    expect(efficiencyRate(450, 0, BY)).toEqual(NONE)
    expect(efficiencyRate(450, -1, BY)).toMatchObject({ ok: false, about: 'posts' })
  })

  test('more resolved than there were is refused', () => {
    expect(cepejFigures({ ...year, resolved: 701 }, BY)).toMatchObject({ ok: false, about: 'pendingEnd' })
    expect(oldPendingShare(3, 2, BY)).toMatchObject({ ok: false, about: 'more-than-all' })
  })
})

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

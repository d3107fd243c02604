import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAt, dayNumber } from '../../domain/time/day-number.ts'
import { referenceBlocks } from './reference-blocks.ts'
import { daysOf, referencesByDate, referencesByStep } from './reference-dates.ts'

const paper = { w: 3, noPeriods: 10, pastWeeksNotIncluded: 26 }
const fiveYears = referencesByStep(52, 5, 400).points
const blocks = (rule: Partial<typeof paper> = {}) => referenceBlocks(fiveYears, { ...paper, ...rule })!

describe('the season levels of the past', () => {
  test('are, in the paper, a window of seven weeks and nine runs of five a year', () => {
    const year = blocks().slice(0, 11)
    expect(year[0]).toEqual({ from: 400 - 260 - 3, to: 400 - 260 + 3, level: 9 })
    expect(year.slice(1, 10).map(({ from, to }) => to - from + 1)).toEqual(new Array(9).fill(5))
    expect(year.slice(1, 10).map(({ level }) => level)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('begin with the longer runs where the rest of the year does not divide', () => {
    const lengths = blocks({ noPeriods: 5 })
      .slice(1, 5)
      .map(({ from, to }) => to - from + 1)
    expect(lengths).toEqual([12, 11, 11, 11])
  })

  test('hold each week at most once, without gaps, up to the weeks left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 12 }), fc.nat(40), (w, noPeriods, left) => {
        const past = blocks({ w, noPeriods, pastWeeksNotIncluded: left })
        for (const [i, block] of past.entries()) if (i > 0) expect(block.from).toBe(past[i - 1]!.to + 1)
        expect(past[0]!.from).toBe(400 - 260 - w)
        expect(past.at(-1)!.to).toBe(Math.min(400, 400 - left - 1))
      }),
    )
  })

  test('are the windows alone with a single level', () => {
    const windows = blocks({ noPeriods: 1, pastWeeksNotIncluded: 3 })
    expect(windows).toHaveLength(5)
    expect(windows.every(({ from, to }) => to - from === 6)).toBe(true)
  })

  test('do not exist when there are more levels than weeks for them', () => {
    expect(referenceBlocks(fiveYears, { ...paper, noPeriods: 46 })).toBeDefined()
    expect(referenceBlocks(fiveYears, { ...paper, noPeriods: 47 })).toBeUndefined()
  })
})

describe('the same week of past years, by the calendar', () => {
  const mondays = Array.from({ length: 420 }, (_, i) => dayAt(dayNumber('2016-01-04') + 7 * i))
  const days = daysOf({ frequency: 52, observed: [], dates: mondays })!

  test('is the nearest one that is named by the same weekday', () => {
    const k = mondays.indexOf('2023-10-16') + 1
    const found = referencesByDate(days, 52, 3, k)
    if ('ok' in found) throw new Error(found.about)
    // 16 October was a Sunday, a Saturday and a Friday in the years before.
    expect(found.points.map((index) => mondays[index - 1])).toEqual([
      '2023-10-16',
      '2022-10-17',
      '2021-10-18',
      '2020-10-19',
    ])
    expect(found.timeSince(1, 11)).toBe(10)
  })

  test('of 29 February is 1 March', () => {
    const daily = Array.from({ length: 1200 }, (_, i) => dayNumber('2017-01-01') + i)
    const k = daily.indexOf(dayNumber('2020-02-29')) + 1
    const found = referencesByDate(daily, 365, 2, k)
    if ('ok' in found) throw new Error(found.about)
    expect(found.points.map((index) => dayAt(daily[index - 1]!))).toEqual(['2020-02-29', '2019-03-01', '2018-03-01'])
  })

  test('is refused where the series does not reach', () => {
    expect(referencesByDate(days, 52, 9, 400)).toMatchObject({ ok: false, code: 'history-too-short' })
  })
})

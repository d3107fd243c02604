import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../domain/time/day-number.ts'
import { addDays } from '../../domain/time/time.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import {
  addWorkingDays,
  dayInfo,
  isOff,
  isSettled,
  nextWorkingDay,
  previousWorkingDay,
  withOverrides,
  workingDaysBetween,
} from './calendar.ts'

const anyDay = fc.integer({ min: -1500, max: 8500 }).map((offset) => addDays('2007-01-01', offset))

/** The slow, obvious way: look at every day. */
function countOneByOne(from: string, to: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) count += isOff(chinaCalendar, day) ? 0 : 1
  return count
}

describe('the calendar', () => {
  test('2026 has 248 working days', () => {
    expect(workingDaysBetween(chinaCalendar, '2025-12-31', '2026-12-31')).toBe(248)
  })

  test('National Day 2026 is off, the Saturday after it is worked', () => {
    expect(dayInfo(chinaCalendar, '2026-10-01')).toMatchObject({ off: true, makeUp: false, name: '国庆节' })
    expect(dayInfo(chinaCalendar, '2026-10-10')).toMatchObject({ off: false, makeUp: true, name: '国庆节' })
    expect(dayInfo(chinaCalendar, '2026-10-11')).toEqual({ off: true, makeUp: false })
  })

  test('the working days around a holiday skip all of it', () => {
    expect(nextWorkingDay(chinaCalendar, '2026-09-30')).toBe('2026-10-08')
    expect(previousWorkingDay(chinaCalendar, '2026-10-08')).toBe('2026-09-30')
    expect(addWorkingDays(chinaCalendar, '2026-10-08', -3)).toBe('2026-09-28')
    expect(addWorkingDays(chinaCalendar, '2026-10-03', 0)).toBe('2026-10-03')
  })

  const settled = (from: string, to: string, calendar = chinaCalendar) =>
    isSettled(calendar, dayNumber(from), dayNumber(to))

  test('a year without a notice is not settled, nor are the last days of the year before it', () => {
    expect(settled('2026-01-01', '2026-12-28')).toBe(true)
    expect(settled('2026-12-28', '2026-12-29')).toBe(false)
    expect(settled('2025-12-28', '2026-01-04')).toBe(true)
    expect(settled('2027-01-01', '2027-01-01')).toBe(false)
    const named = Object.values(chinaCalendar.days).filter(
      ({ date, source }) => date.slice(5) >= '12' && !source.includes(date.slice(0, 4)),
    )
    expect(named.map(({ date }) => date.slice(5)).sort()[0]).toBe('12-29')
  })

  test('New Year, the first two days of May and of October three are off in a year without a notice too', () => {
    for (const day of ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-03', '2099-10-01'])
      expect(isOff(chinaCalendar, day)).toBe(true)
    expect(isOff(chinaCalendar, '2027-10-04')).toBe(false)
    expect(dayInfo(chinaCalendar, '2027-01-01')).toMatchObject({ name: '元旦', source: '全国年节及纪念日放假办法' })
  })

  test("days of a county's own document are settled from its first to the working day after its last", () => {
    const source = '示例政办发〔2026〕9号'
    const off = (date: string) => ({ date, off: true, name: '春节', source })
    const local = withOverrides(chinaCalendar, [off('2027-02-05'), off('2027-02-08'), off('2027-02-12')])
    expect(settled('2027-02-05', '2027-02-15', local)).toBe(true)
    expect(settled('2027-02-04', '2027-02-05', local)).toBe(false)
    expect(settled('2027-02-15', '2027-02-16', local)).toBe(false)
    const other = withOverrides(chinaCalendar, [off('2027-02-05'), { ...off('2027-06-09'), source: '另一份文件' }])
    expect(settled('2027-02-05', '2027-06-09', other)).toBe(false)
  })

  test("a county's own day off wins over the notice, and the notice's calendar stays as it was", () => {
    const own = { date: '2026-03-03', off: true, name: '壮族三月三', source: '示例政办发〔2026〕1号' }
    const local = withOverrides(chinaCalendar, [own])
    expect(isOff(local, '2026-03-03')).toBe(true)
    expect(isOff(chinaCalendar, '2026-03-03')).toBe(false)
    expect(workingDaysBetween(local, '2025-12-31', '2026-12-31')).toBe(247)
  })

  test('counting at once and counting one by one agree', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), (from, length) => {
        const to = addDays(from, length)
        expect(workingDaysBetween(chinaCalendar, from, to)).toBe(countOneByOne(from, to))
        expect(workingDaysBetween(chinaCalendar, to, from) + countOneByOne(from, to)).toBe(0)
      }),
    )
  })

  test('n working days after a day, n working days lie between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (day, count) => {
        const reached = addWorkingDays(chinaCalendar, day, count)
        expect(isOff(chinaCalendar, reached)).toBe(false)
        expect(workingDaysBetween(chinaCalendar, day, reached)).toBe(count)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../domain/time/time.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import {
  addWorkingDays,
  dayInfo,
  isOff,
  isPublished,
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

  test('a year without a notice has plain weekends and says so', () => {
    expect(isPublished(chinaCalendar, '2026-12-31')).toBe(true)
    expect(isPublished(chinaCalendar, '2027-01-01')).toBe(false)
    expect(isOff(chinaCalendar, '2027-01-01')).toBe(false)
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

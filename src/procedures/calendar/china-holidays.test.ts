import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../domain/time/time.ts'
import { chinaCalendar } from './china-holidays.ts'

/** The table the notices were copied from; not part of the repository. */
const TABLE = process.env['ANLAN_HOLIDAY_TABLE'] ?? '../shared/data/china-holidays/holidays.csv'

const worked = (day: string) =>
  !(chinaCalendar.days[day]?.off ?? [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))

const noticed = () => Object.values(chinaCalendar.days).filter(({ source }) => source.endsWith('通知'))

function workingDaysOf(year: number): number {
  let count = 0
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) count += worked(day) ? 1 : 0
  return count
}

describe('the holidays of mainland China', () => {
  test('2026 has 248 working days', () => expect(workingDaysOf(2026)).toBe(248))

  test('every year from 2007 to 2026 has between 247 and 254 working days', () => {
    expect(chinaCalendar.publishedYears).toEqual(Array.from({ length: 20 }, (_, index) => 2007 + index))
    for (const year of chinaCalendar.publishedYears) {
      expect(workingDaysOf(year), String(year)).toBeGreaterThanOrEqual(247)
      expect(workingDaysOf(year), String(year)).toBeLessThanOrEqual(254)
    }
  })

  test('678 days are named, 545 of them off', () => {
    const days = noticed()
    expect([days.length, days.filter((day) => day.off).length]).toEqual([678, 545])
  })

  test('a make-up day carries the name of the holiday it pays for, and its notice', () => {
    expect(chinaCalendar.days['2026-10-10']).toEqual({
      date: '2026-10-10',
      off: false,
      name: '国庆节',
      source: '国务院办公厅关于2026年部分节假日安排的通知',
    })
  })

  test('holidays that the regulation fixes by the sun stand in every year to come', () => {
    const fixed = Object.values(chinaCalendar.days).filter(({ source }) => source === '全国年节及纪念日放假办法')
    expect(fixed.filter(({ date }) => date.startsWith('2027')).map(({ date }) => date)).toEqual([
      '2027-01-01',
      '2027-05-01',
      '2027-05-02',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ])
    expect(fixed.some(({ date }) => date < '2027')).toBe(false)
  })

  test('a notice names days of the December before it', () => {
    expect(chinaCalendar.days['2022-12-31']?.source).toContain('2023')
  })

  test.skipIf(!existsSync(TABLE))(`the calendar equals the table it was copied from (needs ${TABLE})`, () => {
    const rows = readFileSync(TABLE, 'utf8').trim().split('\n').slice(1)
    const ours = noticed()
      .map((day) => `${day.date},${day.name},${day.off ? 1 : 0},${/(\d{4})年/.exec(day.source)?.[1]}`)
      .sort()
    expect(ours).toEqual(rows.map((row) => row.trim()).sort())
  })
})

import { CHINA_OFFSET_MS, type Day, type Instant } from './time.ts'

/** Days since 1970-01-01. Counting runs on numbers: a date string per step would make an import several times slower. */
export type DayNumber = number

const DAY_MS = 86_400_000

/** The number of a day; not a number for a text that names no day. */
export const dayNumber = (day: Day): DayNumber => Date.parse(`${day}T00:00:00.000Z`) / DAY_MS

/** The day with this number. */
export const dayAt = (number: DayNumber): Day => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** The China day, as a number, on which an instant falls. */
export const dayNumberOf = (instant: Instant): DayNumber => Math.floor((Date.parse(instant) + CHINA_OFFSET_MS) / DAY_MS)

/** The first instant of the China day with this number. */
export const startOfDayNumber = (number: DayNumber): Instant => instantAt(number * DAY_MS - CHINA_OFFSET_MS)

/** The instant at these milliseconds since 1970. */
export const instantAt = (milliseconds: number): Instant => new Date(milliseconds).toISOString()

/** 0 Sunday to 6 Saturday. 1970-01-01 was a Thursday. */
export const weekdayOf = (number: DayNumber): number => (((number + 4) % 7) + 7) % 7

/** The calendar year in which the day with this number lies. */
export const yearOf = (number: DayNumber): number => new Date(number * DAY_MS).getUTCFullYear()

/**
 * The corresponding day some months later, or the last day of that month when it has no such day
 * (Civil Code art. 202): 31 August and 6 months give 28 February. A year is 12 months, so 29 February gives 28 February.
 * Half a month is fifteen days (刑诉法解释 art. 202): a month and a half is a month, then fifteen days.
 */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const start = new Date(number * DAY_MS)
  const year = start.getUTCFullYear()
  const month = start.getUTCMonth() + Math.floor(months)
  // Day 0 of the month after is the last day of the month.
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const half = Number.isInteger(months) ? 0 : 15
  return Date.UTC(year, month, Math.min(start.getUTCDate(), last)) / DAY_MS + half
}

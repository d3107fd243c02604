/** A moment in UTC, ISO 8601 with milliseconds: `2026-09-28T01:12:00.000Z`. */
export type Instant = string

/** A calendar day without a zone: `2026-09-28`. Days are those of China Standard Time. */
export type Day = string

/** Days outside these years are typing errors: nothing in this system happened before the first nor is due after the last. */
export const FIRST_DAY: Day = '1949-01-01'
export const LAST_DAY: Day = '2100-12-31'

/** Whether a text is a day that the calendar has, from 1949 to 2100. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < FIRST_DAY || text > LAST_DAY) return false
  const at = Date.parse(`${text}T00:00:00.000Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text)
}

/** Units of legal periods. All day units leave the starting day out (Civil Procedure Law art. 85). */
export type PeriodUnit = 'minute' | 'hour' | 'calendarDay' | 'workingDay' | 'month' | 'year'

export type Period = { readonly length: number; readonly unit: PeriodUnit }

/** China Standard Time, UTC+8 without daylight saving since 1992, in milliseconds. */
export const CHINA_OFFSET_MS = 8 * 3_600_000

/** The China day on which an instant falls. */
export const dayOf = (instant: Instant): Day =>
  new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 10)

/** The first instant of a China day. */
export const startOfDay = (day: Day): Instant =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - CHINA_OFFSET_MS).toISOString()

/** The day `days` after (or, negative, before) a day. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / 86_400_000)

/** The instant at which a day has fully passed (24:00 China time): a period ending that day is met before it. */
export const endOfDay = (day: Day): Instant => startOfDay(addDays(day, 1))

/** The later of two instants. */
export const laterOf = (one: Instant, other: Instant): Instant => (other > one ? other : one)

/** The instant so many milliseconds after (or, negative, before) another. */
export const addMilliseconds = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString()

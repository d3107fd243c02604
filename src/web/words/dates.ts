import { ENGLISH_MONTHS } from '../../domain/time/months.ts'
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Locale } from '../../domain/wording/text.ts'

const ZH_WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const EN_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

const parts = (day: Day) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8, 10)),
})

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay()

/** 周四, Thu. */
export const weekdayText = (day: Day, locale: Locale): string =>
  (locale === 'zh' ? ZH_WEEKDAYS : EN_WEEKDAYS)[weekdayOf(day)] ?? ''

/** For text: 2026年10月8日 周四, Thu 8 October 2026. */
export function longDay(day: Day, locale: Locale): string {
  const { year, month, date } = parts(day)
  if (locale === 'zh') return `${year}年${month}月${date}日 ${weekdayText(day, locale)}`
  return `${weekdayText(day, locale)} ${date} ${ENGLISH_MONTHS[month - 1]} ${year}`
}

/** For sentences near by in time: 10月8日, 8 October. */
export function dayAndMonth(day: Day, locale: Locale): string {
  const { month, date } = parts(day)
  return locale === 'zh' ? `${month}月${date}日` : `${date} ${ENGLISH_MONTHS[month - 1]}`
}

/** For chips and columns: 10-08 or 8 Oct within the year of `today`, in full otherwise. */
export function shortDay(day: Day, today: Day, locale: Locale): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return locale === 'zh' ? day : `${shortEnglish(day)} ${day.slice(0, 4)}`
  return locale === 'zh' ? day.slice(5) : shortEnglish(day)
}

const shortEnglish = (day: Day) => `${parts(day).date} ${ENGLISH_MONTHS[parts(day).month - 1]?.slice(0, 3)}`

/** China time of day: 09:12. */
export const timeOf = (instant: Instant): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)

/** For the story of a matter: 9月23日 15:40, 23 Sep 15:40; with the year when it is another one. */
export function momentText(instant: Instant, today: Day, locale: Locale): string {
  const day = dayOf(instant)
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  const date = locale === 'zh' ? dayAndMonth(day, locale) : shortEnglish(day)
  if (sameYear) return `${date} ${timeOf(instant)}`
  return locale === 'zh'
    ? `${day.slice(0, 4)}年${date} ${timeOf(instant)}`
    : `${date} ${day.slice(0, 4)} ${timeOf(instant)}`
}

/** The days from `first`, `count` of them. */
export const daysFrom = (first: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index))

/** Until when: of what ends with a day that day, else the moment. */
export const untilText = (until: Instant, today: Day, locale: Locale): string =>
  startOfDay(dayOf(until)) === until ? dayAndMonth(addDays(dayOf(until), -1), locale) : momentText(until, today, locale)

import { dayNumber, instantAt, weekdayOf } from '../../domain/time/day-number.ts'
import { ENGLISH_MONTHS } from '../../domain/time/months.ts'
import { CHINA_OFFSET_MS, type Day, type Instant, type Period, type PeriodUnit } from '../../domain/time/time.ts'
import type { Locale } from '../../domain/wording/text.ts'

/** Days that follow each other, from the first to the last. */
export type DayRun = { readonly first: Day; readonly last: Day }

const ZH_WEEKDAYS = '日一二三四五六'
const EN_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const parts = (day: Day) => day.split('-').map(Number) as [number, number, number]

/** A day in words: 2026年10月8日 周四, Thu 8 October 2026. */
export function dayText(day: Day, locale: Locale): string {
  const [year, month, date] = parts(day)
  const weekday = weekdayOf(dayNumber(day))
  return locale === 'zh'
    ? `${year}年${month}月${date}日 周${ZH_WEEKDAYS[weekday]}`
    : `${EN_WEEKDAYS[weekday]} ${date} ${ENGLISH_MONTHS[month - 1]} ${year}`
}

/** A day in words without its year: 10月8日, 8 October. */
export function shortDayText(day: Day, locale: Locale): string {
  const [, month, date] = parts(day)
  return locale === 'zh' ? `${month}月${date}日` : `${date} ${ENGLISH_MONTHS[month - 1]}`
}

/** The time of day in China: 09:05. */
export const timeText = (instant: Instant) => instantAt(Date.parse(instant) + CHINA_OFFSET_MS).slice(11, 16)

/** Days that follow each other, in words: 9月17日至18日, 9月29日至10月2日. */
export function runText({ first, last }: DayRun, locale: Locale): string {
  if (first === last) return shortDayText(first, locale)
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7)
  if (locale === 'zh') {
    return `${shortDayText(first, 'zh')}至${isOneMonth ? `${parts(last)[2]}日` : shortDayText(last, 'zh')}`
  }
  return `${isOneMonth ? parts(first)[2] : shortDayText(first, 'en')} to ${shortDayText(last, 'en')}`
}

const ZH_UNITS: Record<PeriodUnit, string> = {
  minute: '分钟',
  hour: '小时',
  calendarDay: '日',
  workingDay: '个工作日',
  month: '个月',
  year: '年',
}
const EN_UNITS: Record<PeriodUnit, string> = {
  minute: 'minute',
  hour: 'hour',
  calendarDay: 'day',
  workingDay: 'working day',
  month: 'month',
  year: 'year',
}

/** A length in words: 15个工作日, 15 working days. */
export const periodText = ({ length, unit }: Period, locale: Locale): string =>
  locale === 'zh' ? `${length}${ZH_UNITS[unit]}` : `${length} ${EN_UNITS[unit]}${length === 1 ? '' : 's'}`

import { ENGLISH_MONTHS } from '../../../domain/time/months.ts'
import { CHINA_OFFSET_MS, type Day, type Instant } from '../../../domain/time/time.ts'
import type { Locale } from '../../../domain/wording/text.ts'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** China's day and clock do not depend on the server's zone. */
const parts = (instant: Instant) => {
  const at = new Date(Date.parse(instant) + CHINA_OFFSET_MS)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    weekday: at.getUTCDay(),
    time: at.toISOString().slice(11, 16),
  }
}
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `9月24日`, `24 September`. */
export const shortDay = (day: Day, locale: Locale): string => {
  const { month, day: date } = parts(`${day}T00:00:00.000Z`)
  return locale === 'zh' ? `${month}月${date}日` : `${date} ${ENGLISH_MONTHS[month - 1]}`
}

/** `10月9日 周五`, `Fri 9 October`; with the year when it is not this one. */
export const dayInWords = (day: Day, locale: Locale, thisYear: string): string => {
  const { year, weekday } = parts(`${day}T00:00:00.000Z`)
  const other = String(year) !== thisYear
  return locale === 'zh'
    ? `${other ? `${year}年` : ''}${shortDay(day, locale)} ${WEEKDAYS[weekday]}`
    : `${DAYS[weekday]} ${shortDay(day, locale)}${other ? ` ${year}` : ''}`
}

/** `9月24日 19:42`, `24 September 19:42`. */
export const momentInWords = (instant: Instant, locale: Locale): string => {
  const { month, day, time } = parts(instant)
  return locale === 'zh' ? `${month}月${day}日 ${time}` : `${day} ${ENGLISH_MONTHS[month - 1]} ${time}`
}

/** `2026年9月24日 周四 19:42`, `Thu 24 September 2026 19:42`. */
export const fullMoment = (instant: Instant, locale: Locale): string => {
  const { year, month, day, weekday, time } = parts(instant)
  return locale === 'zh'
    ? `${year}年${month}月${day}日 ${WEEKDAYS[weekday]} ${time}`
    : `${DAYS[weekday]} ${day} ${ENGLISH_MONTHS[month - 1]} ${year} ${time}`
}

import { type Day, dayOf, type Instant } from '../../domain/time/time.ts'

const DIGITS = '〇一二三四五六七八九'

const digits = (year: string) => [...year].map((digit) => DIGITS[Number(digit)]).join('')

/** 1 to 99 as days and months are read: 五, 十, 十二, 二十, 三十一. */
function upToHundred(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`
  return ten + (ones === 0 ? '' : DIGITS[ones])
}

/** 2026年3月5日. */
export const dayText = (day: Day): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** 二〇二六年三月五日. */
export const dayInWords = (day: Day): string =>
  `${digits(day.slice(0, 4))}年${upToHundred(Number(day.slice(5, 7)))}月${upToHundred(Number(day.slice(8, 10)))}日`

/** 2026年3月5日9时30分. */
export function momentText(instant: Instant): string {
  const time = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${dayText(dayOf(instant))}${Number(time.slice(0, 2))}时${time.slice(3)}分`
}

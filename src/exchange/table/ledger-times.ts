import type { Day, Instant } from '../../domain/time/time.ts'
import { chineseNumber } from './chinese-number.ts'
import { createLocalClock, createTimeReader } from './local-time.ts'

/** A moment as a ledger writes it; `isDay` when it names a day and no time. */
export type LedgerTime = { readonly at: Instant; readonly day: Day; readonly isDay: boolean }

/** Undefined for a text that is no date, or that could be two different ones. */
export type LedgerTimes = (text: string) => LedgerTime | undefined

export type LedgerTimeRules = {
  /** `Asia/Shanghai`; short names such as CST are several zones. */
  readonly zone: string
  /** Ways of writing that leave a choice: `d/M/yyyy`, `M/d/yyyy h:mm a`. Year first is always read. */
  readonly formats: readonly string[]
  /** The year of dates written without one: 3月5日. */
  readonly year?: number | undefined
}

/** Whether a zone names one place: `CST` is China and the middle of America alike. */
export const isOneZone = (zone: string): boolean => zone.includes('/') || zone === 'UTC'

const YEAR_FIRST =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d\d)(\d\d))(?:[T\s]*(\d{1,2})[:时点](?:(\d{1,2})(?:[:分](?:(\d{1,2})(?:[.,]\d{1,9})?秒?)?)?)?)?$/
const MONTH_FIRST = /^(\d{1,2})月(\d{1,2})[日号]?(?:\s*(\d{1,2})[:时点](?:(\d{1,2})(?:[:分](?:(\d{1,2})秒?)?)?)?)?$/
const SERIAL = /^(\d{5})(\.\d+)?$/
/** Serial numbers of a spreadsheet from 1954 to 2119, in days since 30 December 1899. */
const SERIALS = { first: 20_000, last: 80_000, start: Date.UTC(1899, 11, 30) }
const DAY_MS = 86_400_000

const HALF = /\s*(上午|早上|凌晨|中午|下午|傍晚|晚上|夜间|\b[ap]\.?\s?m\b\.?)\s*/i
const WEEKDAY = /\s*[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?\s*/
const OFFSET = /(\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s*(Z|[+-]\d\d:?\d\d)$/i

/**
 * Reads dates and times as people and spreadsheets write them, several ways in one file: 2026-03-05, 2026/3/5, 2026.3.5,
 * 2026年3月5日, 20260305, serial numbers, 上午/下午 and AM/PM, an offset behind the time.
 * @throws RangeError when the zone or a format cannot be used
 */
export function createLedgerTimes({ zone, formats, year }: LedgerTimeRules): LedgerTimes {
  const clock = createLocalClock(zone)
  const utc = createLocalClock('UTC')
  const given = formats.map((format) => {
    const plain = format
      .replace(/\s*a+\s*/g, ' ')
      .trim()
      .replaceAll('h', 'H')
    return { read: createTimeReader(zone, plain), isDay: !/H/.test(plain) }
  })
  const byFormat = (text: string): LedgerTime | undefined => {
    for (const { read, isDay } of given) {
      const found = read(text)
      if (found) return { ...found, isDay }
    }
    return undefined
  }
  const written = (text: string, at: typeof clock): LedgerTime | undefined => {
    const full = YEAR_FIRST.exec(text)
    const short = full || year === undefined ? null : MONTH_FIRST.exec(text)
    const parts = full
      ? [full[1], full[3] ?? full[5] ?? full[7], full[4] ?? full[6] ?? full[8], full[9], full[10], full[11]]
      : short && [String(year), ...short.slice(1)]
    if (!parts) return undefined
    const [y = 0, m = 0, d = 0, ...time] = parts.map((part) => Number(part ?? 0))
    const found = at(y, m, d, time[0] ?? 0, time[1] ?? 0, time[2] ?? 0)
    return found && { ...found, isDay: parts[3] === undefined }
  }
  const serial = (text: string): LedgerTime | undefined => {
    const [, days = '', part] = SERIAL.exec(text) ?? []
    if (days === '' || Number(days) < SERIALS.first || Number(days) > SERIALS.last) return undefined
    const moment = new Date(SERIALS.start + Number(days) * DAY_MS + Math.round(Number(part ?? 0) * 86_400) * 1000)
    const [y, m, d] = [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()]
    const found = clock(y, m, d, moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds())
    return found && { ...found, isDay: part === undefined }
  }
  return (text) => {
    const exact = byFormat(text)
    if (exact) return exact
    const plain = inDayHours(inDigits(text).normalize('NFKC').replace(WEEKDAY, ' ').trim())
    if (plain === undefined) return undefined
    const [, time, offset] = OFFSET.exec(plain) ?? []
    if (time === undefined || offset === undefined) return byFormat(plain) ?? written(plain, clock) ?? serial(plain)
    const there = written(plain.replace(OFFSET, '$1'), utc)
    return there && { ...there, at: new Date(Date.parse(there.at) - offsetMs(offset)).toISOString() }
  }
}

const NUMERALS = '[〇○零一二三四五六七八九十]'
/** A day as official papers write it: 二〇二六年三月五日; its year may be left out. Days of the moon (正月, 初五) are none. */
const IN_NUMERALS = new RegExp(`^(?:([〇○零Ｏ一二三四五六七八九]{4})年)?(${NUMERALS}{1,2})月(${NUMERALS}{1,3})[日号]?`)

function inDigits(text: string): string {
  const plain = text.trim()
  const [whole, year, month = '', day = ''] = IN_NUMERALS.exec(plain) ?? []
  if (whole === undefined) return text
  const digits = [year?.replaceAll('Ｏ', '〇'), month, day].map((part) => part && chineseNumber(part))
  if (digits.some((part, index) => part === undefined && (index > 0 || year !== undefined))) return text
  return `${year ? `${digits[0]}年` : ''}${digits[1]}月${digits[2]}日${plain.slice(whole.length)}`
}

function offsetMs(offset: string): number {
  if (/z/i.test(offset)) return 0
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** The text with the hour counted from midnight, without 下午 or PM; undefined where no such hour exists. */
function inDayHours(text: string): string | undefined {
  const half = HALF.exec(text)?.[1]
  if (half === undefined) return text
  const plain = text.replace(HALF, ' ').trim()
  const [hours] = /\d{1,2}(?=[:时点])/.exec(plain) ?? []
  if (hours === undefined) return undefined
  const hour = Number(hours)
  const isLate = /^(?:下午|傍晚|晚上|夜间|p)/i.test(half)
  const isNoon = half === '中午'
  if (!isLate && !isNoon && hour > 12) return undefined
  // 晚上12点 and 夜间2点 are of the next day for some and of this one for others.
  if (/^(?:晚上|夜间)/.test(half) && (hour < 5 || hour === 12)) return undefined
  const moved = isLate || (isNoon && hour < 4) ? (hour < 12 ? hour + 12 : hour) : isNoon ? hour : hour % 12
  return plain.replace(/\d{1,2}(?=[:时点])/, String(moved))
}

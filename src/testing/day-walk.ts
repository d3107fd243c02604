/**
 * Due days by walking from day to day, as a clerk with a wall calendar would: slow, plain, and sharing nothing with the
 * engine, so that the two can be held against each other. Days are `YYYY-MM-DD`.
 */
export type WalkedCalendar = {
  /** Named days: off or worked. All others are off on Saturday and Sunday. */
  readonly named: ReadonlyMap<string, boolean>
}
export type WalkedPeriod = { readonly length: number; readonly unit: 'calendarDay' | 'workingDay' | 'month' | 'year' }
export type Walked = {
  readonly start: string
  readonly period?: WalkedPeriod
  readonly setDay?: string
  readonly roll: 'next' | 'previous' | 'none'
  readonly pauses: readonly { readonly first: string; readonly last: string }[]
  readonly extensions: readonly WalkedPeriod[]
}

const parse = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}
const pad = (number: number) => String(number).padStart(2, '0')
const write = (year: number, month: number, date: number) => `${year}-${pad(month)}-${pad(date)}`

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** The day after, by the lengths of the months. */
export function tomorrow(day: string): string {
  const { year, month, date } = parse(day)
  if (date < daysIn(year, month)) return write(year, month, date + 1)
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1)
}

function yesterday(day: string): string {
  const { year, month, date } = parse(day)
  if (date > 1) return write(year, month, date - 1)
  return month > 1 ? write(year, month - 1, daysIn(year, month - 1)) : write(year - 1, 12, 31)
}

/** 0 Sunday to 6 Saturday, by Zeller's congruence. */
function weekday(day: string): number {
  const { year, month, date } = parse(day)
  const [m, y] = month < 3 ? [month + 12, year - 1] : [month, year]
  const h =
    (date + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7
  return (h + 6) % 7
}

export const isFree = ({ named }: WalkedCalendar, day: string): boolean =>
  named.get(day) ?? (weekday(day) === 0 || weekday(day) === 6)

/** The same date so many months on, or the last of the month where it has none. */
function monthsOn(day: string, months: number): string {
  let { year, month } = parse(day)
  for (let left = months; left > 0; left -= 1) {
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return write(year, month, Math.min(parse(day).date, daysIn(year, month)))
}

/** How many days a period has, counted out one by one. */
function daysUntil(from: string, to: string): number {
  let days = 0
  for (let day = from; day < to; day = tomorrow(day)) days += 1
  return days
}

const isPaused = (pauses: Walked['pauses'], day: string) =>
  pauses.some(({ first, last }) => first <= day && day <= last)

/** Goes on day by day until so many days have counted. */
function walk(
  calendar: WalkedCalendar,
  pauses: Walked['pauses'],
  from: string,
  days: number,
  working: boolean,
): string {
  let day = from
  for (let left = days; left > 0; ) {
    day = tomorrow(day)
    if (isPaused(pauses, day) || (working && isFree(calendar, day))) continue
    left -= 1
  }
  return day
}

function after(calendar: WalkedCalendar, { pauses }: Walked, from: string, { length, unit }: WalkedPeriod): string {
  if (unit === 'workingDay') return walk(calendar, pauses, from, length, true)
  const end = unit === 'calendarDay' ? undefined : monthsOn(from, unit === 'year' ? 12 * length : length)
  return walk(calendar, pauses, from, end === undefined ? length : daysUntil(from, end), false)
}

/** The last day of the whole, and where it is due once a last day off has moved on; with the day to aim at before days off. */
export function walkToDue(calendar: WalkedCalendar, clock: Walked): { raw: string; due: string; target?: string } {
  const { start, setDay, period, extensions, roll, pauses } = clock
  let raw = start
  if (setDay !== undefined)
    raw = setDay <= start ? setDay : walk(calendar, pauses, start, daysUntil(start, setDay), false)
  else if (period) raw = after(calendar, clock, raw, period)
  for (const extension of extensions) raw = after(calendar, clock, raw, extension)
  let due = raw
  if (roll === 'next') while (isFree(calendar, due)) due = tomorrow(due)
  if (roll !== 'previous' || !isFree(calendar, raw)) return { raw, due }
  let target = raw
  while (target > start && isFree(calendar, target)) target = yesterday(target)
  return target > start ? { raw, due, target } : { raw, due }
}

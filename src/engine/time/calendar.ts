import type { Calendar, CalendarDay } from '../../domain/time/calendar.ts'
import { type DayNumber, dayAt, dayNumber, weekdayOf, yearOf } from '../../domain/time/day-number.ts'
import type { Day } from '../../domain/time/time.ts'

/** A calendar prepared for counting. `shifts` are the listed days that differ from a plain week, in order. */
type Counted = {
  readonly off: ReadonlyMap<DayNumber, boolean>
  readonly shifts: readonly DayNumber[]
  /** Working days won or lost up to and including the shift of the same index. */
  readonly sums: readonly number[]
  readonly years: ReadonlySet<number>
}

// Derived from the calendar and nothing else, so it can never be out of date; goes when the calendar goes.
const counted = new WeakMap<Calendar, Counted>()

const isWeekend = (number: DayNumber) => weekdayOf(number) === 0 || weekdayOf(number) === 6

function prepare(calendar: Calendar): Counted {
  const off = new Map(Object.values(calendar.days).map((day) => [dayNumber(day.date), day.off]))
  const shifts = [...off].filter(([number, isOff]) => isOff !== isWeekend(number)).sort(([a], [b]) => a - b)
  let sum = 0
  const sums = shifts.map(([, isOff]) => (sum += isOff ? -1 : 1))
  return { off, shifts: shifts.map(([number]) => number), sums, years: new Set(calendar.publishedYears) }
}

function countedOf(calendar: Calendar): Counted {
  const known = counted.get(calendar)
  if (known) return known
  const made = prepare(calendar)
  counted.set(calendar, made)
  return made
}

/** Whether the day with this number is off: by its notice, else on Saturday and Sunday. */
export const isOffNumber = (calendar: Calendar, number: DayNumber): boolean =>
  countedOf(calendar).off.get(number) ?? isWeekend(number)

/** Whether a day is off: by its notice, else on Saturday and Sunday. */
export const isOff = (calendar: Calendar, day: Day): boolean => isOffNumber(calendar, dayNumber(day))

/** The first working day after the day with this number. */
export function nextWorkingNumber(calendar: Calendar, number: DayNumber): DayNumber {
  let next = number + 1
  while (isOffNumber(calendar, next)) next += 1
  return next
}

/** The last working day before the day with this number. */
export function previousWorkingNumber(calendar: Calendar, number: DayNumber): DayNumber {
  let previous = number - 1
  while (isOffNumber(calendar, previous)) previous -= 1
  return previous
}

/** The first working day after a day. */
export const nextWorkingDay = (calendar: Calendar, day: Day): Day => dayAt(nextWorkingNumber(calendar, dayNumber(day)))

/** The last working day before a day. */
export const previousWorkingDay = (calendar: Calendar, day: Day): Day =>
  dayAt(previousWorkingNumber(calendar, dayNumber(day)))

/** Working days after `from`, up to and including `to`; negative when `to` is earlier. Takes the same time for a week and a century. */
export const workingDaysBetween = (calendar: Calendar, from: Day, to: Day): number =>
  workingNumbersBetween(calendar, dayNumber(from), dayNumber(to))

/** As `workingDaysBetween`, by day numbers. */
export const workingNumbersBetween = (calendar: Calendar, from: DayNumber, to: DayNumber): number =>
  workingDaysUpTo(countedOf(calendar), to) - workingDaysUpTo(countedOf(calendar), from)

/** Working days since Monday 5 January 1970, the day itself included. */
function workingDaysUpTo({ shifts, sums }: Counted, number: DayNumber): number {
  const since = number - 4
  const weeks = Math.floor((since + 1) / 7)
  const rest = since + 1 - weeks * 7
  return weeks * 5 + Math.min(rest, 5) + (sums[lastUpTo(shifts, number)] ?? 0)
}

/** Index of the last entry not above the number, or -1. */
function lastUpTo(sorted: readonly DayNumber[], number: DayNumber): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= number) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The day `count` working days after (or, negative, before) a day; the day itself when `count` is 0. */
export const addWorkingDays = (calendar: Calendar, day: Day, count: number): Day =>
  dayAt(addWorkingNumbers(calendar, dayNumber(day), count))

/** As `addWorkingDays`, by day numbers. */
export function addWorkingNumbers(calendar: Calendar, number: DayNumber, count: number): DayNumber {
  const step = count < 0 ? previousWorkingNumber : nextWorkingNumber
  let reached = number
  for (let left = Math.abs(count); left > 0; left -= 1) reached = step(calendar, reached)
  return reached
}

/**
 * The calendar with days of a tenant's own documents added; they win over the State Council notice. What one document names
 * in a year is settled from its first to its last day, and to the working day that follows.
 */
export function withOverrides(calendar: Calendar, days: readonly CalendarDay[]): Calendar {
  const own = { ...calendar, days: { ...calendar.days, ...Object.fromEntries(days.map((day) => [day.date, day])) } }
  const named = new Map<string, Day[]>()
  for (const { date, source } of days) {
    const key = `${date.slice(0, 4)} ${source}`
    named.set(key, [...(named.get(key) ?? []), date].sort())
  }
  const settled = [...named.values()].map((dates) => ({
    first: dates[0] ?? '',
    last: nextWorkingDay(own, dates.at(-1) ?? ''),
  }))
  return { ...own, settled }
}

/** The notice of the next year may name days from this one on: none since 2007 reached further back. */
const NAMED_BY_NEXT = '12-29'

/** Whether all days from one to another are known to be off or worked: by a published notice, or a tenant's document. */
export function isSettled(calendar: Calendar, from: DayNumber, to: DayNumber): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!isPublished(calendar, year) && !isOwn(calendar, from, to, `${year}-01-01`, `${year}-12-31`)) return false
    const isLast = isPublished(calendar, year) && !isPublished(calendar, year + 1)
    if (isLast && !isOwn(calendar, from, to, `${year}-${NAMED_BY_NEXT}`, `${year}-12-31`)) return false
  }
  return true
}

const isPublished = (calendar: Calendar, year: number) => countedOf(calendar).years.has(year)

/** Whether documents of the tenant's own settle what the days asked about share with a doubtful stretch. */
function isOwn({ settled = [] }: Calendar, from: DayNumber, to: DayNumber, doubtful: Day, until: Day): boolean {
  const [first, last] = [Math.max(from, dayNumber(doubtful)), Math.min(to, dayNumber(until))]
  for (let day = first; day <= last; day += 1) {
    const date = dayAt(day)
    if (!settled.some((span) => span.first <= date && date <= span.last)) return false
  }
  return true
}

/** What a screen says of a day. `makeUp` is a weekend day that is worked; `name` is its holiday. */
export type DayInfo = {
  readonly off: boolean
  readonly makeUp: boolean
  readonly name?: string
  readonly source?: string
}

/** What the calendar knows of a day. */
export function dayInfo(calendar: Calendar, day: Day): DayInfo {
  const listed = calendar.days[day]
  const off = isOff(calendar, day)
  return {
    off,
    makeUp: !off && isWeekend(dayNumber(day)),
    ...(listed ? { name: listed.name, source: listed.source } : {}),
  }
}

import { present } from '../../domain/present.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { type DayNumber, dayAt, weekdayOf } from '../../domain/time/day-number.ts'
import type { Day } from '../../domain/time/time.ts'
import { dayInfo, isOff } from '../time/calendar.ts'
import { type DayUnit, inSpans, type Span } from '../time/counting.ts'
import type { Stretch } from '../time/due-point.ts'

export type DayKind = 'start' | 'counted' | 'off' | 'makeUp' | 'paused' | 'due' | 'outside'

/** One day of the week grid. `ordinal` is its number in the count; `name` the holiday it is off for or makes up for. */
export type DayCell = {
  readonly date: Day
  readonly kind: DayKind
  readonly ordinal?: number
  readonly off?: true
  readonly makeUp?: true
  readonly name?: string
  readonly today?: true
}

/** Three years. A mistyped century must not draw a million cells. */
export const MOST_DAYS = 3 * 53 * 7

/** A count in days, by day numbers. */
export type Count = {
  readonly calendar: Calendar
  readonly unit: DayUnit
  readonly start: DayNumber
  readonly raw: DayNumber
  readonly due: DayNumber
  readonly stretches: readonly Stretch[]
  readonly spans: readonly Span[]
  /** A pause that goes on: from its first day to today. */
  readonly open?: Span
  readonly today: DayNumber
}

/** The last day of interest: the due day, or today while a pause goes on. */
export const lastShown = ({ open, raw, due }: Count) => (open ? open.last : Math.max(raw, due))
/** Days from the start to the last day of interest. */
export const lengthInDays = (count: Count) => lastShown(count) - Math.min(count.start, count.due)

/** Whole weeks from the Monday before the start to the Sunday after the last day; none beyond three years. */
export function cellsOf(count: Count): DayCell[] {
  if (lengthInDays(count) > MOST_DAYS) return []
  const from = Math.min(count.start, count.due)
  const to = lastShown(count)
  const monday = from - ((weekdayOf(from) + 6) % 7)
  const sunday = to + ((7 - weekdayOf(to)) % 7)
  const cells: DayCell[] = []
  let ordinal = 0
  for (let day = monday; day <= sunday; day += 1) {
    const kind = kindOf(count, day)
    const isNext = isCounted(count, day)
    if (isNext) ordinal += 1
    cells.push(cellOf(count, day, kind, isNext ? ordinal : undefined))
  }
  return cells
}

const cellOf = ({ calendar, today }: Count, day: DayNumber, kind: DayKind, ordinal: number | undefined): DayCell => {
  const date = dayAt(day)
  const { off, makeUp, name } = dayInfo(calendar, date)
  return {
    date,
    kind,
    ...present({
      ordinal,
      off: off || undefined,
      makeUp: makeUp || undefined,
      name,
      today: day === today || undefined,
    }),
  }
}

/** Days that are left out, whatever they are, and days that the count does not reach. */
const isPaused = ({ spans, open }: Count, day: DayNumber) => inSpans(open ? [...spans, open] : spans, day)
const isInside = ({ start, raw, open }: Count, day: DayNumber) => day > start && day <= (open ? open.last : raw)

function isCounted(count: Count, day: DayNumber): boolean {
  if (!isInside(count, day) || isPaused(count, day)) return false
  return counts(count, day)
}

/** Whether the day would count but for a pause: an extension may count days that the period itself leaves out. */
const counts = (count: Count, day: DayNumber) =>
  unitOn(count, day) === 'calendarDay' || !isOff(count.calendar, dayAt(day))

const unitOn = ({ stretches, unit }: Count, day: DayNumber) => stretches.find(({ last }) => day <= last)?.unit ?? unit

function kindOf(count: Count, day: DayNumber): DayKind {
  const { open, due, start, calendar } = count
  if (day === due && !open) return 'due'
  if (day === start) return 'start'
  const { off, makeUp } = dayInfo(calendar, dayAt(day))
  // Between the last day of the count and the day to which it moved.
  if (!isInside(count, day)) return !open && day > start && day < due ? 'off' : 'outside'
  if (off && !counts(count, day)) return 'off'
  if (isPaused(count, day)) return 'paused'
  return makeUp ? 'makeUp' : 'counted'
}

/** Days that a pause really cost: those in between that would have counted. */
export function daysLeftOut(count: Count, from: DayNumber, to: DayNumber): number {
  let days = 0
  for (let day = from; day <= to; day += 1) days += counts(count, day) ? 1 : 0
  return days
}

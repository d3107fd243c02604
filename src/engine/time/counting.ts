import type { Pause } from '../../domain/procedure/deadline.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { addMonths, type DayNumber, dayNumber } from '../../domain/time/day-number.ts'
import type { Period } from '../../domain/time/time.ts'
import { isOffNumber, nextWorkingNumber, workingNumbersBetween } from './calendar.ts'

/** Whole days that do not count, both ends left out. */
export type Span = { readonly first: DayNumber; readonly last: DayNumber }

/** The pauses that have ended, in order and merged: a day that two of them name is left out once. */
export function closedPauses(pauses: readonly Pause[]): Span[] {
  const spans = pauses
    .flatMap(({ firstDay, lastDay }) => (lastDay ? [{ first: dayNumber(firstDay), last: dayNumber(lastDay) }] : []))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first)
  const merged: Span[] = []
  for (const span of spans) {
    const previous = merged.at(-1)
    if (previous && span.first <= previous.last + 1) {
      merged[merged.length - 1] = { first: previous.first, last: Math.max(previous.last, span.last) }
    } else merged.push(span)
  }
  return merged
}

/** Whether a day lies in one of the spans. */
export const inSpans = (spans: readonly Span[], number: DayNumber): boolean =>
  spans.some(({ first, last }) => first <= number && number <= last)

/**
 * The last day of a period that begins after `start`, with the spans left out.
 * Calendar days, months and years move on by the days left out; a span that this brings into the period counts too.
 * Working days inside a span are not counted, and no day is added at the end.
 */
export function lastDayOf(start: DayNumber, period: Period, spans: readonly Span[], calendar: Calendar): DayNumber {
  switch (period.unit) {
    case 'calendarDay':
      return movedBySpans(start, start + period.length, spans)
    case 'month':
      return movedBySpans(start, addMonths(start, period.length), spans)
    case 'year':
      return movedBySpans(start, addMonths(start, 12 * period.length), spans)
    case 'workingDay':
      return workingDayAfter(start, period.length, spans, calendar)
    case 'hour':
    case 'minute':
      throw new Error(`a period of ${period.unit}s has no last day`)
  }
}

/**
 * `end`, later by every day of the spans that lies after `start` and within the period as it grows. A day set on the start
 * or before it leaves no days that a span could leave out.
 */
export function movedBySpans(start: DayNumber, end: DayNumber, spans: readonly Span[]): DayNumber {
  if (end <= start) return end
  let moved = end
  for (const { first, last } of spans) {
    if (last <= start) continue
    if (first > moved) break
    moved += last - Math.max(first, start + 1) + 1
  }
  return moved
}

function workingDayAfter(start: DayNumber, count: number, spans: readonly Span[], calendar: Calendar): DayNumber {
  let reached = start
  for (let left = count; left > 0; ) {
    reached = nextWorkingNumber(calendar, reached)
    if (!inSpans(spans, reached)) left -= 1
  }
  return reached
}

/** How a clock counts its days: a month or a year counts calendar days while it runs. */
export type DayUnit = 'workingDay' | 'calendarDay'

/** Days of this unit after `from`, up to and including `to`, without those in the spans; 0 when `to` is not later. */
export function daysCounted(
  unit: DayUnit,
  from: DayNumber,
  to: DayNumber,
  spans: readonly Span[],
  calendar: Calendar,
): number {
  const between = (after: DayNumber, last: DayNumber) =>
    last <= after ? 0 : unit === 'workingDay' ? workingNumbersBetween(calendar, after, last) : last - after
  const leftOut = spans.map(({ first, last }) => between(Math.max(first - 1, from), Math.min(last, to)))
  return between(from, to) - leftOut.reduce((sum, days) => sum + days, 0)
}

/** The last working day after `start` and up to `last`; undefined when there is none: nobody finishes before it begins. */
export function workingDayUpTo(last: DayNumber, start: DayNumber, calendar: Calendar): DayNumber | undefined {
  let day = last
  while (day > start && isOffNumber(calendar, day)) day -= 1
  return day > start ? day : undefined
}

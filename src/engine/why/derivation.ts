import { present } from '../../domain/present.ts'
import type { Clock, GrantedExtension, Pause } from '../../domain/procedure/deadline.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { dayAt, dayNumber, dayNumberOf, yearOf } from '../../domain/time/day-number.ts'
import { type Day, dayOf, type Instant, type Period } from '../../domain/time/time.ts'
import { dayInfo } from '../time/calendar.ts'
import { closedPauses, type DayUnit } from '../time/counting.ts'
import { duePoint, stretchesOf } from '../time/due-point.ts'
import { standing } from '../time/standing.ts'
import { type Count, cellsOf, type DayCell, daysLeftOut, lastShown, lengthInDays, MOST_DAYS } from './day-cells.ts'

/** Days left out of the count, pauses that touch taken together. `days` are in the unit of the count; open without `lastDay`. */
export type PausedDays = {
  readonly firstDay: Day
  readonly lastDay?: Day
  readonly days: number
  readonly reason: string
  readonly document?: string
}

/** How a last day moved on from a day off. `name` is the holiday; without it the day is a weekend. */
export type Roll = { readonly from: Day; readonly to: Day; readonly name?: string }

/** How a due day comes about: what the screen draws, the print shows and the tests check. */
export type Derivation = {
  readonly code: string
  readonly deadline: string
  readonly startedAt: Instant
  readonly start: Day
  /** Absent when an order or an imported ledger set the day. */
  readonly period?: Period
  readonly setDay?: Day
  readonly setAt?: Instant
  /** The day it counts back from. */
  readonly before?: { readonly day: Day; readonly clearDays: number }
  readonly document?: string
  /** What the count counts; absent for hours and minutes. Months and years count calendar days. */
  readonly unit?: DayUnit
  /** Whole weeks from Monday to Sunday; none for hours and minutes and for more than three years. */
  readonly cells: readonly DayCell[]
  /** More than twelve weeks: the screen may fold the middle. */
  readonly long: boolean
  /** Years whose notices the count used. */
  readonly noticeYears: readonly number[]
  readonly pauses: readonly PausedDays[]
  readonly extensions: readonly GrantedExtension[]
  /** Last day before it moved. */
  readonly raw?: Day
  readonly roll?: Roll
  /** The earlier working day to aim at: nothing is late before the due day. */
  readonly targetOn?: Day
  readonly dueOn?: Day
  readonly dueAt: Instant
  readonly provisional: boolean
  /** The due day had there been no pause. */
  readonly withoutPauses?: Day
  /** While paused: days that are left when it resumes. The due day is open until then. */
  readonly leftWhenResumed?: number
}

const LONG_DAYS = 12 * 7

/** How the due day of a clock comes about, as it stands at a moment. */
export function derive(clock: Clock, calendar: Calendar, now: Instant): Derivation {
  const { rawOn, dueOn, targetOn, dueAt, provisional } = duePoint(clock, calendar)
  const facts = {
    code: clock.code,
    deadline: clock.deadline,
    startedAt: clock.startedAt,
    start: dayOf(clock.startedAt),
    ...present({
      period: clock.period,
      setDay: clock.setDay,
      setAt: clock.setAt,
      before: clock.before,
      document: clock.document,
    }),
    extensions: clock.extensions,
    dueAt,
    provisional,
  }
  if (!rawOn || !dueOn) return { ...facts, cells: [], long: false, noticeYears: [], pauses: [] }
  const count = countOf(clock, rawOn, dueOn, calendar, now)
  const cells = cellsOf(count)
  const without = clock.pauses.length > 0 ? duePoint({ ...clock, pauses: [] }, calendar).dueOn : undefined
  return {
    ...facts,
    unit: count.unit,
    cells,
    long: cells.length > LONG_DAYS || lengthInDays(count) > MOST_DAYS,
    noticeYears: noticeYearsOf(count),
    pauses: pausedDays(clock.pauses, count),
    raw: rawOn,
    ...present({
      roll: rollOf(rawOn, dueOn, calendar),
      targetOn,
      withoutPauses: without === dueOn && !count.open ? undefined : without,
    }),
    dueOn,
    ...present({
      leftWhenResumed: count.open ? leftWhenResumed(clock, calendar, now) : undefined,
    }),
  }
}

function countOf(clock: Clock, rawOn: Day, dueOn: Day, calendar: Calendar, now: Instant): Count {
  const today = dayNumberOf(now)
  const due = dayNumber(dueOn)
  const pause = clock.state === 'paused' ? clock.pauses.find(({ lastDay }) => !lastDay) : undefined
  const first = pause ? dayNumber(pause.firstDay) : undefined
  const start = dayNumberOf(clock.startedAt)
  const spans = closedPauses(clock.pauses)
  const stretches = stretchesOf(clock, start, spans, calendar)
  return {
    calendar,
    unit: stretches[0]?.unit ?? 'calendarDay',
    start,
    raw: dayNumber(rawOn),
    due,
    stretches,
    spans,
    ...(first !== undefined && first <= due ? { open: { first, last: Math.max(first, today) } } : {}),
    today,
  }
}

function noticeYearsOf(count: Count): number[] {
  const years: number[] = []
  for (let year = yearOf(count.start); year <= yearOf(lastShown(count)); year += 1) {
    if (count.calendar.publishedYears.includes(year)) years.push(year)
  }
  return years
}

function rollOf(raw: Day, due: Day, calendar: Calendar): Roll | undefined {
  if (raw === due) return undefined
  return {
    from: raw,
    to: due,
    ...present({ name: dayInfo(calendar, raw).name }),
  }
}

/** Closed pauses that touch are one line with all their reasons; the open one stands by itself. */
function pausedDays(pauses: readonly Pause[], count: Count): PausedDays[] {
  const reach = lastShown(count)
  const closed = count.spans.map(({ first, last }): PausedDays => {
    const parts = pauses.filter(
      ({ firstDay, lastDay }) => lastDay && dayNumber(firstDay) <= last && dayNumber(lastDay) >= first,
    )
    const days = daysLeftOut(count, Math.max(first, count.start + 1), Math.min(last, reach))
    return { firstDay: dayAt(first), lastDay: dayAt(last), days, ...wordsOf(parts) }
  })
  const { open } = count
  if (!open) return closed
  const days = daysLeftOut(count, open.first, open.last)
  return [...closed, { firstDay: dayAt(open.first), days, ...wordsOf(pauses.filter(({ lastDay }) => !lastDay)) }]
}

function wordsOf(pauses: readonly Pause[]): Pick<PausedDays, 'reason' | 'document'> {
  const joined = (words: readonly (string | undefined)[]) => [...new Set(words.filter(Boolean))].join('；')
  const document = joined(pauses.map((pause) => pause.document))
  return { reason: joined(pauses.map((pause) => pause.reason)), ...(document ? { document } : {}) }
}

function leftWhenResumed(clock: Clock, calendar: Calendar, now: Instant): number | undefined {
  const { workingDaysLeft, calendarDaysLeft } = standing(clock, now, calendar)
  return workingDaysLeft ?? calendarDaysLeft
}

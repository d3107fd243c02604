import type { Period } from '../../../domain/time/time.ts'
import { type Day, dayOf, type Instant } from '../../../domain/time/time.ts'
import type { Locale } from '../../../domain/wording/text.ts'
import type { Standing } from '../../../engine/time/standing.ts'
import { longDay, shortDay, timeOf } from '../../words/dates.ts'
import type { Words } from '../../words/zh.ts'

/** What a chip shows in bold, what beside it, and the day in full for screen readers and the tooltip. */
export type DueText = { readonly main: string; readonly rest: string; readonly label: string }

export type DueWording = {
  readonly words: Words
  readonly locale: Locale
  readonly now: Instant
  readonly short?: boolean
}

const HOUR = 60
const DAY = 24 * HOUR

/** A standing in words. `period` lets the last day say of how many it is the last. */
export function dueText(
  due: Standing,
  { words, locale, now, short = false }: DueWording,
  endedAt?: Instant,
  period?: Period,
): DueText {
  const today = dayOf(now)
  const day: Day = due.dueOn ?? dayOf(due.dueAt)
  const rest = restOf(due, words, short, period)
  const full = due.dueOn ? longDay(day, locale) : `${longDay(day, locale)} ${timeOf(due.dueAt)}`
  const label = `${words.due.label}${words.colon}${full}`
  switch (due.kind) {
    case 'today':
      return { main: words.due.today, rest: due.dueOn ? rest : words.due.before(timeOf(due.dueAt)), label }
    case 'paused':
      return { main: words.due.paused, rest, label }
    case 'met':
    case 'lapsed':
      return { main: shortDay(endedAt ? dayOf(endedAt) : day, today, locale), rest, label }
    case 'running':
    case 'soon':
    case 'overdue':
    case 'held':
    case 'cancelled':
      return {
        main:
          due.dueOn || short ? shortDay(day, today, locale) : `${shortDay(day, today, locale)} ${timeOf(due.dueAt)}`,
        rest,
        label,
      }
  }
}

function restOf(due: Standing, words: Words, short: boolean, period?: Period): string {
  const { due: say } = words
  if (due.kind === 'met') return due.late === undefined ? say.met : say.metLate
  if (due.kind === 'held') return due.late === undefined ? say.held : say.heldLate
  if (due.kind === 'lapsed') return say.lapsed
  if (due.kind === 'cancelled') return say.cancelled
  if (due.provisional && due.kind !== 'overdue') return say.provisional
  if (due.kind === 'overdue') return lateText(due, words)
  if (due.kind === 'today' && due.dueOn) {
    return period && period.length > 1 && period.unit === 'workingDay'
      ? say.lastOf(period.length, say.workingDay)
      : say.lastDay
  }
  if (due.kind === 'paused') {
    return due.workingDaysLeft !== undefined
      ? say.remaining(due.workingDaysLeft, say.workingDay)
      : say.remainingCalendar(due.calendarDaysLeft ?? 0)
  }
  return leftText(due, words, short)
}

function leftText(
  { minutesLeft, workingDaysLeft, calendarDaysLeft }: Standing,
  { due: say, period }: Words,
  short: boolean,
): string {
  if (short && workingDaysLeft !== undefined) return period.workingDay(workingDaysLeft)
  if (short && calendarDaysLeft !== undefined) return period.calendarDay(calendarDaysLeft)
  if (minutesLeft !== undefined)
    return minutesLeft >= HOUR ? say.leftHours(Math.floor(minutesLeft / HOUR)) : say.leftMinutes(minutesLeft)
  if (workingDaysLeft !== undefined) return say.left(workingDaysLeft, say.workingDay)
  return say.leftCalendar(calendarDaysLeft ?? 0)
}

function lateText({ unit, late = 1 }: Standing, { due: say }: Words): string {
  if (unit === 'workingDay') return say.late(late, say.workingDay)
  if (unit === 'calendarDay') return say.lateCalendar(late)
  // Past two days nobody counts hours any more.
  if (late >= 2 * DAY) return say.lateCalendar(Math.floor(late / DAY))
  return late >= HOUR ? say.lateHours(Math.floor(late / HOUR)) : say.lateMinutes(late)
}

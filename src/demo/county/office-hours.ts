import type { Calendar } from '../../domain/time/calendar.ts'
import { addDays, CHINA_OFFSET_MS, type Day, dayOf, type Instant } from '../../domain/time/time.ts'
import { addWorkingDays, isOff } from '../../engine/time/calendar.ts'
import type { Dice } from '../dice.ts'

const MINUTE_MS = 60_000

/** An instant of a China day, in minutes after midnight. */
export const momentOf = (day: Day, minutes: number): Instant =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - CHINA_OFFSET_MS + minutes * MINUTE_MS).toISOString()

/** Some minute of an office day: more in the morning, a lunch break, nothing after half past five. */
export const officeMinute = (dice: Dice): number =>
  dice.chance(0.6) ? dice.between(8 * 60 + 35, 11 * 60 + 55) : dice.between(14 * 60 + 5, 17 * 60 + 25)

/**
 * A moment in office hours so many working days after an instant; with 0 later the same day, or the next working day
 * when the day is over or off. Never before the instant.
 */
export function officeMoment(calendar: Calendar, after: Instant, workingDays: number, dice: Dice): Instant {
  const day = dayOf(after)
  const first = isOff(calendar, day) ? addWorkingDays(calendar, day, 1) : day
  const at = momentOf(addWorkingDays(calendar, first, workingDays), officeMinute(dice))
  if (at > after) return at
  const sameDay = new Date(Date.parse(after) + dice.between(8, 50) * MINUTE_MS).toISOString()
  return dayOf(sameDay) === day ? sameDay : momentOf(addDays(day, 1), 9 * 60)
}

import type { Matter } from '../domain/matter.ts'
import type { Procedure } from '../domain/procedure.ts'
import { dayOf, endOfDay, type Instant, type Period } from '../domain/time.ts'
import { addMonths, dayAt, dayNumber } from './day-number.ts'

/** A retention period in days, for comparing; months and years at their longest. */
const DAYS: Record<Period['unit'], number> = { minute: 0, hour: 0, calendarDay: 1, workingDay: 2, month: 31, year: 366 }

/**
 * When the personal fields of a closed matter must be unreadable: the longest retention among the fields its forms ask for,
 * counted from the closing day. Undefined while it is open or when it has none (Personal Information Protection Law arts 19, 47).
 */
export function shredAt(procedure: Procedure, matter: Matter): Instant | undefined {
  if (!matter.closedAt || matter.shreddedAt) return undefined
  const periods = Object.values(procedure.forms).flatMap((form) => Object.values(form.fields).flatMap((field) => (field.personal ? [field.personal.retention] : [])))
  const [longest] = periods.sort((a, b) => b.length * DAYS[b.unit] - a.length * DAYS[a.unit])
  if (!longest) return undefined
  return endOfDay(dayAfter(dayOf(matter.closedAt), longest))
}

function dayAfter(day: string, { length, unit }: Period): string {
  const start = dayNumber(day)
  switch (unit) {
    case 'year':
      return dayAt(addMonths(start, 12 * length))
    case 'month':
      return dayAt(addMonths(start, length))
    case 'calendarDay':
      return dayAt(start + length)
    case 'workingDay':
    case 'hour':
    case 'minute':
      throw new Error(`a retention is counted in days, months or years, not in ${unit}s`)
  }
}

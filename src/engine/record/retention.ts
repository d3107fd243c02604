import type { Matter } from '../../domain/matter/matter.ts'
import { personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { addMonths, dayAt, dayNumber } from '../../domain/time/day-number.ts'
import { dayOf, endOfDay, type Instant, type Period } from '../../domain/time/time.ts'

/** A retention period in days, for comparing; months and years at their longest. */
const DAYS: Record<Period['unit'], number> = { minute: 0, hour: 0, calendarDay: 1, workingDay: 2, month: 31, year: 366 }

/**
 * When the personal fields of a closed matter must be unreadable: the longest retention among the fields its forms ask for,
 * counted from the closing day. Undefined while it is open, while another matter has it kept, or when it has none (Personal Information Protection Law arts 19, 47).
 */
export function shredAt(procedure: Procedure, matter: Matter): Instant | undefined {
  if (!matter.closedAt || matter.shreddedAt || matter.restrictions) return undefined
  const longest = longestOf(procedure)
  if (!longest) return undefined
  return endOfDay(dayAfter(dayOf(matter.closedAt), longest))
}

// Derived from the definition and nothing else; an import asks for it thousands of times a second.
const longests = new WeakMap<Procedure, { readonly period: Period | undefined }>()

function longestOf(procedure: Procedure): Period | undefined {
  const known = longests.get(procedure)
  if (known) return known.period
  const periods = Object.values(procedure.forms).flatMap((form) =>
    Object.values(form.fields).flatMap((field) => personalOf(field)?.retention ?? []),
  )
  const [period] = periods.sort((a, b) => b.length * DAYS[b.unit] - a.length * DAYS[a.unit])
  longests.set(procedure, { period })
  return period
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

import type { ReturnCycle, ReturnForm, ReturnPeriod } from '../../domain/returns/return-views.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { type Day, dayOf, isDay } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { periodsOf } from '../schedule/periods.ts'
import { addWorkingDays } from '../time/calendar.ts'

const yearOf = (day: Day) => Number(day.slice(0, 4))

/** The periods of a cycle that have begun, the newest first, and no more of them than asked for. */
export function begunPeriods(cycle: ReturnCycle, today: Day, most: number): ReturnPeriod[] {
  if (cycle === 'none') return []
  return [yearOf(today), yearOf(today) - 1, yearOf(today) - 2, yearOf(today) - 3]
    .flatMap((year) => periodsOf(year, cycle).reverse())
    .filter(({ first }) => first <= today)
    .slice(0, most)
}

/** The period that a key names: one of the cycle, or for a form without one two days. Undefined when it names none. */
export function periodOfKey(cycle: ReturnCycle, key: string): ReturnPeriod | undefined {
  if (cycle !== 'none') {
    const year = Number(/^\d{4}/.exec(key)?.[0])
    return year >= 1949 && year <= 2100 ? periodsOf(year, cycle).find((period) => period.key === key) : undefined
  }
  const [first = '', last = '', ...more] = key.split('_')
  if (!isDay(first) || !isDay(last) || first > last || more.length > 0) return undefined
  return { key, first, last, title: text(`${first}至${last}`, `${first} to ${last}`) }
}

/** The day by which a form goes up: the how-manyth working day after its period. */
export const dueDayOf = (
  { dueDay }: Pick<ReturnForm, 'dueDay'>,
  { last }: ReturnPeriod,
  calendar: Calendar,
): Day | undefined => (dueDay === undefined ? undefined : addWorkingDays(calendar, last, dueDay))

/**
 * The last period that is over and owed: not one that was due before the office took the form in.
 * A form without a cycle owes none.
 */
export function owedPeriod(
  form: Pick<ReturnForm, 'cycle' | 'dueDay' | 'addedAt' | 'endedAt'>,
  today: Day,
  calendar: Calendar,
): ReturnPeriod | undefined {
  if (form.endedAt) return undefined
  const over = begunPeriods(form.cycle, today, 2).find(({ last }) => last < today)
  if (!over) return undefined
  return (dueDayOf(form, over, calendar) ?? over.last) >= dayOf(form.addedAt) ? over : undefined
}

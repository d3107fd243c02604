import { type Cycle, type DayInPeriod, offsetOf } from '../../domain/procedure/schedule.ts'
import { addDays, type Day } from '../../domain/time/time.ts'
import { type Text, text } from '../../domain/wording/text.ts'

/** One month, quarter, half or whole year. */
export type CalendarPeriod = { readonly key: string; readonly first: Day; readonly last: Day; readonly title: Text }

const MONTHS: Readonly<Record<Cycle, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 }
const QUARTERS = ['一', '二', '三', '四']

/** Every period of a year, in order. */
export function periodsOf(year: number, every: Cycle): CalendarPeriod[] {
  const months = MONTHS[every]
  return Array.from({ length: 12 / months }, (_, index) => ({
    key: keyOf(year, every, index),
    first: firstOf(year, index * months),
    last: addDays(firstOf(year, (index + 1) * months), -1),
    title: titleOf(year, every, index),
  }))
}

/** The first day of a month counted from January of a year, which may lie in the next. */
const firstOf = (year: number, month: number): Day =>
  `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

function keyOf(year: number, every: Cycle, index: number): string {
  if (every === 'year') return `${year}`
  if (every === 'month') return `${year}-${String(index + 1).padStart(2, '0')}`
  return `${year}${every === 'quarter' ? 'Q' : 'H'}${index + 1}`
}

function titleOf(year: number, every: Cycle, index: number): Text {
  if (every === 'year') return text(`${year}年`, `${year}`)
  if (every === 'month') return text(`${year}年${index + 1}月`, keyOf(year, every, index))
  if (every === 'quarter') return text(`${year}年第${QUARTERS[index]}季度`, `${year} Q${index + 1}`)
  return text(`${year}年${index === 0 ? '上' : '下'}半年`, `${year} H${index + 1}`)
}

/** The day that lies so in a period. */
export const dayIn = ({ first, last }: CalendarPeriod, day: DayInPeriod): Day =>
  addDays(day.at === 'start' ? first : last, offsetOf(day))

/** The periods that open after one day and not after another, in order. */
export function periodsOpening(every: Cycle, opens: DayInPeriod, after: Day, until: Day): CalendarPeriod[] {
  // Nothing opens more than a year and a half from its period.
  const years = Array.from({ length: yearOf(until) - yearOf(after) + 5 }, (_, index) => yearOf(after) - 2 + index)
  return years
    .flatMap((year) => periodsOf(year, every))
    .filter((period) => dayIn(period, opens) > after && dayIn(period, opens) <= until)
}

const yearOf = (day: Day) => Number(day.slice(0, 4))

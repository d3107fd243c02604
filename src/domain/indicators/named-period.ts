import { addDays, type Day, daysBetween } from '../time/time.ts'
import { type Text, text } from '../wording/text.ts'

/** A period by its name in addresses: `2026`, `2026-Q3`, `2026-09`. */
export type NamedPeriod = { readonly name: string; readonly from: Day; readonly to: Day }

export const PERIOD_NAME = /^(20\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/

/** Reads the name of a period; undefined when it is none. */
export function namedPeriod(name: string): NamedPeriod | undefined {
  const [, year = '', quarter, month] = PERIOD_NAME.exec(name) ?? []
  if (!year) return undefined
  const first = quarter ? 3 * Number(quarter) - 3 : month ? Number(month) - 1 : 0
  const length = quarter ? 3 : month ? 1 : 12
  const from = dayOfMonth(Number(year) * 12 + first)
  return { name, from, to: addDays(dayOfMonth(Number(year) * 12 + first + length), -1) }
}

const dayOfMonth = (months: number): Day =>
  `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01` as Day

/** The quarter of a day. */
const quarterOf = (day: Day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The last quarter that is over: with a running one small numbers would be compared. */
export const lastQuarter = (today: Day): string =>
  quarterOf(addDays(`${namedPeriod(quarterOf(today))?.from ?? today}`, -1))

/** Periods to choose from: eight quarters and the running one, twelve months, three years. */
export function periodChoices(today: Day): string[] {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const quarters = Array.from({ length: 9 }, (_, at) => quarterOf(dayOfMonth(months - 3 * at)))
  const single = Array.from({ length: 12 }, (_, at) => dayOfMonth(months - at).slice(0, 7))
  const years = [0, 1, 2].map((at) => String(Number(today.slice(0, 4)) - at))
  return [...new Set([...quarters, ...single, ...years])]
}

export const periodDays = ({ from, to }: NamedPeriod): number => daysBetween(from, to) + 1

/** What a period is called. */
export function periodName(name: string): Text {
  const [, year = '', quarter, month] = PERIOD_NAME.exec(name) ?? []
  if (quarter) return text(`${year}年第${'一二三四'[Number(quarter) - 1]}季度`, `${year} Q${quarter}`)
  return month ? text(`${year}年${Number(month)}月`, `${year}-${month}`) : text(`${year}年`, year)
}

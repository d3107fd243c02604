import type { Day } from './time.ts'

/** A day that the yearly State Council notice (or a tenant's own document) names: off, or a make-up working day. */
export type CalendarDay = { readonly date: Day; readonly off: boolean; readonly name: string; readonly source: string }

/**
 * The days of one jurisdiction. A day not listed is off on Saturday and Sunday.
 * `publishedYears` are the years whose notice is known; a deadline that reaches beyond them is provisional, but not where
 * a document of the tenant's own has `settled` the days, both ends included.
 */
export type Calendar = {
  readonly days: Readonly<Record<Day, CalendarDay>>
  readonly publishedYears: readonly number[]
  readonly settled?: readonly { readonly first: Day; readonly last: Day }[]
}

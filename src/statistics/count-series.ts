/** Counts of one series (unit, category, place, …) in time order, at equal steps. Never a person. */
export type CountSeries = {
  /** Steps a year: 365 for days, 52 for weeks, 12 for months. */
  readonly frequency: number
  /** One count a step; null where nothing was reported, which is not the same as zero. */
  readonly observed: readonly (number | null)[]
  /** Year and position within it of the first count, 1-based; only seasonal terms look at it. */
  readonly start?: readonly [year: number, epoch: number]
  /** Calendar days `YYYY-MM-DD`, one a count (a week is named by any fixed weekday). */
  readonly dates?: readonly string[]
  /** Exposure (people, reporting units, …), one a count. */
  readonly population?: readonly (number | null)[]
}

/** No office has as many matters in a day; larger numbers are a slip, and would cost digits and time. */
export const LARGEST_COUNT = 1e9

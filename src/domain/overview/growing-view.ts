import type { Day } from '../time/time.ts'

/** What grew unusually: of a unit or of a category (`kind/category`), with what was to be expected. */
export type GrowingRow = {
  readonly unitId?: string
  readonly category?: string
  readonly count: number
  readonly expected: number
  /** The most that is usual. */
  readonly usual: number
  /** The last weeks, the judged one last. */
  readonly weeks: readonly number[]
}

/** The last whole week judged by the house detector. `chance` is the chance of each series to be here though nothing is wrong. */
export type GrowingView = {
  readonly monday: Day
  readonly judged: number
  /** Series too short to be judged. */
  readonly tooShort: number
  readonly chance: number
  readonly rows: readonly GrowingRow[]
}

import type { Day, Instant } from '../time/time.ts'
import type { MatterRow } from '../views/views.ts'

/** Open, overdue and major now; registered and closed in the days looked at. */
export type OverviewSums = {
  readonly open: number
  readonly overdue: number
  /** Open and of the highest level. */
  readonly major: number
  readonly opened: number
  readonly closed: number
}

/** A unit right below the one looked at with all below it, or that unit's own. `overdueSince`: the longest of its overdue ones. */
export type UnitLine = OverviewSums & {
  readonly unitId: string
  readonly own?: true
  readonly overdueSince?: Instant
}
export type KindLine = OverviewSums & { readonly kind: string }
/** What was registered and closed on a day, where there was something. */
export type DayCount = { readonly day: Day; readonly opened: number; readonly closed: number }
/** A matter, and since when it is over its time, if it is. */
export type RedRow = MatterRow & { readonly overdueSince?: Instant }

/** Everything a leader looks at, of one unit with all below it, in the reader's sight. Lines stand in the order of the administration. */
export type OverviewView = {
  readonly now: Instant
  readonly unitId: string
  /** The first of the days in which `opened` and `closed` of the sums lie. */
  readonly from: Day
  readonly all: OverviewSums
  readonly units: readonly UnitLine[]
  readonly kinds: readonly KindLine[]
  /** From the Monday two years and a week back. */
  readonly days: readonly DayCount[]
  readonly overdue: readonly RedRow[]
  readonly major: readonly RedRow[]
  readonly oldest: readonly MatterRow[]
}

/** Days whose work is counted in the tables: four weeks. */
export const RECENT_DAYS = 28
/** Whole weeks looked back, and as many before them to compare with. */
export const YEAR_WEEKS = 52

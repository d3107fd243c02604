import type { Level } from '../matter/level.ts'
import type { Day, Instant } from '../time/time.ts'
import type { OverviewSums, UnitLine } from './overview-view.ts'

/**
 * One that is red, as everybody in a room may read it: kind, unit, number, and how late or until when. No title and no place in
 * words, since people write names into both.
 */
export type WallRow = {
  readonly reference: string
  readonly kind: string
  readonly unitId: string
  readonly placeUnitId?: string
  readonly level?: Level
  readonly overdueSince?: Instant
  readonly dueOn?: Day
}

export type WeekCount = { readonly monday: Day; readonly opened: number; readonly closed: number }

/** What hangs on the wall of a command room: counts, units, numbers of matters; nobody's name. */
export type WallView = {
  readonly now: Instant
  readonly unitId: string
  readonly all: OverviewSums
  readonly units: readonly UnitLine[]
  readonly urgent: readonly WallRow[]
  /** Whole weeks, the last first before this one. */
  readonly weeks: readonly WeekCount[]
  readonly due: readonly { readonly day: Day; readonly count: number }[]
  /** What ends next of what is still in time, the soonest first. */
  readonly next: readonly WallRow[]
  /** The last signed state of the log, and when somebody outside last put a name to one. Absent before the first. */
  readonly log?: { readonly size: number; readonly at: Instant; readonly witnessedAt?: Instant }
}

export const WALL_WEEKS = 26
export const WALL_DAYS = 14

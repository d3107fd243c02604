import type { Calendar } from '../time/calendar.ts'
import type { Directory } from '../unit/unit.ts'
import type { DeadlineOverride } from './deadline.ts'
import type { Procedure } from './procedure.ts'
import type { ScheduleChoice } from './schedule.ts'

/** Everything a decision may look at besides the matter: definitions, days, units, and the tenant's own lengths by `procedure.deadline`. */
export type Rulebook = {
  readonly procedures: readonly Procedure[]
  readonly calendar: Calendar
  readonly directory: Directory
  readonly overrides: Readonly<Record<string, DeadlineOverride>>
  /** Procedures whose references are numbered without a gap. */
  readonly gapFree?: readonly string[]
  /** What opens by itself here, by `procedure.schedule`. */
  readonly schedules?: Readonly<Record<string, ScheduleChoice>>
}

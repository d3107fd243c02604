import type { Calendar } from './calendar.ts'
import type { DeadlineOverride } from './deadline.ts'
import type { Procedure } from './procedure.ts'
import type { Directory } from './unit.ts'

/** Everything a decision may look at besides the matter: definitions, days, units, and the tenant's own lengths by `procedure.deadline`. */
export type Rulebook = {
  readonly procedures: readonly Procedure[]
  readonly calendar: Calendar
  readonly directory: Directory
  readonly overrides: Readonly<Record<string, DeadlineOverride>>
}

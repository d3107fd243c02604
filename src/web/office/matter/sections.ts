import type { Clock } from '../../../domain/procedure/deadline.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { MatterView } from '../../../domain/views/views.ts'
import { leadingClock } from '../../../engine/time/leading-clock.ts'

/** What every part of the page gets. */
export type SectionProps = { readonly view: MatterView; readonly procedure: Procedure }

/** A layout also knows how a step is begun; `into`: the reference of the matter that this one is merged into. */
export type LayoutProps = SectionProps & { readonly take: (stepId: string, into?: string) => void }

const RANK: Record<Clock['state'], number> = {
  overdue: 0,
  running: 0,
  held: 1,
  paused: 1,
  met: 2,
  lapsed: 2,
  cancelled: 3,
}

/** Running clocks by due time, then paused, then ended ones, the latest first. */
export const sortedClocks = (clocks: readonly Clock[]): Clock[] =>
  [...clocks].sort(
    (a, b) =>
      RANK[a.state] - RANK[b.state] ||
      (RANK[a.state] === 0 ? compare(a.dueAt, b.dueAt) : compare(b.startedAt, a.startedAt)),
  )

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The clock the head of the page shows: what ends first; of a matter that is over, what outlasts it, if anything does. */
export const headClock = ({ matter }: MatterView): Clock | undefined => leadingClock(matter.clocks)

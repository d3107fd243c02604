import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { dayAt, dayNumber, dayNumberOf } from '../../domain/time/day-number.ts'
import type { Day, Instant } from '../../domain/time/time.ts'
import { closedPauses } from './counting.ts'
import { isAlive } from './deadlines.ts'
import { duePoint } from './due-point.ts'

/** A time limit as a bar shows it, in calendar days: what was used, what was left out, what more time gave, what is left. */
export type LimitParts = {
  /** The day from which it counts; the next is the first that does. */
  readonly start: Day
  readonly dueOn: Day
  readonly used: number
  readonly excluded: number
  /** By how many days grants moved the last day. */
  readonly extended: number
  readonly left: number
  readonly late: number
  /** Days do not count now. */
  readonly stands: boolean
}

/** A limit in days, months or years, of which days may be left out or which may be longer. */
const isElastic = (procedure: Procedure, { deadline, period, holder, state }: Clock): boolean => {
  const rule = procedure.deadlines[deadline]
  const exact = period?.unit === 'hour' || period?.unit === 'minute' || period?.unit === 'workingDay'
  return Boolean(rule?.pausable && period && !exact && !holder && state !== 'cancelled')
}

/** The limit that leads the matter and may stand still or be extended: the one that runs, else the last that ended. */
export function elasticLimit(procedure: Procedure, clocks: readonly Clock[]): Clock | undefined {
  const elastic = clocks.filter((clock) => isElastic(procedure, clock))
  return elastic.findLast(isAlive) ?? elastic.at(-1)
}

/** The parts of a limit at a moment; while it stands still, the last day is counted as if it went on tomorrow. */
export function limitParts(clock: Clock, calendar: Calendar, now: Instant): LimitParts | undefined {
  const at = clock.endedAt && clock.endedAt < now ? clock.endedAt : now
  const today = dayNumberOf(at)
  const stands = clock.state === 'paused'
  const pauses = clock.pauses.map((pause) => (pause.lastDay ? pause : { ...pause, lastDay: dayAt(today) }))
  const { dueOn } = duePoint({ ...clock, pauses }, calendar)
  if (!dueOn) return undefined
  const start = dayNumberOf(clock.startedAt)
  const due = dayNumber(dueOn)
  const reached = Math.max(start, Math.min(today, due))
  const excluded = closedPauses(pauses).reduce(
    (sum, { first, last }) => sum + Math.max(0, Math.min(last, reached) - Math.max(first, start + 1) + 1),
    0,
  )
  const plain = clock.extensions.length > 0 ? duePoint({ ...clock, pauses, extensions: [] }, calendar).dueOn : undefined
  return {
    start: dayAt(start),
    dueOn,
    used: reached - start - excluded,
    excluded,
    extended: plain ? due - dayNumber(plain) : 0,
    left: due - reached,
    late: Math.max(0, today - due),
    stands,
  }
}

import type { Command } from '../../domain/matter/command.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { DeadlineRule } from '../../domain/procedure/deadline.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { endOfDay, type Instant } from '../../domain/time/time.ts'
import { openPause } from '../time/deadlines.ts'
import { escalationAt, warningsOf } from '../time/warnings.ts'
import { startsFrom } from './open-steps.ts'

/**
 * What time alone demands of a matter at `now`: warnings that fell due, clocks that ran out, escalations of clocks overdue too long.
 * In the order in which they should have happened. Taken one by one as ordinary commands of the system.
 */
export function dueCommands(procedure: Procedure, matter: Matter, now: Instant, calendar: Calendar): Command[] {
  return matter.clocks.flatMap((clock): Command[] => {
    const rule = procedure.deadlines[clock.deadline]
    if (clock.state === 'running') {
      if (clock.dueAt <= now) return [onExpiry(procedure, matter, rule) ?? { type: 'MarkOverdue', clockId: clock.id }]
      const warnings = rule
        ? warningsOf(rule, clock, calendar).filter(({ id, at }) => at <= now && !clock.warned.includes(id))
        : []
      return warnings.map(({ id }) => ({ type: 'WarnDeadline', clockId: clock.id, warning: id }))
    }
    const until = clock.state === 'paused' ? openPause(clock)?.until : undefined
    if (until) return endOfDay(until) <= now ? [{ type: 'ResumeDeadline', clockId: clock.id }] : []
    const escalation = clock.state === 'overdue' && rule ? escalationAt(rule, clock, calendar) : undefined
    return escalation && escalation <= now ? [{ type: 'Escalate', clockId: clock.id }] : []
  })
}

/** The step that the end of the time takes, where the matter still stands before it. */
function onExpiry({ steps }: Procedure, matter: Matter, rule: DeadlineRule | undefined): Command | undefined {
  const takes = rule?.onExpiry?.takes
  const step = takes === undefined ? undefined : steps[takes]
  return takes !== undefined && step && startsFrom(step, matter) ? { type: 'TakeStep', step: takes } : undefined
}

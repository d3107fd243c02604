import { systemActor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import { type Instant, laterOf } from '../../domain/time/time.ts'
import { dueCommands } from '../../engine/decide/due-commands.ts'
import { nextAt } from '../../engine/time/warnings.ts'
import { type Decided, decideCommand, type Given, type Grounds } from '../write/decide-command.ts'
import { type ChildToOpen, childrenToOpen } from '../write/write-rows.ts'

/** A matter being written down in memory, command by command, before it goes to the database with many others: all its events so far. */
export type Draft = Decided

/** Opens a draft, or takes the next command on it, by the same decision as a single command. @throws AnlanError as `decideCommand` does */
export function continueDraft(grounds: Grounds, draft: Draft | undefined, given: Given): Draft {
  const decided = decideCommand(grounds, draft, given)
  if (!draft) return decided
  if (decided.events.length === 0) return draft
  return {
    ...decided,
    events: [...draft.events, ...decided.events],
    wrappedKey: decided.wrappedKey ?? draft.wrappedKey,
    vault: [...draft.vault, ...decided.vault],
  }
}

/**
 * What time alone would have done to the draft before `until`, each thing at its moment: overdue marks, and with `all`
 * also the warnings and escalations. An imported ledger leaves those out, because nobody was warned by us then.
 */
export function passTime(grounds: Grounds, draft: Draft, until: Instant, what: 'all' | 'overdue'): Draft {
  let current = draft
  for (;;) {
    const due = nextByTime(grounds, current, until, what)
    if (!due) return current
    // A warning may lie before the step that brought it about (a limit that was shortened): it is given at once.
    const last = current.events.at(-1)?.at ?? ''
    const now = laterOf(due.at, last)
    const after = continueDraft(grounds, current, { command: due.command, actor: systemActor(grounds.tenant), now })
    if (after === current) return current
    current = after
  }
}

/** The earliest thing that time alone asks for up to `until`. */
function nextByTime(
  { rulebook: { calendar } }: Grounds,
  { matter, procedure }: Draft,
  until: Instant,
  what: 'all' | 'overdue',
) {
  let found: { clock: Clock; at: Instant } | undefined
  for (const clock of matter.clocks) {
    const overdueAt = clock.state === 'running' ? clock.dueAt : undefined
    const at = what === 'all' ? nextAt(procedure.deadlines[clock.deadline], clock, calendar) : overdueAt
    if (at !== undefined && at <= until && (!found || at < found.at)) found = { clock, at }
  }
  if (!found) return undefined
  const { clock, at } = found
  const command: Command | undefined =
    what === 'overdue'
      ? { type: 'MarkOverdue', clockId: clock.id }
      : dueCommands(procedure, { ...matter, clocks: [clock] }, at, calendar)[0]
  return command && { command, at }
}

/** The matters that a draft's steps asked to open so far. */
export const draftChildren = (draft: Draft): ChildToOpen[] => childrenToOpen(draft.matter.id, draft.events, 1)

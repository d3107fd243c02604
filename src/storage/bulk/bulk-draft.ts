import { type Actor, systemActor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { decide } from '../../engine/decide/decide.ts'
import type { DecideContext } from '../../engine/decide/decide-context.ts'
import { procedureInEffect } from '../../engine/decide/decide-opening.ts'
import { dueCommands } from '../../engine/decide/due-commands.ts'
import { evolve } from '../../engine/record/evolve.ts'
import { nextAt } from '../../engine/time/warnings.ts'
import type { Keys } from '../keys/keys.ts'
import { sealEvents, type VaultEntry } from '../write/seal-events.ts'
import { type ChildToOpen, childrenToOpen } from '../write/write-rows.ts'

/** What drafts are decided by. */
export type DraftContext = { readonly tenant: string; readonly rulebook: Rulebook; readonly keys: Keys }

/** A matter being written down in memory, command by command, before it goes to the database with many others. */
export type Draft = {
  readonly matter: Matter
  readonly procedure: Procedure
  /** As they will be stored: personal values sealed. */
  readonly events: readonly MatterEvent[]
  readonly wrappedKey?: string
  readonly vault: readonly VaultEntry[]
}

type OpenCommand = Extract<Command, { type: 'OpenMatter' }>

/** Opens a draft by the same decision as the write path. @throws AnlanError as `decide` does */
export function openDraft(
  context: DraftContext,
  command: OpenCommand,
  actor: Actor,
  now: Instant,
  identity: { matterId: string; reference: string },
): Draft {
  const procedure = procedureInEffect(context.rulebook.procedures, command.procedure, dayOf(now))
  const events = decide(procedure, undefined, command, actor, { now, rulebook: context.rulebook, identity })
  return withEvents(context, { procedure, events: [], vault: [] }, events, identity.matterId)
}

/** Takes the next command on a draft; `named` is the matter its form names by reference. @throws AnlanError as `decide` does */
export function continueDraft(
  context: DraftContext,
  draft: Draft,
  command: Command,
  actor: Actor,
  now: Instant,
  named?: DecideContext['named'],
): Draft {
  const { rulebook } = context
  const events = decide(draft.procedure, draft.matter, command, actor, { now, rulebook, ...(named ? { named } : {}) })
  return events.length === 0 ? draft : withEvents(context, draft, events, draft.matter.id)
}

function withEvents(
  { tenant, keys }: DraftContext,
  draft: Omit<Draft, 'matter'> & { matter?: Matter },
  decided: readonly MatterEvent[],
  matterId: string,
): Draft {
  const version = draft.events.length + decided.length
  const sealed = sealEvents(draft.procedure, decided, keys, { tenant, matterId, version }, draft.wrappedKey)
  const matter = sealed.events.reduce<Matter | undefined>(evolve, draft.matter) as Matter
  const { wrappedKey = draft.wrappedKey, vault } = sealed
  return {
    matter,
    procedure: draft.procedure,
    events: [...draft.events, ...sealed.events],
    ...(wrappedKey ? { wrappedKey } : {}),
    vault: vault ? [...draft.vault, vault] : draft.vault,
  }
}

/**
 * What time alone would have done to the draft before `until`, each thing at its moment: overdue marks, and with `all`
 * also the warnings and escalations. An imported ledger leaves those out, because nobody was warned by us then.
 */
export function passTime(context: DraftContext, draft: Draft, until: Instant, what: 'all' | 'overdue'): Draft {
  let current = draft
  for (;;) {
    const due = nextByTime(context, current, until, what)
    // A warning may lie before the step that brought it about (a limit that was shortened): it is given at once.
    const last = current.events.at(-1)?.at ?? ''
    const at = due && due.at > last ? due.at : last
    const after = due ? continueDraft(context, current, due.command, systemActor(context.tenant), at) : current
    if (after === current) return current
    current = after
  }
}

/** The earliest thing that time alone asks for up to `until`. */
function nextByTime(
  { rulebook: { calendar } }: DraftContext,
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

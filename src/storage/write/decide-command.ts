import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Earlier } from '../../domain/procedure/records/points-to.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import type { Lots } from '../../engine/decide/apart/draw.ts'
import { decide } from '../../engine/decide/decide.ts'
import type { Identity, RecordVersions } from '../../engine/decide/decide-context.ts'
import { procedureInEffect } from '../../engine/decide/decide-opening.ts'
import type { NamedMatters } from '../../engine/decide/named-matters.ts'
import type { PlacesThere } from '../../engine/decide/revise/exposed.ts'
import { evolve } from '../../engine/record/evolve.ts'
import type { Keys } from '../keys/keys.ts'
import { sealEvents, type VaultEntry } from './seal-events.ts'

/** What every decision of a tenant stands on. */
export type Grounds = { readonly tenant: string; readonly rulebook: Rulebook; readonly keys: Keys }

/** One command of one actor at one moment. `identity` opens a matter; `named` are the matters whose references it names. */
export type Given = {
  readonly command: Command
  readonly actor: Actor
  readonly now: Instant
  readonly identity?: Identity | undefined
  readonly named?: NamedMatters | undefined
  /** What the records that bring rows to it said as of a version. */
  readonly versions?: RecordVersions | undefined
  /** Other matters of its kind at the same records. */
  readonly earlier?: readonly Earlier[] | undefined
  /** What was drawn for it. */
  readonly lots?: Lots | undefined
  /** Where the places are that its units are asked about. */
  readonly places?: readonly PlacesThere[] | undefined
}

/** A matter before the command, with its data key when it has one. */
export type Standing = { readonly matter: Matter; readonly wrappedKey?: string | null | undefined }

/** What a command makes of a matter; nothing is written yet. Events are as they will be stored: personal values sealed. */
export type Decided = {
  readonly procedure: Procedure
  readonly matter: Matter
  readonly events: readonly MatterEvent[]
  /** A data key made now, wrapped. */
  readonly wrappedKey?: string | undefined
  readonly vault: readonly VaultEntry[]
}

/**
 * Decides one command: the definition in force, sight, the decision, the seals, the matter that follows. Every door goes
 * through here, a single command as well as each row of an import. No events when the wish was fulfilled already.
 * @throws AnlanError as `decide` does; matter-not-found when the matter is out of the actor's sight
 */
export function decideCommand(
  { tenant, rulebook, keys }: Grounds,
  before: Standing | undefined,
  given: Given,
): Decided {
  const { command, actor, ...context } = given
  if (before) refuseUnseen(actor, before.matter, rulebook)
  const procedure = definitionFor(rulebook, command, before?.matter, given.now)
  const decided = decide(procedure, before?.matter, command, actor, { rulebook, ...context })
  const matterId = before?.matter.id ?? given.identity?.matterId ?? ''
  const sealedMatter = { tenant, matterId, version: (before?.matter.version ?? 0) + decided.length }
  const { events, ...made } = sealEvents(procedure, decided, keys, sealedMatter, before?.wrappedKey)
  const matter = events.reduce<Matter | undefined>(evolve, before?.matter)
  if (!matter) throw new Error(`${command.type} of ${procedure.id} opened nothing`)
  return { procedure, matter, events, ...made }
}

/** A matter out of sight is answered as if it were not there. Reporters come with a code, which was checked at the door. */
export function refuseUnseen(actor: Actor, matter: Matter, { directory }: Rulebook): void {
  if (!actor.roles.includes('reporter') && !maySee(actor, accessFacts(matter, directory)))
    throw new AnlanError('matter-not-found')
}

/** The definition a matter keeps, or the one in effect for a new matter. */
export function definitionFor(
  { procedures }: Rulebook,
  command: Command,
  matter: Matter | undefined,
  now: Instant,
): Procedure {
  if (command.type === 'OpenMatter') return procedureInEffect(procedures, command.procedure, dayOf(now))
  if (!matter) throw new AnlanError('matter-not-found')
  return getDefinition(procedures, matter)
}

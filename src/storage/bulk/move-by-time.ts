import { systemActor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import { drawQuery } from '../../engine/decide/apart/draw.ts'
import { dueCommands } from '../../engine/decide/due-commands.ts'
import { namedReferences } from '../../engine/decide/named-matters.ts'
import { rowSources, timesSources } from '../../engine/decide/named-records.ts'
import { exposedQuery } from '../../engine/decide/revise/exposed.ts'
import { type Decided, decideCommand, type Grounds } from '../write/decide-command.ts'
import type { Seen } from '../write/find-standing.ts'
import { type Rows, rowsOf } from '../write/write-statement.ts'

/** One command's change of a matter, with the rows that `handleCommand` would write for it. */
export type Step = {
  readonly before: Matter
  readonly matter: Matter
  readonly events: readonly MatterEvent[]
  readonly rows: Rows
}

/** A matter that was moved on in memory, command by command, before it is written with many others. */
export type Move = { readonly before: Matter; readonly steps: readonly Step[] }

/** A matter as it stands, and the head of its chain. */
export type Standing = Pick<Seen, 'matter' | 'head'>

/**
 * What time alone demands of a matter up to `now`, by the same decisions as single commands of the system. No steps when nothing is due.
 * @returns undefined when it has to be taken one by one
 * @throws AnlanError as `decide` does
 */
export function moveByTime(grounds: Grounds, { matter: before, head }: Standing, now: Instant): Move | undefined {
  const { rulebook, tenant } = grounds
  const actor = systemActor(tenant)
  const steps: Step[] = []
  for (;;) {
    const last = steps.at(-1)
    const matter = last?.matter ?? before
    const command = nextByTime(rulebook, matter, now)
    if (!command) return { before, steps }
    if (asksMore(rulebook, matter, command)) return undefined
    const decided = decideCommand(grounds, { matter }, { command, actor, now })
    if (decided.events.length === 0) return { before, steps }
    const { events, procedure } = decided
    const rows = rowsOf(matter, decided.matter, events, last?.rows.columns.head ?? head, procedure, rulebook)
    if (needsItsOwnStatement(decided, rows)) return undefined
    steps.push({ before: matter, matter: decided.matter, events, rows })
  }
}

/** The next command that time asks for, if any. */
export function nextByTime({ procedures, calendar }: Rulebook, matter: Matter, now: Instant): Command | undefined {
  const procedure = findDefinition(procedures, matter)
  return procedure && dueCommands(procedure, matter, now, calendar)[0]
}

/** Whether other matters have to be read before this can be decided. */
function asksMore({ procedures, directory }: Rulebook, matter: Matter, command: Command): boolean {
  if (command.type !== 'TakeStep') return false
  const procedure = findDefinition(procedures, matter) as Procedure
  const { step, form = {} } = command
  return (
    [namedReferences, rowSources, timesSources].some((asked) => asked(command, procedures).length > 0) ||
    drawQuery(procedure, step, matter, form, directory) !== undefined ||
    exposedQuery(procedure, step, matter, form, procedures) !== undefined
  )
}

/** What seals, shreds, takes links back or says who stands in for whom is rare, and has rows that only the single statement writes. */
const needsItsOwnStatement = ({ wrappedKey, vault, events }: Decided, { unlinks, standIns }: Rows): boolean =>
  wrappedKey !== undefined ||
  vault.length > 0 ||
  unlinks.length > 0 ||
  standIns !== undefined ||
  events.some((event) => event.type === 'FieldsShredded' || (event.type === 'StepTaken' && event.shreds))

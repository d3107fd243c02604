import type { MatterEvent } from '../domain/matter/event.ts'
import type { History } from '../domain/matter/history.ts'
import type { FormValues } from '../domain/procedure/form.ts'
import { AnlanError } from '../domain/wording/errors.ts'
import { replay } from '../engine/record/evolve.ts'
import type { CaseChanges } from '../exchange/mapping/row-changes.ts'
import { importActor } from '../exchange/mapping/row-history.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { handleCommand } from '../storage/write/handle.ts'

/** Characters of the note in which a correction says what changed. */
const MOST_NOTE = 5000

/**
 * Records on a matter what its ledger says otherwise now: first the further steps at their own times, then the corrected
 * answers as one event that says what was there before.
 * @returns whether all of it could be recorded; what could not is for a person
 */
export async function applyChanges(
  deps: StorageDeps,
  tenant: string,
  history: History,
  events: readonly MatterEvent[],
  { changes, answers, steps, needsPerson }: CaseChanges,
): Promise<boolean> {
  const matter = replay(events)
  if (!matter) return false
  try {
    let group = matter.group
    const last = events.at(-1)?.at ?? ''
    // What happened since may rest on the step not having been taken.
    if (steps.some(({ at }) => at < last)) return false
    for (const { command, actor, at } of steps)
      group = (await handleCommand(deps, { actor, command, matterId: history.id, now: at })).matter.group
    if (Object.keys(answers).length > 0)
      await handleCommand(deps, {
        actor: importActor(tenant, 'import', []),
        matterId: history.id,
        command: {
          type: 'TakeStep',
          step: group === 'done' ? 'correctEndedAsImported' : 'correctAsImported',
          form: { ...answers, changeNote: noteOf(changes, answers) },
        },
      })
    return !needsPerson
  } catch (cause) {
    if (cause instanceof AnlanError) return false
    throw cause
  }
}

function noteOf(changes: CaseChanges['changes'], answers: FormValues): string {
  const lines = changes
    .filter(({ field }) => field in answers)
    .map(({ title, before, after }) => `${title.zh}：“${before}”改为“${after}”`)
  return Array.from(lines.join('\n')).slice(0, MOST_NOTE).join('')
}

import { systemActor } from '../../domain/matter/actor.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { handleCommand } from '../../storage/write/handle.ts'

/** A record that comes with the program. */
type Starter = { readonly procedure: string; readonly key: string; readonly form: FormValues }

/** Registers starters at the head of an office as records to be approved, each once. @returns their numbers; none for those it has already */
export async function takeOver(
  deps: StorageDeps,
  tenant: string,
  starters: readonly Starter[],
): Promise<{ readonly key: string; readonly reference?: string }[]> {
  const { directory } = await deps.rulebooks.of(tenant)
  const head = Object.values(directory.units).find(({ parentId }) => !parentId)
  if (!head) throw new AnlanError('not-set-up')
  const done: { key: string; reference?: string }[] = []
  for (const { key, procedure, form } of starters) {
    const command = { type: 'OpenMatter', procedure, channel: 'other', unitId: head.id, form } as const
    const reference = await handleCommand(deps, { actor: systemActor(tenant), command, key: `starter:${key}` })
      .then(({ matter, repeated }) => (repeated ? undefined : matter.reference))
      .catch((cause: unknown) => {
        // The program's own words have changed since; the office keeps what it took over.
        if (cause instanceof AnlanError && cause.code === 'key-reused') return undefined
        throw cause
      })
    done.push(reference ? { key, reference } : { key })
  }
  return done
}

import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { Link, NamedLink } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { isStorable } from '../../domain/wording/storable-text.ts'
import { accessFacts, maySee } from '../access/access.ts'

/** The matters that stand under the references a command names, in sight or not. Read before the decision, judged by it. */
export type NamedMatters = ReadonlyMap<string, Matter>

/** A reference as it is kept: people type it in small letters and with blanks around it. */
export const keptReference = (typed: string): string => typed.trim().toUpperCase()

/**
 * The references a command names, as they are kept: what has to be read before it can be decided. The matter may not be
 * known yet, so a step is looked up in every definition; a reference too many costs nothing but its look-up.
 */
export function namedReferences(command: Command, procedures: readonly Procedure[]): string[] {
  const typed = new Set<unknown>()
  if (command.type === 'AddLink') typed.add(command.link.reference)
  if (command.type === 'OpenMatter')
    for (const link of command.links ?? []) if (link.matterId === undefined) typed.add(link.reference)
  if (command.type === 'TakeStep' && command.form)
    for (const { steps } of procedures) {
      const field = Object.hasOwn(steps, command.step) ? steps[command.step]?.linksTo?.field : undefined
      if (field && Object.hasOwn(command.form, field)) typed.add(command.form[field])
    }
  return [...typed].flatMap((one) =>
    typeof one === 'string' && one.trim() && isStorable(one) ? [keptReference(one)] : [],
  )
}

/** The matter under a reference, if the actor may see it: naming one must not tell what exists. */
export function findNamed(
  reference: string,
  named: NamedMatters | undefined,
  actor: Actor,
  directory: Directory,
): Matter | undefined {
  const matter = named?.get(keptReference(reference))
  return matter && maySee(actor, accessFacts(matter, directory)) ? matter : undefined
}

/** A link as it is recorded. @throws AnlanError matter-not-found when its reference names nothing in the actor's sight */
export function settledLink(
  { type, reference, matterId }: NamedLink,
  named: NamedMatters | undefined,
  actor: Actor,
  directory: Directory,
): Link {
  if (matterId !== undefined) return { type, matterId, reference }
  const matter = findNamed(reference, named, actor, directory)
  if (!matter) throw new AnlanError('matter-not-found', { reference })
  return { type, matterId: matter.id, reference: matter.reference }
}

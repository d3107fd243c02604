import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { Link, NamedLink } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Demand } from '../../domain/procedure/hands/demand.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { isStorable } from '../../domain/wording/storable-text.ts'
import { accessFacts, leavesGap, maySee, secrecyOf } from '../access/access.ts'
import { namedRecords } from './named-records.ts'

/** The matters that stand under the references a command names, in sight or not. Read before the decision, judged by it. */
export type NamedMatters = ReadonlyMap<string, Matter>

/** A reference as it is kept: people type it in small or wide letters, with another dash and with blanks around it. */
export const keptReference = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .toUpperCase()

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
    for (const field of linkFields(procedures).get(command.step) ?? [])
      if (Object.hasOwn(command.form, field)) typed.add(command.form[field])
  for (const record of namedRecords(command, procedures)) typed.add(record)
  return [...typed].flatMap((one) =>
    typeof one === 'string' && one.trim() && isStorable(one) ? [keptReference(one)] : [],
  )
}

const known = new WeakMap<readonly Procedure[], ReadonlyMap<string, readonly string[]>>()

/** The questions whose answer is another matter's reference, by step. */
function linkFields(procedures: readonly Procedure[]): ReadonlyMap<string, readonly string[]> {
  const there = known.get(procedures)
  if (there) return there
  const fields = new Map<string, string[]>()
  for (const { steps } of procedures)
    for (const [step, { linksTo }] of Object.entries(steps))
      if (linksTo) fields.set(step, [...(fields.get(step) ?? []), linksTo.field])
  known.set(procedures, fields)
  return fields
}

/** Who names a matter, and in the record of what. */
export type Naming = {
  readonly actor: Actor
  readonly directory: Directory
  readonly named: NamedMatters | undefined
  /** The facts of the matter whose record will name the other. */
  readonly record: Pick<Matter, 'aboutUnitId' | 'exercise' | 'procedure' | 'hiddenFrom' | 'unitId' | 'originUnitId'>
}

/**
 * The matter under a reference, if the actor may see it: naming one must not tell what exists.
 * @throws AnlanError guard-refused when the record would show somebody who may not know of the other that something is left out
 */
export function findNamed(reference: string, { actor, directory, named, record }: Naming): Matter | undefined {
  const matter = named?.get(keptReference(reference))
  if (!matter) return undefined
  const facts = accessFacts(matter, directory)
  if (!maySee(actor, facts)) return undefined
  if (leavesGap(secrecyOf(record, directory), facts))
    throw new AnlanError('guard-refused', { guard: 'sameComplaint' satisfies Demand })
  return matter
}

/** A link as it is recorded. @throws AnlanError matter-not-found when its reference names nothing in the actor's sight */
export function settledLink({ type, reference, matterId, back }: NamedLink, naming: Naming): Link {
  const way = back ? { back } : {}
  if (matterId !== undefined) return { type, matterId, reference, ...way }
  const matter = findNamed(reference, naming)
  if (!matter) throw new AnlanError('matter-not-found', { reference })
  return { type, matterId: matter.id, reference: matter.reference, ...way }
}

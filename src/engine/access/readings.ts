import type { Actor } from '../../domain/matter/actor.ts'
import type { Directory } from '../../domain/unit/unit.ts'

const sightOf = (procedure: string, { sights }: Directory) =>
  sights && Object.hasOwn(sights, procedure) ? sights[procedure] : undefined

/** Whether each opening of a matter of this kind is recorded. */
export const recordsReadings = (procedure: string, directory: Directory): boolean =>
  sightOf(procedure, directory)?.readings === true

/** Whether this actor, who sees the matter, also sees who read it: those for whom the kind is, and the auditor. */
export function mayReadReadings({ roles }: Actor, procedure: string, directory: Directory): boolean {
  const sight = sightOf(procedure, directory)
  if (!sight?.readings) return false
  return roles.includes('auditor') || (sight.only ?? []).some((role) => roles.includes(role))
}

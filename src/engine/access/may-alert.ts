import { type Actor, persons } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { AlertRule } from '../../domain/outward/alert.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { hasOwnPart } from '../stand-ins/own-part.ts'
import { takes } from './seats.ts'

/**
 * Whether an actor may issue an alert of a matter: whoever may take one of the steps that the rule names, in any state, because what
 * was issued must be taken back when the matter moved on. Whoever takes no part in it does not.
 */
export function mayAlert(
  { issuedBy }: AlertRule,
  procedure: Procedure,
  matter: Matter,
  actor: Actor,
  directory: Directory,
): boolean {
  if (persons(actor).some((person) => matter.barred?.includes(person))) return false
  return issuedBy.some((id) => {
    const step = Object.hasOwn(procedure.steps, id) ? procedure.steps[id] : undefined
    if (!step || hasOwnPart(procedure, step, matter, actor, directory)) return false
    const standing = takes(actor, step.by, matter, directory)
    return standing !== 'wrong-role' && standing !== 'wrong-side'
  })
}

import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { isProgram } from '../../domain/sign-in/service-scopes.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { accessFacts, mayAct } from './access.ts'
import { isRestricted } from './restricted.ts'

/** Roles that act on a matter with the people in it. Leaders, reviewers, administrators and auditors see progress, not identities. */
export const WORKING: readonly Role[] = ['clerk', 'inspector', 'handler', 'verifier', 'mediator']

/**
 * May this actor open personal fields of the matter (with a reason, recorded)? A program never, nor does it see them masked. In a kind that is for some roles only, it is theirs
 * to work with what it holds: whoever may act in it may open it.
 */
export function mayOpenFields(actor: Actor, matter: Matter, directory: Directory): boolean {
  const facts = accessFacts(matter, directory)
  const works = facts.sight?.only !== undefined || WORKING.some((role) => actor.roles.includes(role))
  return works && !isProgram(actor) && !isRestricted(matter) && mayAct(actor, facts)
}

/** May this actor ask the vault who reported? Only intake and call-back, and never below or at the unit complained about. */
export const mayOpenVault = (actor: Actor, matter: Matter, directory: Directory): boolean =>
  actor.roles.includes('clerk') &&
  !isProgram(actor) &&
  !isRestricted(matter) &&
  mayAct(actor, accessFacts(matter, directory))

/**
 * May this actor give the reporter a new code? Intake may, for a kind that residents report. Whoever has the code rates the work
 * and withdraws, so that who handles the matter may not hold it.
 */
export const mayIssueCode = (actor: Actor, { reporting }: Procedure, matter: Matter, directory: Directory): boolean =>
  reporting !== undefined &&
  !matter.exercise &&
  mayOpenVault(actor, matter, directory) &&
  !matter.handledBy.includes(actor.personId) &&
  matter.ownerPostId !== actor.postId

/**
 * May this actor write down what a person sets against a fact of the matter? Intake may, of a kind that residents report. Whoever
 * reported does it under the code.
 */
export const mayStateFor = (actor: Actor, { reporting }: Procedure, matter: Matter, directory: Directory): boolean =>
  reporting !== undefined && !matter.exercise && mayOpenVault(actor, matter, directory)

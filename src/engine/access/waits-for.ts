import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { Directory } from '../../domain/unit/unit.ts'

/** `role@unit` of every post, worked out once a directory: every command asks, and a directory has hundreds of posts. */
const tokensOf = new WeakMap<Directory, ReadonlySet<string>>()

function tokens(directory: Directory): ReadonlySet<string> {
  const known = tokensOf.get(directory)
  if (known) return known
  const made = new Set(
    Object.values(directory.posts).flatMap((post) => post.roles.map((role) => `${role}@${post.unitId}`)),
  )
  tokensOf.set(directory, made)
  return made
}

/** The unit at or above `unitId` that has a post with this role; the unit itself when none has. */
function unitWithRole(directory: Directory, unitId: string, role: Role): string {
  const held = tokens(directory)
  for (let unit = directory.units[unitId]; unit; unit = unit.parentId ? directory.units[unit.parentId] : undefined)
    if (held.has(`${role}@${unit.id}`)) return unit.id
  return unitId
}

/** Who can take a step of a matter, as worklist tokens: its named owner, supervisor or verifier, else the roles at the nearest unit. */
export function stepWaitsFor(step: Step, matter: Matter, directory: Directory): string[] {
  if (step.guards?.includes('isOwner') || (step.handles && matter.ownerPostId))
    return matter.ownerPostId ? [`post:${matter.ownerPostId}`] : []
  if (step.guards?.includes('isSupervisor')) return matter.supervisorPostId ? [`post:${matter.supervisorPostId}`] : []
  if (step.verifies && matter.verifierPostId) return [`post:${matter.verifierPostId}`]
  return step.by
    .filter((role) => role !== 'system' && role !== 'reporter')
    .map((role) => `${role}@${unitWithRole(directory, matter.unitId, role)}`)
}

/**
 * Whose worklist the matter stands on: `post:<id>` for a named owner, verifier or supervisor, else `<role>@<unit>` for the nearest
 * unit that has the role. Only steps that move the matter on count. Sorted, without doubles; empty when it is done.
 */
export function waitsFor(procedure: Procedure, matter: Matter, directory: Directory): string[] {
  if (matter.group === 'done') return []
  const steps = Object.values(procedure.steps).filter(
    (step) => !step.aside && step.from !== 'open' && step.from.includes(matter.state),
  )
  return [...new Set(steps.flatMap((step) => stepWaitsFor(step, matter, directory)))].sort()
}

/** The tokens under which a post's own work is found. */
export const worklistTokens = (postId: string, unitId: string, roles: readonly Role[]): string[] => [
  `post:${postId}`,
  ...roles.map((role) => `${role}@${unitId}`),
]

import type { Matter } from '../domain/matter.ts'
import type { Procedure, Step } from '../domain/procedure.ts'
import type { Role } from '../domain/role.ts'
import type { Directory } from '../domain/unit.ts'

/** The unit at or above `unitId` that has a post with this role; the unit itself when none has. */
function unitWithRole(directory: Directory, unitId: string, role: Role): string {
  const posts = Object.values(directory.posts)
  for (let unit = directory.units[unitId]; unit; unit = unit.parentId ? directory.units[unit.parentId] : undefined) {
    const here = unit.id
    if (posts.some((post) => post.unitId === here && post.roles.includes(role))) return here
  }
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

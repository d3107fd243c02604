import type { Matter } from '../../domain/matter/matter.ts'
import type { Role } from '../../domain/unit/role.ts'
import { isRole } from '../../domain/unit/role.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { accessFacts, maySee } from '../access/access.ts'
import { readersOf } from './readers-of.ts'

/** Whether a notice was for a post of this unit that sees the matter now; a post in which nobody is counts as if somebody were. */
export function isForUnit(receiver: string, unitId: string, matter: Matter, directory: Directory): boolean {
  if (receiver.startsWith('post:')) {
    const post = directory.posts[receiver.slice('post:'.length)]
    if (post?.unitId !== unitId) return false
    return (
      readersOf(receiver, matter, directory).includes(receiver) && sees(post.id, unitId, post.roles, matter, directory)
    )
  }
  const at = receiver.indexOf('@')
  const role = receiver.slice(0, at)
  return receiver.slice(at + 1) === unitId && isRole(role) && sees(receiver, unitId, [role], matter, directory)
}

function sees(postId: string, unitId: string, roles: readonly Role[], matter: Matter, directory: Directory): boolean {
  const unitPath = directory.units[unitId]?.path ?? '?'
  return maySee(
    { tenant: matter.tenant, personId: '', postId, unitId, unitPath, roles },
    accessFacts(matter, directory),
  )
}

import type { Actor } from '../../domain/matter/actor.ts'
import type { ReturnForm } from '../../domain/returns/return-views.ts'
import { RETURN_KEEPERS } from '../../domain/returns/who-returns.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { unitPath } from '../../engine/access/access.ts'

/**
 * Figures are counted by what the post that fills the form sees, whoever presses the button: rights come with the post. One that is
 * closed sees what such a post of the unit would.
 */
export function postActor(
  tenant: string,
  { postId, unitId }: Pick<ReturnForm, 'postId' | 'unitId'>,
  directory: Directory,
): Actor {
  const post = directory.posts[postId]
  return {
    tenant,
    personId: post?.holder?.personId ?? 'nobody',
    postId,
    unitId,
    unitPath: unitPath(unitId, directory),
    roles: post?.roles ?? RETURN_KEEPERS,
  }
}

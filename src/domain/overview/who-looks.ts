import { oversees, type Role } from '../unit/role.ts'
import type { Unit } from '../unit/unit.ts'

/** Whether a post has more to look over than its own work: a leader's, or one with units below its own. */
export const looksOver = (post: { readonly unitId: string; readonly roles: readonly Role[] }, units: readonly Unit[]) =>
  post.roles.some(oversees) || units.some(({ parentId }) => parentId === post.unitId)

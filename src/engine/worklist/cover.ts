import { oversees } from '../../domain/unit/role.ts'
import { isThere } from '../../domain/unit/staff.ts'
import type { Directory, Post } from '../../domain/unit/unit.ts'

/** Posts that see to it that nothing falls silent in a unit: the nearest who oversee it; who routes where nobody oversees. */
export const overseersOf = (unitId: string, directory: Directory, but?: string): readonly Post[] => {
  const overseeing = nearest(unitId, directory, (post) => post.id !== but && post.roles.some(oversees))
  if (overseeing.length > 0) return overseeing
  return nearest(unitId, directory, (post) => post.id !== but && post.roles.includes('triageOfficer'))
}

/** Posts of the nearest unit at or above this one in which such a post is and somebody is there. */
function nearest(unitId: string, directory: Directory, fits: (post: Post) => boolean): readonly Post[] {
  for (let unit = directory.units[unitId]; unit; unit = unit.parentId ? directory.units[unit.parentId] : undefined) {
    const here = unit.id
    const found = Object.values(directory.posts).filter(
      (post) => post.unitId === here && fits(post) && isThere(post.id, directory),
    )
    if (found.length > 0) return found
  }
  return []
}

/** The post or unit behind a worklist token at which nobody is there now: work that waits for it would fall silent. */
export function gapAt(
  token: string,
  directory: Directory,
): { readonly postId?: string; readonly unitId: string } | undefined {
  if (token.startsWith('post:')) {
    const post = directory.posts[token.slice('post:'.length)]
    return post && !isThere(post.id, directory) ? { postId: post.id, unitId: post.unitId } : undefined
  }
  const at = token.indexOf('@')
  const [role, unitId] = [token.slice(0, at), token.slice(at + 1)]
  if (!directory.units[unitId]) return undefined
  const posts = Object.values(directory.posts).filter(
    (post) => post.unitId === unitId && post.roles.some((one) => one === role),
  )
  if (posts.some(({ id }) => isThere(id, directory))) return undefined
  const [only] = posts
  return { unitId, ...(only && posts.length === 1 ? { postId: only.id } : {}) }
}

/** Whose card it is when nobody is there behind a token. */
export const overseersOfGap = (token: string, directory: Directory): readonly Post[] => {
  const gap = gapAt(token, directory)
  return gap ? overseersOf(gap.unitId, directory, gap.postId) : []
}

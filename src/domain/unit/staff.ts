import type { Directory, Post } from './unit.ts'

/** Whether a post is in a unit or in one below it. */
export function isPostOf(postId: string, unitId: string, { posts, units }: Directory): boolean {
  const at = posts[postId] && units[posts[postId].unitId]?.path
  const path = units[unitId]?.path
  return at !== undefined && path !== undefined && at.startsWith(path)
}

/** Whether a post is in a unit, below it or above it, and not in one that has nothing to do with it. */
export function isPostInLine(postId: string, unitId: string, directory: Directory): boolean {
  const at = directory.posts[postId]?.unitId
  const path = at && directory.units[at]?.path
  return isPostOf(postId, unitId, directory) || Boolean(path && directory.units[unitId]?.path.startsWith(path))
}

/** Whether somebody is there to act: a post that is held, in the unit or in one below it. */
export function isStaffed(unitId: string, directory: Directory): boolean {
  return Object.values(directory.posts).some((post) => post.holder && isPostOf(post.id, unitId, directory))
}

/** Posts that act for this one now, and whose own holders are there. */
export const deputiesOf = (postId: string, directory: Directory): readonly Post[] => [
  ...new Set(
    (directory.standIns ?? []).flatMap((each) => {
      const by = each.postId === postId && each.byPostId ? directory.posts[each.byPostId] : undefined
      return by?.holder && !isAway(by.id, directory) ? [by] : []
    }),
  ),
]

/** Whether whoever holds the post is away now. */
export const isAway = (postId: string, { standIns = [] }: Directory): boolean =>
  standIns.some((each) => each.away && each.postId === postId)

/** Whether somebody does the work of the post now: who holds it and is not away, or who stands in for it. */
export const isThere = (postId: string, directory: Directory): boolean =>
  (directory.posts[postId]?.holder !== undefined && !isAway(postId, directory)) ||
  deputiesOf(postId, directory).length > 0

/** The persons who do the work of the post now. */
export function personsIn(postId: string, directory: Directory): readonly string[] {
  const holder = directory.posts[postId]?.holder
  const present = holder && !isAway(postId, directory) ? [holder.personId] : []
  return [...new Set([...present, ...deputiesOf(postId, directory).flatMap((post) => post.holder?.personId ?? [])])]
}

import type { Directory } from './unit.ts'

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

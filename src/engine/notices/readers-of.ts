import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { CONFIRMED_ROLES } from '../../domain/unit/role.ts'
import { deputiesOf, isAway, isThere } from '../../domain/unit/staff.ts'
import type { Directory, Post } from '../../domain/unit/unit.ts'
import { accessFacts, maySee } from '../access/access.ts'
import { overseersOfGap } from '../worklist/cover.ts'

/**
 * The posts behind a worklist token in which somebody is there and sees the matter, as tokens of their own: a post with two roles is
 * told once. Where nobody is there the token stays, for whoever comes next, and the nearest who oversees it is told instead.
 */
export function readersOf(token: string, matter: Matter, directory: Directory): readonly string[] {
  const held = postsBehind(token, directory).filter(({ id }) => isThere(id, directory))
  const facts = accessFacts(matter, directory)
  const seeing = (posts: readonly Post[]) =>
    posts
      .filter((post) => actorsIn(post, matter.tenant, directory).some((actor) => maySee(actor, facts)))
      .map(({ id }) => `post:${id}`)
  return held.length > 0 ? seeing(held) : [token, ...seeing(overseersOfGap(token, directory))]
}

/** Who may act in the post now: its holder, and who stands in for it, without the roles that are confirmed person by person. */
function actorsIn(post: Post, tenant: string, directory: Directory): readonly Actor[] {
  const at = ({ id, unitId }: Post) => ({ postId: id, unitId, unitPath: directory.units[unitId]?.path ?? '?' })
  const { holder, roles } = post
  const own = { tenant, ...at(post) }
  const deputies = deputiesOf(post.id, directory).map((deputy) => ({
    ...own,
    personId: deputy.holder?.personId ?? '',
    roles: roles.filter((role) => !CONFIRMED_ROLES.includes(role)),
    standsIn: {
      ownPostId: deputy.id,
      own: Object.values(directory.posts)
        .filter((each) => each.holder?.personId === deputy.holder?.personId)
        .map(at),
    },
  }))
  return holder && !isAway(post.id, directory) ? [{ ...own, personId: holder.personId, roles }, ...deputies] : deputies
}

/** The posts of each `role@unit`, worked out once a directory: every notice asks, and an office has hundreds of posts. */
const postsAt = new WeakMap<Directory['posts'], ReadonlyMap<string, readonly Post[]>>()

function byToken(posts: Directory['posts']): ReadonlyMap<string, readonly Post[]> {
  const known = postsAt.get(posts)
  if (known) return known
  const made = new Map<string, Post[]>()
  for (const post of Object.values(posts))
    for (const role of new Set(post.roles)) {
      const token = `${role}@${post.unitId}`
      const there = made.get(token)
      if (there) there.push(post)
      else made.set(token, [post])
    }
  postsAt.set(posts, made)
  return made
}

function postsBehind(token: string, { posts }: Directory): readonly Post[] {
  if (token.startsWith('post:')) return [posts[token.slice('post:'.length)]].filter((post) => post !== undefined)
  return byToken(posts).get(token) ?? []
}

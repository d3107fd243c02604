import { type Actor, reporterActor } from '../domain/matter/actor.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import type { Rulebook } from '../domain/procedure/rulebook.ts'
import { rolesOf } from '../domain/procedure/taker.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Role } from '../domain/unit/role.ts'
import type { Post } from '../domain/unit/unit.ts'
import { orderingUnit } from '../engine/access/seats.ts'
import { stepRefusal } from '../engine/decide/open-steps.ts'
import type { Dice } from './dice.ts'

/** The holder of a post, acting. */
export function actorOfPost(rulebook: Rulebook, tenant: string, postId: string): Actor {
  const post = rulebook.directory.posts[postId]
  const unit = post && rulebook.directory.units[post.unitId]
  if (!post?.holder || !unit) throw new Error(`the demo county has no post ${postId} with a holder`)
  return { tenant, personId: post.holder.personId, postId, unitId: unit.id, unitPath: unit.path, roles: post.roles }
}

/** Who takes the step: the one it is given to, else somebody near who may. Undefined when nobody may. */
export function chooseActor(
  rulebook: Rulebook,
  procedure: Procedure,
  matter: Matter,
  stepId: string,
  dice: Dice,
  now: Instant,
): Actor | undefined {
  const step = procedure.steps[stepId]
  if (!step) return undefined
  const may = (actor: Actor) => !stepRefusal(procedure, matter, actor, stepId, rulebook, now)
  if (step.by.every((taker) => taker === 'reporter')) return reporterActor(matter.tenant)
  const roles = rolesOf(step.by)
  const seated = [matter.ownerPostId, matter.verifierPostId, matter.supervisorPostId, matter.orderingPostId]
  const named = seated.flatMap((postId) => (postId ? [actorOfPost(rulebook, matter.tenant, postId)] : []))
  const first = named.find((actor) => roles.some((role) => actor.roles.includes(role)) && may(actor))
  if (first && dice.chance(0.9)) return first
  const { posts: allPosts } = rulebook.directory
  const asked = (matter.holders ?? []).map(({ id }) => allPosts[id]?.unitId ?? id)
  for (const unitId of [matter.unitId, orderingUnit(matter, rulebook.directory), ...asked]) {
    for (const posts of ringsAround(rulebook, unitId, roles)) {
      const able = posts.map(({ id }) => actorOfPost(rulebook, matter.tenant, id)).filter(may)
      if (able.length > 0) return dice.pick(able)
    }
  }
  return first
}

/** Posts with one of the roles: in the unit itself, then in each unit above it. */
function ringsAround({ directory }: Rulebook, unitId: string, roles: readonly Role[]): Post[][] {
  const fit = Object.values(directory.posts).filter(
    (post) => post.holder && post.roles.some((role) => roles.includes(role)),
  )
  const rings: Post[][] = []
  for (let unit = directory.units[unitId]; unit; unit = unit.parentId ? directory.units[unit.parentId] : undefined) {
    const here = unit.id
    rings.push(fit.filter((post) => post.unitId === here))
  }
  return rings
}

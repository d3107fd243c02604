import { type Actor, ownPosts } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { SeatName } from '../../domain/procedure/seat.ts'
import type { Relation, Taker } from '../../domain/procedure/taker.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { accessFacts, mayAct, maySee, unitPath } from './access.ts'

/** The facts of a matter that say who sits where. */
export type Seated = Pick<
  Matter,
  | 'unitId'
  | 'originUnitId'
  | 'ownerPostId'
  | 'verifierPostId'
  | 'supervisorPostId'
  | 'sponsorPostId'
  | 'orderingPostId'
  | 'holders'
  | 'exercise'
>

const POST_SEATS = {
  owner: 'ownerPostId',
  verifier: 'verifierPostId',
  supervisor: 'supervisorPostId',
  sponsor: 'sponsorPostId',
} as const satisfies Record<string, keyof Seated>

/** The unit on whose behalf the matter was given: that of the post that ordered it, else the one that registered it. */
export const orderingUnit = ({ orderingPostId, originUnitId }: Seated, { posts }: Directory): string =>
  (orderingPostId && posts[orderingPostId]?.unitId) || originUnitId

/** The posts that hold a seat by name. */
export function postsOf(seat: SeatName, matter: Seated): readonly string[] {
  if (Object.hasOwn(POST_SEATS, seat)) {
    const post = matter[POST_SEATS[seat as keyof typeof POST_SEATS]]
    return post ? [post] : []
  }
  if (seat === 'ordering') return matter.orderingPostId ? [matter.orderingPostId] : []
  return holdersOf(seat, matter)
}

/** The units that hold a seat, or in which its posts are. */
export function unitsOf(seat: SeatName, matter: Seated, directory: Directory): readonly string[] {
  switch (seat) {
    case 'responsible':
      return [matter.unitId]
    case 'registrar':
      return [matter.originUnitId]
    case 'ordering':
      return [orderingUnit(matter, directory)]
    default:
      return postsOf(seat, matter).map((id) => directory.posts[id]?.unitId ?? id)
  }
}

/** Who still holds a seat of many: whoever refused does no longer. */
const holdersOf = (seat: SeatName, { holders = [] }: Seated) =>
  holders.filter((holder) => holder.seat === seat && holder.state !== 'refused').map(({ id }) => id)

/** Whether the actor's post, or the unit it works in, holds the seat. */
export const holdsSeat = (actor: Pick<Actor, 'postId' | 'unitId'>, seat: SeatName, matter: Seated): boolean => {
  const posts = postsOf(seat, matter)
  if (posts.includes(actor.postId)) return true
  if (seat === 'responsible') return matter.unitId === actor.unitId
  if (seat === 'registrar') return matter.originUnitId === actor.unitId
  // A post that is named keeps its colleagues out; a side without one is its whole unit.
  if (seat === 'ordering') return posts.length === 0 && matter.originUnitId === actor.unitId
  return posts.includes(actor.unitId)
}

function stands(actor: Actor, { at, is, below, outside }: Relation, matter: Seated, directory: Directory): boolean {
  const paths = (seat: SeatName) => unitsOf(seat, matter, directory).map((id) => unitPath(id, directory))
  return (
    (!is || holdsSeat(actor, is, matter)) &&
    (!at || paths(at).some((path) => path.startsWith(actor.unitPath))) &&
    (!below || paths(below).some((path) => actor.unitPath.startsWith(path))) &&
    (!outside || paths(outside).every((path) => ownPosts(actor).every((own) => !own.unitPath.startsWith(path))))
  )
}

/**
 * Whether the actor is one of the takers: not by role, by role but not by where it stands, or yes. The system stands everywhere:
 * what it brings was done by people in an old ledger, or is what time demands.
 */
export function takes(
  actor: Actor,
  by: readonly Taker[],
  matter: Matter,
  directory: Directory,
): 'yes' | 'wrong-role' | 'wrong-side' {
  const fitting = by.filter((taker) => actor.roles.includes(typeof taker === 'string' ? taker : taker.role))
  if (fitting.length === 0) return 'wrong-role'
  if (actor.roles.includes('system') || actor.roles.includes('reporter')) return 'yes'
  const facts = accessFacts(matter, directory)
  const fits = (taker: Taker) =>
    typeof taker === 'string' ? mayAct(actor, facts) : maySee(actor, facts) && stands(actor, taker, matter, directory)
  return fitting.some(fits) ? 'yes' : 'wrong-side'
}

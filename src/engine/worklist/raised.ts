import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Raising } from '../../domain/procedure/procedure.ts'
import type { SeatName } from '../../domain/procedure/seat.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { postsOf, type Seated, unitsOf } from '../access/seats.ts'
import { heldAt, nearestHolder, worklistTokens } from './waits-for.ts'

/** Who sees to what is raised to a unit, the nearest to the work first. */
const WORKING: readonly Role[] = ['handler', 'inspector', 'mediator', 'clerk', 'triageOfficer', 'leader']
/** And on the side that ordered. */
const ORDERING: readonly Role[] = ['leader', 'triageOfficer', 'clerk']

/** Whose worklists a matter enters when it is raised to these seats, as tokens; an empty seat is its unit's. */
export function raisedTo(seats: readonly Raising[], matter: Seated, directory: Directory): string[] {
  const tokens = seats.flatMap((raising) => {
    if (typeof raising === 'object' && raising.role)
      return raisedAt({ ...raising, role: raising.role }, matter, directory)
    const seat = typeof raising === 'string' ? raising : raising.seat
    const posts = postsOf(seat, matter).filter((id) => directory.posts[id])
    if (posts.length > 0) return posts.map((id) => `post:${id}`)
    const units = seat === 'owner' ? [matter.unitId] : unitsOf(seat, matter, directory)
    const roles = seat === 'ordering' || seat === 'sponsor' || seat === 'supervisor' ? ORDERING : WORKING
    return units.flatMap((unit) => heldAt(directory, unit, roles) ?? nearestHolder(directory, unit, roles) ?? [])
  })
  return [...playersOnly([...new Set(tokens)], matter, directory)]
}

/**
 * The nearest with a role in the units of a seat or above them; who ordered it in person, where that side's leader is meant. Never nobody:
 * a unit on the way whose post is empty has its leader told, and where nobody with the role is anywhere, the nearest leader gets it.
 */
function raisedAt(
  { seat, role, above }: { readonly seat: SeatName; readonly role: Role; readonly above?: true },
  matter: Seated,
  directory: Directory,
): string[] {
  if (seat === 'ordering' && role === 'leader' && matter.orderingPostId) return [`post:${matter.orderingPostId}`]
  return unitsOf(seat, matter, directory).flatMap((unit) => {
    const from = above ? directory.units[unit]?.parentId : unit
    if (from === undefined) return []
    const found = nearestHolder(directory, from, [role])
    const empty = emptyOnTheWay(from, role, found, directory).flatMap(
      (id) => nearestHolder(directory, id, LEADING) ?? [],
    )
    return [found ?? nearestHolder(directory, from, LEADING) ?? `${role}@${from}`, ...empty]
  })
}

const LEADING: readonly Role[] = ['leader', 'president', 'divisionHead']

/** Units from this one up to where somebody was found that have a post with the role, and nobody in it now. */
function emptyOnTheWay(from: string, role: Role, found: string | undefined, { units, posts }: Directory): string[] {
  const empty: string[] = []
  for (let unit = units[from]; unit; unit = unit.parentId ? units[unit.parentId] : undefined) {
    if (found === `${role}@${unit.id}`) break
    const here = unit.id
    if (Object.values(posts).some((post) => post.unitId === here && post.roles.includes(role))) empty.push(here)
  }
  return empty
}

/** An exercise alarms nobody outside it: only whoever sits in it, and the units that play, by themselves or by a post of theirs. */
export function playersOnly(tokens: readonly string[], matter: Seated, { posts }: Directory): readonly string[] {
  if (!matter.exercise) return tokens
  const seated = [
    matter.ownerPostId,
    matter.verifierPostId,
    matter.supervisorPostId,
    matter.sponsorPostId,
    matter.orderingPostId,
    ...(matter.holders ?? []).map(({ id }) => id),
  ].flatMap((id) => id ?? [])
  const units = [matter.unitId, matter.originUnitId, ...seated.map((id) => posts[id]?.unitId ?? id)]
  return tokens.filter((token) =>
    token.startsWith('post:')
      ? seated.includes(token.slice('post:'.length))
      : units.includes(token.slice(token.indexOf('@') + 1)),
  )
}

/** Whose clock is late, where it is a holder's; and how often it was raised to this role before, each time to the next one above. */
type Lateness = { readonly holder?: string | undefined; readonly before?: number }

/**
 * To whom an overdue matter is raised: the nearest with this role in the unit that is late or above it, and on the side that
 * ordered it, where that is another. Late is the responsible unit, or the `holder` of a seat whose clock it was. Raised again, it
 * goes one higher; from the highest it cannot.
 */
export function raisedToRole(role: Role, matter: Seated, directory: Directory, late: Lateness = {}): string[] {
  const { holder, before = 0 } = late
  const lateUnit = holder === undefined ? undefined : (directory.posts[holder]?.unitId ?? directory.units[holder]?.id)
  const units = [lateUnit ?? matter.unitId, ...unitsOf('ordering', matter, directory)]
  const holders = units.flatMap((unit) => higherHolder(directory, unit, role, before) ?? [])
  const ordered = role === 'leader' && matter.orderingPostId ? [`post:${matter.orderingPostId}`] : []
  return [...playersOnly([...new Set([...ordered, ...holders])], matter, directory)]
}

/** The nearest holder of a role at a unit or above, or so many holders higher; the highest where there are not so many. */
function higherHolder(directory: Directory, unitId: string, role: Role, higher: number): string | undefined {
  const nearest = nearestHolder(directory, unitId, [role])
  const above = nearest && directory.units[nearest.slice(nearest.indexOf('@') + 1)]?.parentId
  if (higher === 0 || above === undefined) return nearest
  return higherHolder(directory, above, role, higher - 1) ?? nearest
}

/** What of the raised an actor's step deals with, as tokens: everything that stands on their own worklist. */
export function settledBy(actor: Actor, { raised = [] }: Pick<Matter, 'raised'>): string[] {
  if (raised.length === 0) return []
  const own = worklistTokens(actor.postId, actor.unitId, actor.roles)
  return [...new Set(raised.flatMap(({ to }) => to))].filter((token) => own.includes(token))
}

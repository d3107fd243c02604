import type { Matter } from '../../domain/matter/matter.ts'
import type { Condition } from '../../domain/procedure/condition.ts'
import { conditionOf } from '../../domain/procedure/named-conditions.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { SeatName } from '../../domain/procedure/seat.ts'
import { roleOf, rolesOf, type Taker } from '../../domain/procedure/taker.ts'
import { oversees, type Role } from '../../domain/unit/role.ts'
import { isThere } from '../../domain/unit/staff.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { askedThemselves, isForHolders } from '../access/holders.ts'
import { postsOf, unitsOf } from '../access/seats.ts'
import { couldBeTaken } from '../conditions/conditions.ts'

/**
 * `role@unit` of every post in which somebody is there, or of all where nobody is in any: a vacant post does no work, nor one whose
 * holder is away and for whom nobody stands in. Worked out once a
 * directory: every command asks, and a directory has hundreds of posts.
 */
const tokensOf = new WeakMap<Directory, ReadonlySet<string>>()

function tokens(directory: Directory): ReadonlySet<string> {
  const known = tokensOf.get(directory)
  if (known) return known
  const posts = Object.values(directory.posts)
  const held = posts.filter(({ id }) => isThere(id, directory))
  const made = new Set(
    (held.length > 0 ? held : posts).flatMap((post) => post.roles.map((role) => `${role}@${post.unitId}`)),
  )
  tokensOf.set(directory, made)
  return made
}

/** The first of the roles that a post of this unit has, as a token. */
export function heldAt(directory: Directory, unitId: string, roles: readonly Role[]): string | undefined {
  const role = roles.find((one) => tokens(directory).has(`${one}@${unitId}`))
  return role && `${role}@${unitId}`
}

/** The nearest unit at or above `unitId` that has a post with one of the roles, and the first of them it has. */
export function nearestHolder(directory: Directory, unitId: string, roles: readonly Role[]): string | undefined {
  for (let unit = directory.units[unitId]; unit; unit = unit.parentId ? directory.units[unit.parentId] : undefined) {
    const holder = heldAt(directory, unit.id, roles)
    if (holder) return holder
  }
  return undefined
}

/**
 * Whose work a step is, as worklist tokens: its named owner, supervisor or verifier; else the first role of the definition,
 * where it is nearest, and the first that the unit itself has. The others may take the step too, but it is not their work;
 * who oversees gets it only where the definition names nobody before, or nobody else is there.
 */
export function stepWaitsFor(step: Step, matter: Matter, directory: Directory): string[] {
  const asked = askedThemselves(step, matter)
  if (asked)
    return asked.flatMap((id) => (directory.posts[id] ? `post:${id}` : unitWaitsFor(id, rolesOf(step.by), directory)))
  const demanded = seatDemanded(step)
  if (demanded && (demanded !== 'ordering' || matter.orderingPostId))
    return postsOf(demanded, matter).map((id) => `post:${id}`)
  if (step.handles && matter.ownerPostId) return [`post:${matter.ownerPostId}`]
  if (step.verifies && matter.verifierPostId) return [`post:${matter.verifierPostId}`]
  const officials = step.by.filter((taker) => taker !== 'system' && taker !== 'reporter')
  const named = officials.flatMap((taker) => namedPosts(taker, matter, directory))
  if (named.length > 0) return named
  const seat = seatWaitedAt(officials)
  const roles = officials.filter((taker) => seatWaitedAt([taker]) === seat).map(roleOf)
  const units = unitsOf(seat, matter, directory).map((unit) => outsideOf(unit, seat, officials, directory))
  return [...new Set(units.flatMap((unit) => unitWaitsFor(unit, roles, directory)))]
}

/** The work of those above a seat and outside it begins at the unit above. */
const outsideOf = (unit: string, seat: SeatName, [first]: readonly Taker[], { units }: Directory): string =>
  (typeof first === 'object' && first.at === seat && first.outside === seat && units[unit]?.parentId) || unit

/** The seat that whoever takes the step must hold, by its guards. */
const seatDemanded = ({ guards = [] }: Step): SeatName | undefined =>
  guards.map((guard) => seatIn(conditionOf(guard))).find((seat) => seat !== undefined)

function seatIn(condition: Condition): SeatName | undefined {
  if ('actor' in condition) return typeof condition.actor === 'object' ? condition.actor.holds : undefined
  if ('seat' in condition || 'not' in condition) return undefined
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return parts.map(seatIn).find((seat) => seat !== undefined)
}

/** A post that holds the seat the taker must hold. */
const namedPosts = (taker: Taker, matter: Matter, directory: Directory): string[] =>
  typeof taker === 'string' || !taker.is
    ? []
    : postsOf(taker.is, matter).flatMap((id) => (directory.posts[id] ? [`post:${id}`] : []))

/** The seat of the first taker is where the work is; a bare role works where the responsible unit is. */
const seatWaitedAt = ([first]: readonly Taker[]): SeatName =>
  !first || typeof first === 'string' ? 'responsible' : (first.at ?? first.is ?? first.below ?? 'responsible')

function unitWaitsFor(unitId: string, roles: readonly Role[], directory: Directory): string[] {
  const doers = roles.filter((role, index) => index === 0 || !oversees(role))
  const first = nearestHolder(directory, unitId, doers.slice(0, 1))
  const own = heldAt(directory, unitId, doers)
  const holders = [...new Set([first, own].flatMap((holder) => holder ?? []))]
  if (holders.length > 0) return holders
  // Neither the first role nor the unit's own people: the nearest who may; or the unit, for whoever will.
  return [nearestHolder(directory, unitId, roles) ?? `${roles[0] ?? 'clerk'}@${unitId}`]
}

const stepsByState = new WeakMap<Procedure, Map<string, readonly Step[]>>()

/** The steps from a state that may wait for somebody, whatever the matter: looked up once, every command asks. */
function awaitedIn(procedure: Procedure, state: string): readonly Step[] {
  const known = stepsByState.get(procedure) ?? new Map<string, readonly Step[]>()
  stepsByState.set(procedure, known)
  const found = known.get(state)
  if (found) return found
  const steps = Object.values(procedure.steps).filter(
    (step) => (isOnPath(step) || isForHolders(step)) && (step.from === 'open' || step.from.includes(state)),
  )
  known.set(state, steps)
  return steps
}

/**
 * Whose worklist the matter stands on: `post:<id>` or `<role>@<unit>`, as `stepWaitsFor` says of each step. Steps that move the matter on count, those of whoever was asked and has not answered,
 * and whom it was raised to. Sorted, without doubles; empty when it is done.
 */
export function waitsFor(procedure: Procedure, matter: Matter, directory: Directory): string[] {
  if (matter.group === 'done') return []
  const steps = awaitedIn(procedure, matter.state).filter(
    (step) => isAwaited(step, matter) && couldBeTaken({ procedure, step, matter }),
  )
  const raised = (matter.raised ?? []).flatMap(({ to }) => to)
  return [...new Set([...steps.flatMap((step) => stepWaitsFor(step, matter, directory)), ...raised])].sort()
}

/** Whether anybody is waited for: on the path for whoever moves the matter on, beside it for those who were asked themselves. */
export const isAwaited = (step: Step, matter: Matter): boolean =>
  isOnPath(step) || (askedThemselves(step, matter)?.length ?? 0) > 0

const isOnPath = (step: Step) => !step.aside && step.from !== 'open'

/** The tokens under which a post's own work is found. */
export const worklistTokens = (postId: string, unitId: string, roles: readonly Role[]): string[] => [
  `post:${postId}`,
  ...roles.map((role) => `${role}@${unitId}`),
]

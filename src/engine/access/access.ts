import { type Actor, ownPosts, persons } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import type { Sight } from '../../domain/unit/sight.ts'
import type { Directory } from '../../domain/unit/unit.ts'

/** What access depends on. Paths as in `Unit.path`, so that "at or below" is "starts with". */
export type AccessFacts = {
  readonly tenant: string
  readonly unitPath: string
  readonly originPath: string
  readonly aboutPath?: string
  /** Posts, persons and units that are named in it. */
  readonly hiddenFrom?: readonly string[]
  readonly participants: readonly string[]
  /** Of those, who works on it still: who sits somewhere now, and who registered it. Whoever only took a step once sees it. */
  readonly working: { readonly posts: readonly string[]; readonly person?: string }
  /** Of a kind with a domain of its own. */
  readonly sight?: Sight
}

/** The path of a unit, closed or not. One that is not known any more gives a path that nobody is above of. */
export const unitPath = (unitId: string, { units, closedPaths }: Directory): string =>
  units[unitId]?.path ?? closedPaths?.[unitId] ?? `?${unitId}/`

/** How a unit that takes part stands among the participants, beside posts. */
export const unitToken = (unitId: string): string => `unit:${unitId}`

const takesPart = ({ postId }: Actor, { participants }: AccessFacts) => participants.includes(postId)

const worksOn = ({ postId, personId }: Actor, { working }: AccessFacts) =>
  working.posts.includes(postId) || working.person === personId

/** Who sits somewhere in person now, and who registered it. */
const workingOn = (matter: Matter): AccessFacts['working'] => ({
  posts: SEATED_POSTS.flatMap((seat) => matter[seat] ?? []),
  person: matter.openedBy,
})

/** The facts that say which posts sit in a matter. */
export const SEATED_POSTS = [
  'ownerPostId',
  'verifierPostId',
  'supervisorPostId',
  'sponsorPostId',
  'orderingPostId',
] as const satisfies readonly (keyof Matter)[]

/** From whom a matter is hidden. */
export const aboutFacts = (
  { aboutUnitId }: Pick<Matter, 'aboutUnitId'>,
  directory: Directory,
): Pick<AccessFacts, 'aboutPath'> => (aboutUnitId ? { aboutPath: unitPath(aboutUnitId, directory) } : {})

// A matter never changes, and each of its steps asks.
const lastAsked = new WeakMap<Matter, { readonly directory: Directory; readonly facts: AccessFacts }>()

/** The access facts of a matter. A unit that is no longer known gives a path nobody is above of. */
export function accessFacts(matter: Matter, directory: Directory): AccessFacts {
  const last = lastAsked.get(matter)
  if (last?.directory === directory) return last.facts
  const facts = workedOut(matter, directory)
  lastAsked.set(matter, { directory, facts })
  return facts
}

function workedOut(matter: Matter, directory: Directory): AccessFacts {
  return {
    tenant: matter.tenant,
    unitPath: unitPath(matter.unitId, directory),
    originPath: unitPath(matter.originUnitId, directory),
    ...aboutFacts(matter, directory),
    ...(matter.hiddenFrom ? { hiddenFrom: matter.hiddenFrom } : {}),
    participants: matter.participants,
    working: workingOn(matter),
    ...sightOf(matter, directory),
  }
}

const sightOf = ({ procedure }: Pick<Matter, 'procedure'>, { sights }: Directory): Pick<AccessFacts, 'sight'> => {
  const sight = sights && Object.hasOwn(sights, procedure) ? sights[procedure] : undefined
  return sight ? { sight } : {}
}

/** Is the matter about the actor's own unit or one above it? Then not even its existence is told. */
export const isAboutOwnUnit = (actor: Actor, { aboutPath }: AccessFacts): boolean =>
  aboutPath !== undefined && ownPosts(actor).some((own) => own.unitPath.startsWith(aboutPath))

/**
 * May this actor see the matter? At or above the responsible or the registering unit, or taking part in it;
 * never when the matter is about the actor's own unit or one above it, or names the actor as one from whom it is hidden. A reporter sees by code, not by this rule.
 */
export function maySee(actor: Actor, facts: AccessFacts): boolean {
  if (actor.tenant !== facts.tenant) return false
  if (actor.roles.includes('system')) return true
  if (actor.roles.includes('reporter')) return false
  if (isAboutOwnUnit(actor, facts) || isNamed(actor, facts)) return false
  return (
    takesPart(actor, facts) ||
    facts.participants.includes(unitToken(actor.unitId)) ||
    (hasRoleFor(actor, facts) && isInLine(actor.unitPath, facts))
  )
}

/** Everything under which an actor may be named: post, person, unit and those above it. */
export const nameTokens = (actor: Actor): string[] => [
  ...persons(actor).map(personToken),
  ...ownPosts(actor).flatMap(({ postId, unitPath: path }) => [
    postId,
    ...path.split('/').filter(Boolean).map(unitToken),
  ]),
]

/** How a person who is named stands among posts and units. */
export const personToken = (personId: string): string => `person:${personId}`

/** Is the actor named in it, or does the actor work in a unit that is, or below it? Then it is not there. */
export const isNamed = (actor: Actor, { hiddenFrom }: AccessFacts): boolean =>
  hiddenFrom !== undefined && nameTokens(actor).some((token) => hiddenFrom.includes(token))

const hasRoleFor = ({ roles }: Actor, { sight }: AccessFacts) =>
  !sight?.only || sight.only.some((role) => roles.includes(role))

function isInLine(
  path: string,
  { sight, unitPath: responsible, originPath }: Pick<AccessFacts, 'sight' | 'unitPath' | 'originPath'>,
): boolean {
  if (sight?.line === 'everyone') return true
  if (sight?.line === 'own') return responsible === path || originPath === path
  return responsible.startsWith(path) || originPath.startsWith(path)
}

/**
 * May this actor act in the matter? Seeing through the registering unit alone is not enough, nor through a unit that assists:
 * that one acts where a step is for its seat. Nor is having taken a step before: the unit that had it once, or answered for its
 * part, neither handles it nor opens who is in it.
 */
export function mayAct(actor: Actor, facts: AccessFacts): boolean {
  if (!maySee(actor, facts)) return false
  return actor.roles.includes('system') || facts.unitPath.startsWith(actor.unitPath) || worksOn(actor, facts)
}

/** What keeps a matter from some who would else see it. */
type Secrecy = Pick<AccessFacts, 'aboutPath' | 'hiddenFrom' | 'sight' | 'unitPath' | 'originPath'>

/** From whom a matter is kept, of one that may be still being opened. */
export const secrecyOf = (
  matter: Pick<Matter, 'aboutUnitId' | 'hiddenFrom' | 'procedure' | 'unitId' | 'originUnitId'>,
  directory: Directory,
): Secrecy => ({
  unitPath: unitPath(matter.unitId, directory),
  originPath: unitPath(matter.originUnitId, directory),
  ...aboutFacts(matter, directory),
  ...present({ hiddenFrom: matter.hiddenFrom }),
  ...sightOf(matter, directory),
})

/**
 * Would a record of the first matter that names the second have a gap for some of its readers, or tell them its number? It would
 * when the second is a complaint about a unit from which the first is not hidden, names somebody whom the first does not, or is
 * of a kind for few and the first is not, or is of other units: what is left out of a numbered, chained record shows.
 */
export const leavesGap = (record: Secrecy, named: Secrecy): boolean =>
  (named.aboutPath !== undefined &&
    !(record.aboutPath !== undefined && named.aboutPath.startsWith(record.aboutPath))) ||
  (named.hiddenFrom ?? []).some((token) => !record.hiddenFrom?.includes(token)) ||
  (isForFew(named) && !isForFewer(record, named))

/** Whether nobody sees the first who would not see the second, as far as their kinds and units say. */
const isForFewer = ({ sight: record, unitPath, originPath }: Secrecy, { sight: named, ...other }: Secrecy) =>
  record !== undefined &&
  record.line !== 'everyone' &&
  (named?.line !== 'own' || record.line === 'own') &&
  (named?.only === undefined || (record.only?.every((role) => named.only?.includes(role)) ?? false)) &&
  [unitPath, originPath].every((path) => isInLine(path, { ...other, ...present({ sight: named }) }))

const isForFew = ({ sight }: Secrecy) => sight !== undefined && sight.line !== 'everyone'

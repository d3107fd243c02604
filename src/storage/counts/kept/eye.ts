import { type CountQuery, categoryKey } from '../../../domain/counts/count-query.ts'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { isAboutOwnUnit, isNamed, unitPath } from '../../../engine/access/access.ts'
import { readGuard } from './facts.ts'

/** What a reader sees and asks for, value by value; each is worked out once. */
export type Eye = {
  /** Whether a unit is in the reader's line. */
  readonly reaches: (unitId: string) => boolean
  /** Whether what is kept from somebody is not kept from the reader. */
  readonly isLet: (guard: string) => boolean
  readonly asksUnit: (unitId: string) => boolean
  readonly asksPlace: (placeUnitId: string) => boolean
  readonly asksCategory: (procedure: string, category: string) => boolean
  readonly asksState: (state: string) => boolean
  readonly asksLevel: (level: string) => boolean
}

const yes = () => true

/** The same as `maySee` says of matters in the line of units, of kinds without a domain of their own. */
export function eyeOf(actor: Actor, directory: Directory, query: CountQuery): Eye {
  const { unitId, place, category, state, level } = query
  const isSystem = actor.roles.includes('system')
  const under = (top: string) => {
    const path = directory.units[top]?.path ?? directory.closedPaths?.[top] ?? '?'
    return remembered((id: string) => unitPath(id, directory).startsWith(path))
  }
  return {
    reaches: isSystem ? yes : remembered((id) => unitPath(id, directory).startsWith(actor.unitPath)),
    isLet: isSystem ? yes : remembered((guard) => isLetThrough(guard, actor, directory)),
    asksUnit: unitId === undefined ? yes : under(unitId),
    asksPlace: place === undefined ? yes : remembered((id) => id !== '' && under(place)(id)),
    asksCategory: category === undefined ? yes : (procedure, value) => categoryKey(procedure, value) === category,
    asksState: state === undefined ? yes : (value) => value === state,
    asksLevel: level === undefined ? yes : (value) => value === level,
  }
}

function isLetThrough(guard: string, actor: Actor, directory: Directory): boolean {
  if (guard === '') return true
  const { aboutUnitId, hiddenFrom } = readGuard(guard)
  const facts = {
    tenant: actor.tenant,
    unitPath: '',
    originPath: '',
    participants: [],
    working: { posts: [] },
    ...(aboutUnitId ? { aboutPath: unitPath(aboutUnitId, directory) } : {}),
    ...(hiddenFrom ? { hiddenFrom } : {}),
  }
  return !isAboutOwnUnit(actor, facts) && !isNamed(actor, facts)
}

/** Works out each answer once. */
export function remembered<T>(work: (of: string) => T): (of: string) => T {
  const known = new Map<string, T>()
  return (of) => {
    const before = known.get(of)
    if (before !== undefined) return before
    const answer = work(of)
    known.set(of, answer)
    return answer
  }
}

import type { Actor } from '../../domain/matter/actor.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'

const KEPT_MS = 600_000
const MOST_KEPT = 200

type Kept<T> = Map<string, { readonly at: number; readonly view: Promise<T> }>

/** Who asks, when, and for what. `deps` are those of the server: what one keeps is not another's. */
export type Asked = { readonly actor: Actor; readonly now: Instant; readonly deps: object; readonly of: unknown }

/**
 * What takes the processor or the database a moment and changes from day to day, kept for ten minutes for who asked: the same person in the
 * same post with the same roles, while units and definitions stay as they are. Two who ask at once wait for one answer; what failed is not kept.
 */
export function keptAWhile<T>(): (asked: Asked, read: () => Promise<T>) => Promise<T> {
  const ofServers = new WeakMap<object, Kept<T>>()
  return ({ actor, now, deps, of }, read) => {
    const kept: Kept<T> = ofServers.get(deps) ?? new Map()
    ofServers.set(deps, kept)
    const key = JSON.stringify([actor, dayOf(now), of])
    const known = kept.get(key)
    if (known && Math.abs(Date.parse(now) - known.at) < KEPT_MS) return known.view
    const view = read()
    kept.delete(key)
    kept.set(key, { at: Date.parse(now), view })
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
    view.catch(() => kept.delete(key))
    return view
  }
}

import type { Kysely } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { Tables } from '../../schema/tables.ts'
import { mattersById } from './rows-of.ts'

/** A matter that was found in sight, and the head of its chain. */
export type Sighted = { readonly id: string; readonly head: string }

/** So many are kept, of all tenants together: some ten full worklists, about 15 MB. */
const KEPT = 3_000
const known = new Map<string, { readonly head: string; readonly matter: Matter }>()

/**
 * Matters that were found in the actor's sight just now, in that order. What one says at a head of its chain never changes: who looks at
 * a worklist again has what did not move from memory, and only the rest is read.
 */
export async function knownMatters(
  db: Kysely<Tables>,
  actor: Actor,
  found: readonly Sighted[],
  directory: Directory,
): Promise<Matter[]> {
  const keyOf = (id: string) => `${actor.tenant} ${id}`
  const kept = new Map<string, Matter>()
  for (const { id, head } of found) {
    const one = known.get(keyOf(id))
    if (one?.head !== head) continue
    kept.set(id, one.matter)
    // What is used stays longest.
    known.delete(keyOf(id))
    known.set(keyOf(id), one)
  }
  const missing = new Map(found.filter(({ id }) => !kept.has(id)).map(({ id, head }) => [id, head]))
  for (const [id, matter] of await mattersById(db, actor, [...missing.keys()], directory)) {
    kept.set(id, matter)
    remember(keyOf(id), matter, missing.get(id))
  }
  return found.flatMap(({ id }) => kept.get(id) ?? [])
}

function remember(key: string, matter: Matter, head: string | undefined): void {
  if (head === undefined) return
  known.delete(key)
  known.set(key, { head, matter })
  const [oldest] = known.keys()
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
}

/** For whoever measures: nothing was looked at yet. */
export const forgetMatters = (): void => known.clear()

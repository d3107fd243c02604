import type { Instant } from '../../domain/time/time.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { dueMatters } from '../../storage/due/due-matters.ts'

/** Matters that one turn of one tenant takes: more are no faster, and requests of people wait longer between two of them. */
export const PIECE = 100

/** How often a matter that somebody else works on is tried in one round. */
const TRIES = 3

/** What is due in one tenant, as far as it is known. */
export type Queue = {
  readonly tenant: string
  /** Matters that wait for their turn, the longest due first. */
  ids: string[]
  /** Where the page after the last one begins; undefined when there is none. */
  since: Instant | '-infinity' | undefined
  /** How often each was taken in this round. */
  readonly taken: Map<string, number>
  turns: number
}

export type Piece = { readonly queue: Queue; readonly ids: readonly string[] }

/**
 * What is due in all tenants, one piece of one tenant after the other: a tenant with thousands due waits for its next turn like one with
 * three. `mayGoOn` is asked before each turn, and told whether the tenant has had one already.
 */
export function dueRound(
  deps: StorageDeps,
  tenants: readonly string[],
  mayGoOn: (again: boolean) => Promise<boolean>,
  failed: (tenant: string, cause: Error) => void,
) {
  const ring = tenants.map((tenant): Queue => ({ tenant, ids: [], since: '-infinity', taken: new Map(), turns: 0 }))
  let last: Promise<unknown> = Promise.resolve()

  const take = async (): Promise<Piece | undefined> => {
    for (let queue = ring[0]; queue; queue = ring[0]) {
      if (!(await mayGoOn(queue.turns > 0))) return undefined
      ring.shift()
      queue.turns += 1
      await fill(deps, queue).catch((cause: Error) => failed(queue.tenant, cause))
      const ids = queue.ids.splice(0, PIECE)
      if (ids.length === 0) continue
      for (const id of ids) queue.taken.set(id, (queue.taken.get(id) ?? 0) + 1)
      ring.push(queue)
      return { queue, ids }
    }
    return undefined
  }
  return {
    /** The next piece; undefined when nothing is due any more, or time is over. */
    next(): Promise<Piece | undefined> {
      const piece = last.then(take)
      last = piece.catch(() => {})
      return piece
    },
    /** Puts matters that were changed meanwhile at the end of their tenant's queue. */
    giveBack(queue: Queue, ids: readonly string[]): void {
      queue.ids.push(...ids.filter((id) => (queue.taken.get(id) ?? 0) < TRIES))
      if (queue.ids.length > 0 && !ring.includes(queue)) ring.push(queue)
    },
    /** Takes nothing more of this tenant. */
    drop(queue: Queue): void {
      queue.ids = []
      queue.since = undefined
    },
    /** Whether something is left for another round. */
    hasMore: () => ring.length > 0,
  }
}

/** Reads on until something new is due, or nothing more. */
async function fill(deps: StorageDeps, queue: Queue): Promise<void> {
  while (queue.ids.length === 0 && queue.since !== undefined) {
    const { ids, next } = await dueMatters(deps, queue.tenant, deps.now(), queue.since)
    queue.ids = ids.filter((id) => !queue.taken.has(id))
    // A whole page of one moment that was taken already: what is left of it is for another round.
    queue.since = queue.ids.length === 0 && next === queue.since ? undefined : next
  }
}

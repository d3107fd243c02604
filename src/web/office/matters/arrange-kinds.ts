import type { Role } from '../../../domain/unit/role.ts'
import type { KindCount, KindName } from '../../../domain/views/views.ts'

/** So many tabs fit in the row beside everything else on a narrow desk. */
const MOST_TABS = 7

export type ArrangedKinds = {
  /** Tabs, in the order of all kinds. */
  readonly shown: readonly KindName[]
  /** Behind the button: kinds with matters in sight or that the reader registers. */
  readonly met: readonly KindName[]
  /** Behind the button, last: kinds that this post has not met. */
  readonly unmet: readonly KindName[]
}

/** The kinds a post meets most have tabs, and so has the one that is open; they stand in the order of all kinds. */
export function arrangeKinds(
  kinds: readonly KindName[],
  counts: readonly KindCount[],
  roles: readonly Role[],
  current: string | undefined,
): ArrangedKinds {
  const count = new Map(counts.map(({ procedure, all }) => [procedure, all]))
  const isMet = ({ id, by }: KindName) => (count.get(id) ?? 0) > 0 || by.some((role) => roles.includes(role))
  const met = kinds.filter((kind) => isMet(kind) || kind.id === current)
  const rank = ({ id }: KindName) => (id === current ? Number.POSITIVE_INFINITY : (count.get(id) ?? 0))
  const most = new Set([...met].sort((a, b) => rank(b) - rank(a)).slice(0, MOST_TABS))
  return {
    shown: met.filter((kind) => most.has(kind)),
    met: met.filter((kind) => !most.has(kind)),
    unmet: kinds.filter((kind) => !met.includes(kind)),
  }
}

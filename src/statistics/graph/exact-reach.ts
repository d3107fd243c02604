import type { Wire, Wired } from './cascade.ts'

/** How many states are looked at before it is left to sampling: a few milliseconds. */
const MOST_STATES = 20_000
/** Two sets of nodes in one whole number below 2^53. */
const MOST_NODES = 26
/** One node that passes on to more than this has too many ways to do so. */
const MOST_LEAVING = 12

/** Where a cascade stands: what is reached, and what of it has not passed on yet. */
type States = Map<number, number>

/**
 * The exact chance that each node is reached when links fire independently; undefined when that takes too many states. Nodes pass on
 * one after another, and what they have led to is merged: what comes later depends on what is reached and has not passed on, and
 * on nothing else, so circles and links side by side need no care of their own.
 * @param without the link that is cut, by its place in the cascade
 */
export function exactReach(wired: Wired, without?: number): readonly number[] | undefined {
  const { names, begins } = wired
  const kept = wired.leaving.map((wires) => wires.filter(({ link }) => link !== without))
  const passing = kept.map((wires) => wires.length > 0)
  const order = ordered(kept, begins)
  const place = new Map(order.map((node, at) => [node, at]))
  if (order.length > MOST_NODES) return undefined
  const leaving = order.map((node) => merged(kept[node] ?? [], place))
  if (leaving.some(({ length }) => length > MOST_LEAVING)) return undefined
  const chances = names.map(() => 0)
  const size = order.length
  const shift = 2 ** size
  const passes = maskOf(order.flatMap((node, at) => (passing[node] ? [at] : [])))
  const first = maskOf(begins.flatMap((node) => place.get(node) ?? []))
  let states: States = new Map([[first * shift + (first & passes), 1]])
  let seen = 0
  while (states.size > 0) {
    seen += states.size
    if (seen > MOST_STATES) return undefined
    const next: States = new Map()
    for (const [state, chance] of states) {
      const reached = Math.floor(state / shift)
      const waiting = state % shift
      if (waiting === 0) {
        for (let at = 0; at < size; at += 1)
          if (reached & (1 << at)) chances[order[at] ?? 0] = (chances[order[at] ?? 0] ?? 0) + chance
        continue
      }
      const at = 31 - Math.clz32(waiting & -waiting)
      passOn(leaving[at] ?? [], { reached, waiting: waiting & ~(1 << at), chance, passes }, (more, left, share) => {
        const key = more * shift + left
        next.set(key, (next.get(key) ?? 0) + share)
      })
    }
    states = next
  }
  return chances.map((chance) => Math.min(1, chance))
}

type Passing = {
  readonly reached: number
  readonly waiting: number
  readonly chance: number
  readonly passes: number
}
type Arrow = { readonly to: number; readonly chance: number }

/** Every way in which one node passes on, each with its chance. */
function passOn(
  arrows: readonly Arrow[],
  { reached, waiting, chance, passes }: Passing,
  found: (reached: number, waiting: number, chance: number) => void,
  from = 0,
): void {
  for (let index = from; index < arrows.length; index += 1) {
    const { to, chance: fires } = arrows[index] as Arrow
    const bit = 1 << to
    if (reached & bit) continue
    const more = { reached: reached | bit, waiting: waiting | (bit & passes), chance: chance * fires, passes }
    passOn(arrows, more, found, index + 1)
    if (fires === 1) return
    passOn(arrows, { reached, waiting, chance: chance * (1 - fires), passes }, found, index + 1)
    return
  }
  found(reached, waiting, chance)
}

/** Links from one node to another side by side count as one that fires when any of them does. */
function merged(wires: readonly Wire[], place: ReadonlyMap<number, number>): Arrow[] {
  const misses = new Map<number, number>()
  for (const { to, chance } of wires) {
    const at = place.get(to)
    if (at !== undefined) misses.set(at, (misses.get(at) ?? 1) * (1 - chance))
  }
  return [...misses].map(([to, miss]) => ({ to, chance: 1 - miss }))
}

/** The nodes in an order in which few are open at a time: causes before effects, where there is no circle. */
function ordered(leaving: readonly (readonly Wire[])[], begins: readonly number[]): number[] {
  const seen = new Set<number>()
  const after: number[] = []
  const visit = (node: number): void => {
    if (seen.has(node)) return
    seen.add(node)
    for (const { to } of leaving[node] ?? []) visit(to)
    after.push(node)
  }
  for (const node of begins) visit(node)
  return after.reverse()
}

const maskOf = (places: readonly number[]): number => places.reduce((mask, at) => mask | (1 << at), 0)

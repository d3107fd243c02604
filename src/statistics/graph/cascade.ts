/** A link that fires with a chance, whatever the others do. Links may run side by side, in circles, and back to where they start. */
export type Link = { readonly from: string; readonly to: string; readonly chance: number }

/** What may lead to what, from where it begins, and how much each node weighs when it is reached (1 when nothing is said). */
export type Cascade = {
  readonly links: readonly Link[]
  readonly begins: readonly string[]
  readonly weights?: Readonly<Record<string, number>>
}

/** The links of a cascade by number: what cannot matter is left out, which is what never fires, leads back, or is never come to. */
export type Wired = {
  readonly names: readonly string[]
  /** Numbers of the nodes where it begins. */
  readonly begins: readonly number[]
  readonly weights: readonly number[]
  readonly wires: readonly Wire[]
  /** The wires that leave each node. */
  readonly leaving: readonly (readonly Wire[])[]
}

/** A link between numbered nodes; `link` is its place in the cascade. */
export type Wire = { readonly link: number; readonly from: number; readonly to: number; readonly chance: number }

/** Numbers the nodes of a cascade and keeps the links that can matter. @throws RangeError when a chance or a weight is none */
export function wire({ links, begins, weights = {} }: Cascade): Wired {
  for (const { chance } of links)
    if (!(chance >= 0 && chance <= 1)) throw new RangeError(`a chance lies between 0 and 1, not ${chance}`)
  for (const weight of Object.values(weights))
    if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError(`a weight is 0 or more, not ${weight}`)
  const names = [...new Set([...begins, ...links.flatMap(({ from, to }) => [from, to])])]
  const numberOf = new Map(names.map((name, number) => [name, number]))
  const number = (name: string) => numberOf.get(name) ?? -1
  const starts = [...new Set(begins.map(number))]
  const live = links.flatMap(({ from, to, chance }, link): Wire[] => {
    const isIdle = chance === 0 || from === to || starts.includes(number(to))
    return isIdle ? [] : [{ link, from: number(from), to: number(to), chance }]
  })
  const reachable = closure(starts, leavingOf(names.length, live))
  const wires = live.filter(({ from }) => reachable[from] === 1)
  return {
    names,
    begins: starts,
    weights: names.map((name) => (Object.hasOwn(weights, name) ? (weights[name] ?? 1) : 1)),
    wires,
    leaving: leavingOf(names.length, wires),
  }
}

const leavingOf = (size: number, wires: readonly Wire[]): Wire[][] => {
  const leaving = Array.from({ length: size }, (): Wire[] => [])
  for (const one of wires) leaving[one.from]?.push(one)
  return leaving
}

/** Marks every node that can be come to. */
function closure(starts: readonly number[], leaving: readonly (readonly Wire[])[]): Uint8Array {
  const marked = new Uint8Array(leaving.length)
  const open = [...starts]
  for (const start of starts) marked[start] = 1
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const { to } of leaving[at] ?? [])
      if (marked[to] === 0) {
        marked[to] = 1
        open.push(to)
      }
  return marked
}

/** Expected weight of what is reached beyond where it begins. */
export const reachOf = ({ weights, begins }: Wired, chances: readonly number[]): number =>
  chances.reduce((sum, chance, node) => (begins.includes(node) ? sum : sum + chance * (weights[node] ?? 0)), 0)

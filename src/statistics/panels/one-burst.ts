/** A node of a tree whose count is above its bound, with how unusual that is. */
export type Crossing = { readonly node: string; readonly logP: number }

/**
 * Which nodes stand for the crossings of one family, top down over a tree, so that one burst is one warning: where one node alone below
 * crosses, it lies there; where several do, it is the node above them that has it, if that one crosses as well; what crosses with
 * nothing below it stands for itself.
 * @param above the nodes above each, nearest first
 */
export function oneBurst<T extends Crossing>(crossings: readonly T[], above: (node: string) => readonly string[]): T[] {
  const best = new Map<string, T>()
  for (const crossing of crossings) {
    const known = best.get(crossing.node)
    if (!known || crossing.logP < known.logP) best.set(crossing.node, crossing)
  }
  // The nearest crossing above each: the tree of those that cross.
  const below = new Map<string, T[]>()
  const tops: T[] = []
  for (const crossing of best.values()) {
    const parent = above(crossing.node).find((node) => best.has(node))
    if (parent === undefined) tops.push(crossing)
    else below.set(parent, [...(below.get(parent) ?? []), crossing])
  }
  const standing = (crossing: T): T => {
    const under = below.get(crossing.node) ?? []
    return under.length === 1 ? standing(under[0]!) : crossing
  }
  return tops.map(standing)
}

/** Counts below this tell of single people: they are said as few (rule R9 of the county's data rules). */
export const FEW = 5

/** A count as it is told: `few` is less than five, `hidden` is more and would give a small one away. */
export type ToldCount = number | 'few' | 'hidden'

/** A count by itself, from which nothing else follows. */
export const toldAlone = (count: number): ToldCount => (count < FEW ? 'few' : count)

/** Parts and their sum as they may be told together. */
export type ToldParts = { readonly total: ToldCount; readonly parts: readonly ToldCount[] }

/**
 * Where readers may not see the matters behind a figure, no small count is told, and none from which a small one follows:
 * total less the others. Then all other parts are hidden with it, since which of them were would tell how large they are; when
 * that is not enough, the total is.
 */
export function toldParts(counts: readonly number[]): ToldParts {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total < FEW) return { total: 'few', parts: counts.map(() => 'hidden') }
  const each = counts.map(toldAlone)
  if (!followsFrom(each, counts)) return { total, parts: each }
  const parts = counts.map((count) => (count < FEW ? 'few' : 'hidden'))
  return { total: followsFrom(parts, counts) ? 'hidden' : total, parts }
}

/** Whether what is not told of the parts can be worked out from the total, or is as good as told. */
function followsFrom(told: readonly ToldCount[], counts: readonly number[]): boolean {
  const untold = told.flatMap((one, at) => (typeof one === 'number' ? [] : [{ one, count: counts[at] ?? 0 }]))
  const few = untold.filter(({ one }) => one === 'few').length
  if (few === 0) return false
  const hidden = untold.length - few
  const left = untold.reduce((sum, { count }) => sum + count, 0)
  const least = hidden > 0 ? 0 : Math.max(0, left - (FEW - 1) * (few - 1))
  const most = Math.min(FEW - 1, left - FEW * hidden)
  // Two values apart, so that one who knows this rule learns nothing from what is hidden.
  return most - least < 2
}

/**
 * Groups by size, the small ones as one group without a name, with as many of the next as it takes until that one is not small: then
 * all can be told. A group without a name that was there before is one of them.
 */
export function mergedSmall<T>(
  groups: ReadonlyMap<string, readonly T[]>,
  size: (members: readonly T[]) => number,
): (readonly [name: string, members: readonly T[]])[] {
  const bySize = [...groups].sort(([, a], [, b]) => size(a) - size(b))
  const rest = [...(groups.get('') ?? [])]
  const kept: (readonly [string, readonly T[]])[] = []
  for (const [name, members] of bySize) {
    if (name === '') continue
    const isRestSmall = rest.length > 0 && size(rest) < FEW
    if (size(members) < FEW || isRestSmall) rest.push(...members)
    else kept.push([name, members])
  }
  return [...kept.reverse(), ...(rest.length > 0 ? [['', rest] as const] : [])]
}

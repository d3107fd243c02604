/** Matters of one node and family registered on one day. A node is whose they are; a family is their kind and category. */
export type DayCount = { readonly day: number; readonly node: string; readonly family: string; readonly n: number }

/** Which nodes a node counts towards: itself first, then those above it. */
export type Lineage = (node: string) => readonly string[]

export type Span = { readonly from: number; readonly end: number }

/** Daily counts by family and node, those of a node with all below it. */
export type PanelCounts = ReadonlyMap<string, ReadonlyMap<string, Uint16Array>>

const MOST_A_DAY = 65_535

/** Adds up the rows for every node above; days outside the span are left out. */
export function panelCounts(rows: Iterable<DayCount>, lineage: Lineage, { from, end }: Span): PanelCounts {
  const families = new Map<string, Map<string, Uint16Array>>()
  for (const { day, node, family, n } of rows) {
    if (day < from || day > end) continue
    const nodes = families.get(family) ?? new Map<string, Uint16Array>()
    families.set(family, nodes)
    for (const each of lineage(node)) {
      const counts = nodes.get(each) ?? new Uint16Array(end - from + 1)
      nodes.set(each, counts)
      counts[day - from] = Math.min((counts[day - from] ?? 0) + n, MOST_A_DAY)
    }
  }
  return families
}

/** Sums of seven days each, the last of them ending with the last day before `end`; what is left over at the beginning is dropped. */
export function weeksOf(daily: Uint16Array, end = daily.length): number[] {
  const weeks = Math.floor(end / 7)
  const first = end - 7 * weeks
  const counts = Array<number>(weeks).fill(0)
  for (let day = first; day < end; day++) counts[Math.floor((day - first) / 7)]! += daily[day]!
  return counts
}

/** Of every week the most that any seven days had which ended in it: what seven nights would have looked at. */
export function mostOfSevenNights(daily: Uint16Array, end = daily.length): number[] {
  const first = end - 7 * Math.floor(end / 7)
  const most = Array<number>(Math.floor(end / 7)).fill(0)
  let sum = 0
  for (let day = 0; day < end; day++) {
    sum += daily[day]! - (day >= 7 ? daily[day - 7]! : 0)
    const week = Math.floor((day - first) / 7)
    if (week >= 0) most[week] = Math.max(most[week]!, sum)
  }
  return most
}

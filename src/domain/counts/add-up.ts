import { LEVELS } from '../matter/level.ts'
import type { Directory } from '../unit/unit.ts'
import { type CountCell, type CountKey, type CountQuery, countsIn, isAsked, keyOf } from './count-query.ts'
import type { Counted, CountRow } from './count-row.ts'

type MutableCell = { readonly key: CountCell['key']; readonly counts: Partial<Record<Counted, number>> }
/** Cells that are being added up, by their keys. */
export type Sums = Map<string, MutableCell>

/** Adds so many to a cell. */
export function addTo(sums: Sums, by: readonly CountKey[], values: readonly string[], counted: Counted, n: number) {
  const name = values.join('\n')
  const cell: MutableCell = sums.get(name) ?? {
    key: Object.fromEntries(by.map((key, at) => [key, values[at] ?? ''])),
    counts: {},
  }
  sums.set(name, cell)
  cell.counts[counted] = (cell.counts[counted] ?? 0) + n
}

/** Counts matters that are told one by one. */
export function addRows(sums: Sums, rows: Iterable<CountRow>, query: CountQuery, directory: Directory): void {
  const asked = isAsked(query, directory)
  for (const row of rows) {
    if (!asked(row)) continue
    for (const counted of query.counted)
      if (countsIn(counted, row, query))
        addTo(
          sums,
          query.by,
          query.by.map((key) => keyOf(key, row, counted)),
          counted,
          1,
        )
  }
}

/** What orders the values of a key: the administration, the rule book, the calendar. Never how many there are. */
export type Order = { readonly directory: Directory; readonly kinds: readonly string[] }

/** The cells in the order of their keys, those with nothing in them left out. */
export function cellsOf(sums: Sums, by: readonly CountKey[], { directory, kinds }: Order): CountCell[] {
  const units = new Map(Object.keys(directory.units).map((id, at) => [id, at]))
  const ranks = new Map(kinds.map((id, at) => [id, at]))
  const last = Number.MAX_SAFE_INTEGER
  const rankOf = (key: CountKey, value: string): number => {
    if (key === 'unit' || key === 'place') return units.get(value) ?? last
    if (key === 'kind') return ranks.get(value) ?? last
    if (key === 'category') return ranks.get(value.slice(0, value.indexOf('/'))) ?? last
    if (key === 'level') return value in LEVELS ? -LEVELS[value as keyof typeof LEVELS].rank : last
    return 0
  }
  const cells = [...sums.values()].flatMap(({ key, counts }) => {
    const some = Object.entries(counts).filter(([, n]) => n !== 0)
    const ranked = by.map((each) => ({ rank: rankOf(each, key[each] ?? ''), value: key[each] ?? '' }))
    return some.length > 0 ? [{ ranked, cell: { key, counts: Object.fromEntries(some) } }] : []
  })
  cells.sort((one, other) => {
    for (const [at, { rank, value }] of one.ranked.entries()) {
      const there = other.ranked[at]
      if (!there || (rank === there.rank && value === there.value)) continue
      return rank - there.rank || (value < there.value ? -1 : 1)
    }
    return 0
  })
  return cells.map(({ cell }) => cell)
}

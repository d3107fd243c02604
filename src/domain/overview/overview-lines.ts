import { unitsBelow } from '../bulletins/countable.ts'
import { below, type CountCell } from '../counts/count-query.ts'
import type { Counted } from '../counts/count-row.ts'
import type { Instant } from '../time/time.ts'
import type { Directory } from '../unit/unit.ts'
import type { DayCount, KindLine, OverviewSums, UnitLine } from './overview-view.ts'

/** What the lines are made of: counted by unit, kind and level. */
export const LINE_KEYS = ['unit', 'kind', 'level'] as const
export const LINE_COUNTED = ['open', 'overdue', 'opened', 'closed'] as const satisfies readonly Counted[]

type Sums = { -readonly [name in keyof OverviewSums]: number }
const none = (): Sums => ({ open: 0, overdue: 0, major: 0, opened: 0, closed: 0 })

function add(sums: Sums, { key, counts }: CountCell): void {
  for (const counted of LINE_COUNTED) sums[counted] += counts[counted] ?? 0
  if (key.level === 'major') sums.major += counts.open ?? 0
}

/** All cells together. */
export function sumOf(cells: readonly CountCell[]): OverviewSums {
  const sums = none()
  for (const cell of cells) add(sums, cell)
  return sums
}

/** A line for the unit's own matters where there are some, and one for each unit below it. */
export function unitLines(
  cells: readonly CountCell[],
  directory: Directory,
  unitId: string,
  overdueSince: ReadonlyMap<string, Instant>,
): UnitLine[] {
  const lines = unitsBelow(directory, unitId).map(({ id }) => ({ unitId: id, holds: below(directory, id) }))
  const all = [{ unitId, own: true as const, holds: (id: string) => !lines.some(({ holds }) => holds(id)) }, ...lines]
  return all.flatMap(({ holds, ...line }) => {
    const some = cells.filter(({ key }) => holds(key.unit ?? ''))
    if ('own' in line && some.length === 0) return []
    const [longest] = [...overdueSince].flatMap(([id, since]) => (holds(id) ? [since] : [])).sort()
    return [{ ...line, ...sumOf(some), ...(longest ? { overdueSince: longest } : {}) }]
  })
}

/** A line for each kind that has something, in the order of the rule book. */
export function kindLines(cells: readonly CountCell[], kinds: readonly string[]): KindLine[] {
  const found = new Map<string, Sums>()
  for (const cell of cells) {
    const kind = cell.key.kind ?? ''
    const sums = found.get(kind) ?? none()
    found.set(kind, sums)
    add(sums, cell)
  }
  return kinds.flatMap((kind) => {
    const sums = found.get(kind)
    return sums ? [{ kind, ...sums }] : []
  })
}

/** Days with something, the first first. */
export const dayCounts = (cells: readonly CountCell[]): DayCount[] =>
  cells
    .map(({ key, counts }) => ({ day: key.day ?? '', opened: counts.opened ?? 0, closed: counts.closed ?? 0 }))
    .sort((one, other) => (one.day < other.day ? -1 : 1))

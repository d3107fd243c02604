import { unitsBelow } from '../../domain/bulletins/countable.ts'
import { below, type CountQuery } from '../../domain/counts/count-query.ts'
import type { Counted } from '../../domain/counts/count-row.ts'
import { PERIOD_DAYS } from '../../domain/indicators/measures.ts'
import { periodDays } from '../../domain/indicators/named-period.ts'
import type { Instant } from '../../domain/time/time.ts'
import { countCells } from '../../storage/counts/count-cells.ts'
import { askedOf, type CompareWish, type Comparing, countLines, happenedBy, needsEvents, sumOf } from './count-lines.ts'

/** Counts that the counting operation gives as they are, from the counts that are kept: the others need the matters one by one. */
const COUNTED: Readonly<Record<string, Counted>> = {
  incoming: 'opened',
  closed: 'closed',
  onTime: 'onTime',
  late: 'late',
  returned: 'returned',
  pendingEnd: 'open',
  overdueOpen: 'overdue',
}

type Sums = Readonly<Record<string, number>>
/** What a formula names, unit by unit in the order of the administration, and of all together. */
export type NamedSums = {
  readonly at: Instant
  readonly lines: readonly { readonly unitId: string; readonly isOwn: boolean; readonly counts: Sums }[]
  readonly all: Sums
}

/** Counts what a formula names for the units below one. */
export async function sumsOf(
  comparing: Comparing,
  wish: CompareWish,
  kinds: readonly string[] | undefined,
  names: readonly string[],
): Promise<NamedSums> {
  const days = periodDays(wish.period)
  if (names.every((name) => name === PERIOD_DAYS || Object.hasOwn(COUNTED, name)))
    return fromCells(comparing, wish, kinds, names, days)
  const counted = await countLines(comparing, wish, kinds, { events: needsEvents(names) })
  const happened = happenedBy(counted, comparing.procedures)
  const countsOf = (rows: Parameters<typeof sumOf>[1]) =>
    Object.fromEntries(
      names.map((name) => [name, name === PERIOD_DAYS ? days : sumOf(name, rows, counted.asked, happened)]),
    )
  return {
    at: counted.asked.span.at,
    lines: counted.lines.map(({ rows, ...line }) => ({ ...line, counts: countsOf(rows) })),
    all: countsOf(counted.lines.flatMap(({ rows }) => rows)),
  }
}

async function fromCells(
  comparing: Comparing,
  wish: CompareWish,
  kinds: readonly string[] | undefined,
  names: readonly string[],
  days: number,
): Promise<NamedSums> {
  const { db, directory } = comparing
  const { asked, scope } = askedOf(comparing, wish, kinds)
  const counted = names.flatMap((name) => COUNTED[name] ?? [])
  const query: CountQuery = { ...asked, by: ['unit'], counted, unitId: wish.unitId }
  const cells = counted.length === 0 ? [] : await countCells(db, scope, query)
  const units = unitsBelow(directory, wish.unitId).map(({ id }) => ({ id, isIn: below(directory, id) }))
  const byUnit = Map.groupBy(cells, ({ key }) => units.find(({ isIn }) => isIn(key.unit ?? ''))?.id ?? wish.unitId)
  const countsOf = (some: typeof cells): Sums =>
    Object.fromEntries(
      names.map((name) => {
        const of = COUNTED[name]
        return [name, of === undefined ? days : some.reduce((sum, { counts }) => sum + (counts[of] ?? 0), 0)]
      }),
    )
  const own = byUnit.get(wish.unitId) ?? []
  return {
    at: asked.span.at,
    lines: [
      ...units.map(({ id }) => ({ unitId: id, isOwn: false, counts: countsOf(byUnit.get(id) ?? []) })),
      ...(own.length > 0 || units.length === 0 ? [{ unitId: wish.unitId, isOwn: true, counts: countsOf(own) }] : []),
    ],
    all: countsOf(cells),
  }
}

import type { Pool } from 'pg'
import { type DayNumber, startOfDayNumber } from '../../domain/time/day-number.ts'
import { type DayCount, panelCounts, type Span } from '../../statistics/panels/panel-series.ts'
import { withTenant } from '../../storage/connection/connect.ts'
import { type CountedShare, dayCounts, firstDayOf } from '../../storage/warnings/day-counts.ts'

/** Counts of a share as they were read: three whole numbers a row, so that years of a county take little room. */
export type FamilyRows = {
  readonly span: Span
  /** The families, in the order of their names. */
  readonly families: readonly string[]
  /** Daily counts of one family by node, those of a node with all below it. Made when asked for, kept by nobody here. */
  readonly nodesOf: (family: string) => ReadonlyMap<string, Uint16Array>
}

/** Days of registering read by one statement: neither the database nor the memory holds much at a time. */
const PIECE_DAYS = 61
const CELLS = 3

/** Reads a share up to the end of a day; undefined where nothing is on record by then. */
export async function readFamilies(
  pool: Pool,
  share: CountedShare,
  { end, daysBack, lineage }: { end: DayNumber; daysBack: number; lineage: (node: string) => readonly string[] },
): Promise<FamilyRows | undefined> {
  const numbers = new Map<string, number>()
  const nodes: string[] = []
  const lists = new Map<string, RowList>()
  const span = await withTenant(pool, share.tenant, async (client): Promise<Span | undefined> => {
    const first = await firstDayOf(client, share.tenant, share.kinds)
    if (first === undefined || first > end) return undefined
    const from = Math.max(first, end - daysBack + 1)
    for await (const { day, subject, of, family, n } of dayCounts(client, share, piecesOf(from, end))) {
      const node = `${subject}:${of}`
      let number = numbers.get(node)
      if (number === undefined) {
        number = nodes.push(node) - 1
        numbers.set(node, number)
      }
      const list = lists.get(family) ?? { cells: new Int32Array(64 * CELLS), length: 0 }
      lists.set(family, list)
      add(list, day, number, n)
    }
    return { from, end }
  })
  if (!span) return undefined
  const lineages = nodes.map(lineage)
  const above = (node: string) => lineages[numbers.get(node) ?? -1] ?? [node]
  return {
    span,
    families: [...lists.keys()].sort(),
    nodesOf: (family) => {
      const list = lists.get(family)
      const counts = list && panelCounts(rowsOf(list, nodes, family), above, span).get(family)
      return counts ?? new Map<string, Uint16Array>()
    },
  }
}

type RowList = { cells: Int32Array; length: number }

function add(list: RowList, day: number, node: number, n: number): void {
  if (list.length === list.cells.length) {
    const wider = new Int32Array(2 * list.length)
    wider.set(list.cells)
    list.cells = wider
  }
  list.cells[list.length] = day
  list.cells[list.length + 1] = node
  list.cells[list.length + 2] = n
  list.length += CELLS
}

function* rowsOf({ cells, length }: RowList, nodes: readonly string[], family: string): Generator<DayCount> {
  for (let at = 0; at < length; at += CELLS)
    yield { day: cells[at] ?? 0, node: nodes[cells[at + 1] ?? 0] ?? '', family, n: cells[at + 2] ?? 0 }
}

function piecesOf(from: DayNumber, end: DayNumber) {
  const count = Math.ceil((end - from + 1) / PIECE_DAYS)
  return Array.from({ length: count }, (_, piece) => {
    const first = from + piece * PIECE_DAYS
    const next = Math.min(first + PIECE_DAYS, end + 1)
    return { from: startOfDayNumber(first), until: startOfDayNumber(next) }
  })
}

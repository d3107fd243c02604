import type { BlankCell, BlankSheet } from '../../domain/returns/return-views.ts'
import { placeOf } from '../workbook/edit/cell-change.ts'

/** An empty cell that might be filled, with what stands above it, left of it, and over the whole table. */
export type OpenCell = {
  readonly cell: string
  readonly above: readonly string[]
  readonly left: readonly string[]
  /** What stands above the cell on its left: 其中：重大隐患 is a part of that. */
  readonly aboveBefore: readonly string[]
  /** What stands in the cell next to it on the left: 填报单位： */
  readonly beside: string
}

type Placed = BlankCell & { readonly column: number; readonly row: number }

/** Every empty cell of a form that is no formula, with the texts that head it: a merged heading heads all that it covers. */
export function openCells({ rows }: BlankSheet): { readonly title: string; readonly cells: readonly OpenCell[] } {
  const all = rows.flat().flatMap((cell): Placed[] => {
    const place = placeOf(cell.cell)
    return place ? [{ ...cell, ...place }] : []
  })
  const widest = Math.max(1, ...all.map(({ column, columns = 1 }) => column + columns))
  const said = all.filter(({ text }) => text !== '')
  // What runs over most of the sheet is its title, and heads everything.
  const isTitle = ({ columns = 1, row }: Placed) => columns > widest / 2 && columns > 1 && row <= 4
  const title = said.filter(isTitle).map(({ text }) => text)
  const heads = said.filter((cell) => !isTitle(cell))
  const byColumn = covering(heads, ({ column, columns = 1 }) => [column, column + columns])
  const byRow = covering(heads, ({ row, rows: high = 1 }) => [row, row + high])
  const cells = all
    .filter(({ text, formula }) => text === '' && !formula)
    .map(({ cell, column, row }) => {
      const headsOf = (at: number) => (byColumn.get(at) ?? []).filter((head) => head.row < row)
      const left = (byRow.get(row) ?? []).filter((head) => head.column < column).sort((a, b) => a.column - b.column)
      return {
        cell,
        above: headsOf(column).map(({ text }) => text),
        aboveBefore: headsOf(column - 1).map(({ text }) => text),
        left: left.map(({ text }) => text),
        beside: left.find((head) => head.column + (head.columns ?? 1) === column)?.text ?? '',
      }
    })
  return { title: title.join(' '), cells }
}

/** Cells by every column, or row, that they reach over. */
function covering(
  cells: readonly Placed[],
  reachOf: (cell: Placed) => readonly [number, number],
): ReadonlyMap<number, readonly Placed[]> {
  const found = new Map<number, Placed[]>()
  for (const cell of cells) {
    const [from, to] = reachOf(cell)
    for (let at = from; at < to; at += 1) found.set(at, [...(found.get(at) ?? []), cell])
  }
  return found
}

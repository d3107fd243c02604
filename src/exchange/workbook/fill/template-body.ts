import { isNote, isTotal } from '../../table/row-kinds.ts'
import type { MappedRow } from '../edit/sheet-map.ts'

/** The rows of a form that are there to be filled: those below its headings, before its sums and notes. */
export type Body = { readonly first: number; readonly last: number }

/** A form has fewer rows than this; what stands further down is looked at by nobody. */
const MOST_ROWS = 100_000

/**
 * Finds the rows to be filled: empty ones, numbered ones, and those of an old ledger that was sent as a form. A line of sums, a note, or any
 * other text below ends them and is kept.
 * @param cells what stands in the rows, by number
 * @param columns the columns that will be filled
 */
export function findBody(
  headings: number,
  rows: readonly MappedRow[],
  cells: ReadonlyMap<number, readonly string[]>,
  columns: readonly number[],
): Body {
  const first = headings + 1
  const end = Math.min(rows.at(-1)?.number ?? headings, headings + MOST_ROWS)
  let last = headings
  while (last < end && isBody(cells.get(last + 1) ?? [], columns)) last += 1
  // A form that ends with its headings has its first row below them.
  return { first, last: end <= headings ? first : last }
}

function isBody(cells: readonly string[], columns: readonly number[]): boolean {
  const written = cells.filter((cell) => cell !== '')
  if (written.length === 0) return true
  const [head = ''] = written
  if (isTotal(head) || isNote(head)) return false
  const filled = columns.filter((column) => (cells[column] ?? '') !== '').length
  return filled >= 2 || (written.length === 1 && /^\d+$/.test(head))
}

import type { CellKind } from '../../sheet/sheet-kinds.ts'

const NARROWEST = 8
const WIDEST = 36
const DAY_WIDTH = 12

/** How wide a line is shown: a Chinese letter takes the place of two. */
function lineWidth(line: string): number {
  let width = 0
  for (let at = 0; at < line.length; at++) width += line.charCodeAt(at) > 0x2e7f ? 2 : 1
  return width
}

const widthOf = (text: string): number => Math.max(...text.split('\n', MOST_LINES).map(lineWidth))

/** A row shows so many lines; what is longer is read in the cell. */
const MOST_LINES = 12

/** How many lines the longest of these cells takes in columns of these widths. */
export function linesOf(cells: readonly string[], widths: readonly number[]): number {
  let most = 1
  for (const [column, cell] of cells.entries()) {
    const width = (widths[column] ?? 1) - 1
    if (cell.length * 2 <= width && !cell.includes('\n')) continue
    const lines = cell
      .split('\n', MOST_LINES)
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(lineWidth(line) / width)), 0)
    most = Math.max(most, lines)
  }
  return Math.min(most, MOST_LINES)
}

/** The width of each column, in letters: so that nine of ten cells and the heading fit, within what can be printed; longer ones break. */
export function columnWidths(
  headings: readonly string[],
  kinds: readonly CellKind[],
  rows: readonly (readonly string[])[],
): number[] {
  return headings.map((heading, column) => {
    if (kinds[column] === 'day') return DAY_WIDTH
    const widths = rows.map((row) => widthOf(row[column] ?? '')).sort((a, b) => a - b)
    const most = Math.max(widths[Math.floor(widths.length * 0.9)] ?? 0, Math.min(widthOf(heading), 16))
    return Math.min(WIDEST, Math.max(NARROWEST, most + 2))
  })
}

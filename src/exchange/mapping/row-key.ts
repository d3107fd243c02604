import type { ImportMapping } from './import-mapping.ts'
import type { Cells } from './source-value.ts'

/** Stands between the columns of a key; no cell holds it. */
const BETWEEN = '\u001F'

/** What names the case of a row for good; `missing` is the first of its columns that is empty. */
export function keyOf(
  { key }: Pick<ImportMapping, 'key'>,
  cells: Cells,
): { readonly key: string; readonly missing?: string } {
  if (typeof key === 'string') {
    const cell = cells[key] ?? ''
    return cell === '' ? { key: '', missing: key } : { key: cell }
  }
  const missing = key.find((column) => (cells[column] ?? '') === '')
  return missing === undefined ? { key: key.map((column) => cells[column]).join(BETWEEN) } : { key: '', missing }
}

const SCIENTIFIC = /^[+-]?\d(?:\.\d+)?E[+-]?\d{1,3}$/i
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const DATE_LIKE = new RegExp(`^(?:\\d{1,2}[-/ ](?:${MONTHS})|(?:${MONTHS})[-/ ]\\d{2,4}|\\d{1,2}月\\d{1,2}日)$`, 'i')
const FULL_DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?: 0?0:00(?::00)?)?$/
const SERIAL = /^[34]\d{4}$/
const HYPHENED = /^\d{1,4}[-/]\d{1,4}(?:[-/]\d{1,4})?$/
/** Spreadsheets keep this many digits of a number; the others become zeros. */
const EXACT_DIGITS = 15

/** How the cells of a key column look over a whole file: one cell alone does not show whether it was ruined. */
export type KeyShapes = { rows: number; hyphened: number; zeroTails: number; zeroTailsByChance: number }

export const noShapes = (): KeyShapes => ({ rows: 0, hyphened: 0, zeroTails: 0, zeroTailsByChance: 0 })

/** Counts one cell in. */
export function addShape(shapes: KeyShapes, cell: string): void {
  shapes.rows += 1
  if (HYPHENED.test(cell) && !FULL_DATE.test(cell)) shapes.hyphened += 1
  if (cell.length > EXACT_DIGITS && /^\d+$/.test(cell)) {
    shapes.zeroTailsByChance += 10 ** (EXACT_DIGITS - cell.length)
    if (hasZeroTail(cell)) shapes.zeroTails += 1
  }
}

const hasZeroTail = (cell: string): boolean => cell.length > EXACT_DIGITS && /^\d{15}0+$/.test(cell)

/**
 * Whether a spreadsheet changed a key: 3.30106E+17, the last digits of a long number turned to zeros, 3-5 turned into a
 * date. Zeros at the end count as ruin where the file has many more of them than chance gives.
 */
export function isRuined(cell: string, shapes: KeyShapes): boolean {
  if (SCIENTIFIC.test(cell) || DATE_LIKE.test(cell)) return true
  if (hasZeroTail(cell)) return shapes.zeroTails > 5 * shapes.zeroTailsByChance
  return (FULL_DATE.test(cell) || SERIAL.test(cell)) && shapes.hyphened > shapes.rows / 2
}

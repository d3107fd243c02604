import type { LedgerTimes } from '../table/ledger-times.ts'

const DAY = /^\d{4}-\d\d-\d\d$/
const NUMBER = /^-?\d+(\.\d+)?$/
/** A spreadsheet cuts a cell off here. */
const LONGEST_CELL = 32_000

/** A cell without what spreadsheets and people change in passing: full-width letters and digits, line ends, blanks around and in a row. */
export const plainCell = (cell: string): string => cell.normalize('NFKC').replace(/\s+/g, ' ').trim()

/** A number as it is written plainly: without separators, currency and the zeros behind it; undefined when it is none. */
export function plainNumber(cell: string): string | undefined {
  const plain = plainCell(cell)
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
  return NUMBER.test(plain) ? String(Number(plain)) : undefined
}

/**
 * Whether a cell of a sheet still says what the ledger says. A day may be written in any way, a number with separators; a text only
 * otherwise blank or full-width.
 * @param said what the ledger says, as a sheet writes it
 * @param isNumber the column holds numbers: 7 and 007 are one, which two numbers of papers are not
 */
export function saysTheSame(said: string, cell: string, readTime: LedgerTimes, isNumber: boolean): boolean {
  const [known, given] = [plainCell(said), plainCell(cell)]
  if (known === given) return true
  if (known === '' || given === '') return false
  if (DAY.test(known)) return readTime(given)?.day === known
  if (isNumber) return plainNumber(known) !== undefined && plainNumber(known) === plainNumber(given)
  return given.length >= LONGEST_CELL && known.startsWith(given)
}

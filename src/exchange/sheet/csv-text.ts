/** What makes a spreadsheet take a cell for a formula, written narrow or wide. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]/u
const NUMBER = /^-?\d+(\.\d+)?$/

/** A cell as text only: what would run as a formula begins with a quotation mark, which spreadsheets do not show. */
const plain = (cell: string): string => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const line = (row: readonly string[]): string => `${row.map((cell) => quoted(plain(cell))).join(',')}\r\n`

/** Rows as a file that the spreadsheets of offices open by themselves, as they come: UTF-8 with its mark, lines that end as theirs do. */
export async function* csvLines(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield '\uFEFF'
  for await (const row of rows) yield line(row)
}

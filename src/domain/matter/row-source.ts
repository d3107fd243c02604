/** Where an old ledger told something: its sheet and row, and by question the column, as spreadsheets call them. */
export type RowSource = {
  /** The sheet of a workbook; a text has none. */
  readonly sheet?: string
  readonly row: number
  readonly columns: Readonly<Record<string, string>>
}

/** The cell that answered a question, as spreadsheets write it: `隐患台账!F12`; undefined when none did. */
export function cellOf({ sheet, row, columns }: RowSource, question: string): string | undefined {
  const column = Object.hasOwn(columns, question) ? columns[question] : undefined
  return column && `${sheet ? `${sheet}!` : ''}${column}${row}`
}

/** A column as spreadsheets call it; the first is 0. */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

import type { ReturnedCell, ReturnedRow, RowToRecord } from '../../../domain/views/returned-views.ts'

/** Whether the sheet’s value of a cell is taken; a conflict that is not among them waits for somebody to choose. */
export type Choices = Readonly<Record<string, boolean>>

/** A choice is made of what was seen: it does not outlive a change of the matter. */
export const choiceKey = ({ matter }: ReturnedRow, { field }: ReturnedCell): string =>
  `${matter?.id} ${matter?.version} ${field}`

/** Whether a cell is to be recorded: a change unless it was put off; a conflict, and what moves the matter on, only when chosen. */
export const isTaken = (row: ReturnedRow, cell: ReturnedCell, choices: Choices): boolean =>
  cell.fate !== 'refused' && (choices[choiceKey(row, cell)] ?? (cell.fate === 'change' && !cell.moves))

/** Conflicts in which nobody chose. */
export const undecided = (rows: readonly ReturnedRow[], choices: Choices): number =>
  rows.flatMap((row) =>
    row.cells.filter((cell) => cell.fate === 'conflict' && choices[choiceKey(row, cell)] === undefined),
  ).length

/** What is to be recorded of each row, as of what was seen. */
export const chosenRows = (rows: readonly ReturnedRow[], choices: Choices): RowToRecord[] =>
  rows.flatMap((row) => {
    const fields = row.cells.filter((cell) => isTaken(row, cell, choices)).map(({ field }) => field)
    return row.matter && fields.length > 0 ? [{ row: row.row, seenVersion: row.matter.version, fields }] : []
  })

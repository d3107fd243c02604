import type { Text } from '../wording/text.ts'

/** What becomes of a cell: only the sheet says something new, both do, or it may not be changed so. */
export type ReturnedFate = 'change' | 'conflict' | 'refused'

/** A cell of a sheet that came back and says something else than the ledger. */
export type ReturnedCell = {
  /** The column by its name in the ledger. */
  readonly field: string
  readonly heading: string
  readonly fate: ReturnedFate
  /** What the ledger said when the sheet was written; absent when nobody can tell. */
  readonly was?: string
  /** What it says now. */
  readonly now: string
  readonly sheet: string
  /** Why it is refused. */
  readonly why?: Text
  /** The step that would record it. */
  readonly by?: Text
  /** That step moves the matter on: it is taken only when somebody chooses it. */
  readonly moves?: true
}

/** A row of a sheet that came back, as far as something is to be said of it. */
export type ReturnedRow = {
  readonly row: number
  /** Absent where the row is none of the reader's matters. */
  readonly matter?: {
    readonly id: string
    readonly reference: string
    readonly title: string
    readonly version: number
  }
  readonly cells: readonly ReturnedCell[]
  /** Why the row as a whole is left alone. */
  readonly refused?: Text
}

/** A ledger that was written by this office, changed in a spreadsheet, and came back. */
export type ReturnedSheet = {
  readonly name: string
  /** Whether it is one: it has the column that says which matter each row is. */
  readonly isReturned: boolean
  readonly unchanged: number
  readonly rows: readonly ReturnedRow[]
  /** Rows with something to say beyond those shown. */
  readonly more: number
  /** Rows that are no matter yet: the first of them by their number in the sheet, and how many there are. */
  readonly added: readonly number[]
  readonly addedCount: number
  /** Columns of the sheet that were not read: the office's own, and those whose heading stands twice. */
  readonly own: readonly string[]
  readonly twice: readonly string[]
}

/** What was asked of one row: the cells to record, as of the version that was looked at. */
export type RowToRecord = { readonly row: number; readonly seenVersion: number; readonly fields: readonly string[] }

/** What became of one row: recorded by these steps, nothing left to do, merged anew because the matter changed, or refused. */
export type RecordedRow = {
  readonly row: number
  readonly fate: 'recorded' | 'already' | 'again' | 'refused'
  readonly steps: readonly Text[]
  readonly why?: Text
  /** The row as it stands now, where something of it is left. */
  readonly left?: ReturnedRow
}

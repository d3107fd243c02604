import type { Text } from '../wording/text.ts'
import type { RowIssue } from './admin-views.ts'

/**
 * What a ledger is read as, question by question: what a person looks at and puts right before a row is taken in. `values` says of a
 * column what its cells stand for: an option, a unit's id, or `over` in the column that says whether the case is over.
 */
export type LedgerReading = {
  readonly kind: string
  /** Columns that name a case together. */
  readonly key: readonly string[]
  readonly opened: string
  readonly unit?: string | undefined
  readonly due?: { readonly column: string; readonly deadline: string } | undefined
  readonly ended?: string | undefined
  readonly isDone?: string | undefined
  readonly result?: string | undefined
  /** The step by which the former ledger ended its cases. */
  readonly ending?: string | undefined
  /** By question of the opening form. */
  readonly answers: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The year of dates that say none. */
  readonly year?: number | undefined
}

/** What a cell of the column that says whether a case is over stands for. */
export const OVER = 'over'

/** A column of a ledger as the page shows it. */
export type LedgerColumnView = {
  /** The name by which a reading reads it; `#4` where two have one heading. */
  readonly name: string
  readonly heading: string
  /** The parts of the import that read it. */
  readonly reads: readonly string[]
  /** Why it is never taken in. */
  readonly refused?: Text
  /** Some of what stands in it; nothing of what is never taken in. */
  readonly cells: readonly string[]
}

/** How a ledger could be read, and what somebody should look at. */
export type ImportProposal = {
  readonly name: string
  readonly reading: LedgerReading
  readonly columns: readonly LedgerColumnView[]
  /** Questions that must be answered and have no column, with what is written for them. */
  readonly filled: readonly { readonly field: string; readonly title: Text; readonly with: string }[]
  /** Cells that stand for no option and no unit that is known, by column. */
  readonly unknown: Readonly<Record<string, readonly string[]>>
}

/** A row of a ledger, and what would become of it. */
export type PreviewedRow = {
  readonly row: number
  readonly fate: 'added' | 'known' | 'skipped' | 'rejected'
  readonly cells: Readonly<Record<string, string>>
  readonly issues: readonly RowIssue[]
}

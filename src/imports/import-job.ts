import type { ImportMapping } from '../exchange/mapping/import-mapping.ts'
import type { SkippedKind } from '../exchange/table/row-kinds.ts'
import type { TableShape } from '../exchange/table/table-rows.ts'
import type { ChangedRow, RejectedRow } from '../storage/bulk/import-batches.ts'
import type { KeySurvey } from './survey-keys.ts'
import type { Reason } from './tally.ts'

/** What became of the rows below the headings: `read` is the sum of the five others. */
export type ImportCounts = {
  read: number
  added: number
  known: number
  changed: number
  rejected: number
  skipped: number
  /** Matters that were added; of an event log fewer than rows. */
  matters: number
  readonly skippedKinds: Partial<Record<SkippedKind | 'filtered', number>>
  /** Why rows were rejected, each reason once. */
  readonly reasons: Map<string, Reason>
  /** The first rejected rows; all of them are kept in the database. */
  readonly examples: RejectedRow[]
  /** The first changed rows; all of them are kept in the database. */
  readonly changes: ChangedRow[]
  /** Changed rows of which everything was recorded on the matter. */
  applied: number
}

export type ImportJob = {
  readonly tenant: string
  readonly shape: TableShape
  readonly mapping: ImportMapping
  readonly keys: KeySurvey
  readonly batchId: string
  /** Only cases of units whose path begins so; all when not said. */
  readonly within?: string | undefined
  /** Record on the matters what the ledger says otherwise now. */
  readonly applies: boolean
  /** Somebody wants it to stop: what is in stays in. */
  readonly signal?: AbortSignal | undefined
  /** Called after each piece with what is done and how many bytes of the file were read. */
  readonly onProgress: (counts: Readonly<ImportCounts>, bytes: number) => void
}

import type { Instant } from '../../domain/time/time.ts'

/**
 * What an entry of the log stands for. `events`, `import` and `begun` are events of a matter: taken as they happened, taken in
 * with the past of a ledger, or there when the log began; `adopted` were found outside the log and taken in on record.
 * The others are a row as it was written.
 */
export const MATTER_KINDS = ['events', 'import', 'begun', 'adopted'] as const
export const ROW_KINDS = ['admin', 'post', 'person', 'unit', 'office', 'code'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]
export type RowKind = (typeof ROW_KINDS)[number]

/** One entry. `subject` is the matter or the key of the row; `first` to `last` are the versions it covers, 0 for a row. */
export type LogEntry = {
  readonly kind: MatterKind | RowKind
  readonly subject: string
  readonly first: number
  readonly last: number
  /** Lower-case hex: the chain's hash of the last event, which stands for all before it; or that of the row. */
  readonly digest: string
  /** When it was taken into the log. */
  readonly loggedAt: Instant
}

/** The one spelling of an entry. What is published is only its commitment: this text under a key that nobody else has. */
export const entryText = ({ kind, subject, first, last, digest, loggedAt }: LogEntry): string =>
  ['anlan-log-entry-1', kind, subject, `${first}-${last}`, digest, loggedAt, ''].join('\n')

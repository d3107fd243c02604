import type { Instant } from '../time/time.ts'
import type { Text } from '../wording/text.ts'

/** How the backups of the server stand, for administrators. They are of the whole server, so nothing here is of one office. */
export type BackupView = {
  /** False where no folder was named: the program backs nothing up by itself. */
  readonly configured: boolean
  /** The last one that was written: size of the database's file in bytes, files beside it. */
  readonly last?: { readonly at: Instant; readonly bytes: number; readonly files: number }
  /** When it was last restored into a scratch database and every matter replayed there, and whether all was whole. */
  readonly rehearsal?: { readonly at: Instant; readonly ok: boolean; readonly rows: number; readonly damaged: number }
  /** When the latest try failed, and why, where there are words for it; the rest is in the log. Absent when it did not. */
  readonly failed?: { readonly at: Instant; readonly why?: Text }
  /** Nothing was written for a day and a half. */
  readonly late: boolean
  /** When a copy of the deployment key was last written out. Absent when none was: were the key lost, nothing sealed would open. */
  readonly keyCopiedAt?: Instant
}

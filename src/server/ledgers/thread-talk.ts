import type { Instant } from '../../domain/time/time.ts'
import type { LedgerImport } from '../../imports/import-ledger.ts'
import type { PreviewedFile } from '../../imports/preview-ledger.ts'
import type { ProposedFile } from '../../imports/propose-ledger.ts'
import type { SheetBack } from '../../imports/returned/read-returned.ts'

/** What the thread needs to make its own way to the database. */
export type ThreadSettings = {
  readonly url: string
  readonly role?: string | undefined
  readonly perTransaction?: boolean | undefined
  readonly connections: number
  readonly deploymentKey: Uint8Array
}

export type Task =
  | { readonly act: 'propose'; readonly given: ProposedFile }
  | { readonly act: 'preview'; readonly given: PreviewedFile }
  | { readonly act: 'readBack'; readonly given: SheetBack }
  | { readonly act: 'take'; readonly given: Omit<LedgerImport, 'onProgress' | 'signal'> }

/** What the thread is told: a task, with the time by the server's clock; or to stop what it is at. */
export type Asked = { readonly task: Task; readonly now: Instant } | 'stop'

/** What it says: how far it is, what came of it, or why nothing did. */
export type Said =
  | { readonly done: unknown }
  | { readonly progress: readonly [counts: object, bytes: number] }
  | { readonly refused: { readonly code: string; readonly details: Record<string, unknown> } }
  | { readonly failed: string }

import type { Instant } from '../../domain/time/time.ts'
import type { LedgerImport } from '../../imports/import-ledger.ts'
import type { PreviewedFile } from '../../imports/preview-ledger.ts'
import type { ProposedFile } from '../../imports/propose-ledger.ts'
import type { SheetBack } from '../../imports/returned/read-returned.ts'
import type { Sealing } from '../../storage/keys/keys.ts'

/** What the thread needs to make its own way to the database. */
export type ThreadSettings = {
  readonly url: string
  readonly role?: string | undefined
  readonly perTransaction?: boolean | undefined
  readonly connections: number
}

/** The keys as they stand when a task begins: somebody may renew them. */
export type SentKeys = {
  readonly id: string
  readonly first: Uint8Array
  readonly wrapping: readonly (readonly [string, Uint8Array])[]
  readonly sealing: Sealing
}

export type Task =
  | { readonly act: 'propose'; readonly given: ProposedFile }
  | { readonly act: 'preview'; readonly given: PreviewedFile }
  | { readonly act: 'readBack'; readonly given: SheetBack }
  | { readonly act: 'take'; readonly given: Omit<LedgerImport, 'onProgress' | 'signal'> }

/** What the thread is told: a task, with the keys and the time by the server's clock; or to stop what it is at. */
export type Asked = { readonly task: Task; readonly now: Instant; readonly keys: SentKeys } | 'stop'

/** What it says: how far it is, what came of it, or why nothing did. */
export type Said =
  | { readonly done: unknown }
  | { readonly progress: readonly [counts: object, bytes: number] }
  | { readonly refused: { readonly code: string; readonly details: Record<string, unknown> } }
  | { readonly failed: string }

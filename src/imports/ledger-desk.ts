import type { PreviewedRow } from '../domain/views/import-views.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { rowTagMac } from '../storage/keys/row-tags.ts'
import { type ImportReport, importLedger, type LedgerImport } from './import-ledger.ts'
import { type PreviewedFile, previewLedger } from './preview-ledger.ts'
import { type ProposedFile, type ProposedLedger, proposeLedger } from './propose-ledger.ts'
import { readReturned, type SheetBack, type SheetRead } from './returned/read-returned.ts'

/** Where ledgers are read: in a thread of their own on a server, so that nobody else waits for a large or a hostile one. */
export type LedgerDesk = {
  readonly propose: (given: ProposedFile) => Promise<ProposedLedger>
  readonly readBack: (given: SheetBack) => Promise<SheetRead | undefined>
  readonly preview: (given: PreviewedFile) => Promise<readonly PreviewedRow[]>
  readonly take: (given: LedgerImport) => Promise<ImportReport>
}

/** Reads ledgers in this thread: for the command line, and in the thread that is theirs. */
export const deskHere = (deps: StorageDeps): LedgerDesk => ({
  propose: (given) => proposeLedger(deps, given),
  readBack: (given) => readReturned(given, rowTagMac(deps.keys, given.tenant)),
  preview: (given) => previewLedger(deps, given),
  take: (given) => importLedger(deps, given),
})

import { checkMapping } from '../exchange/mapping/check-mapping.ts'
import { type ImportMapping, readMapping } from '../exchange/mapping/import-mapping.ts'
import { wantedColumns } from '../exchange/mapping/mapping-columns.ts'
import type { TableShape } from '../exchange/table/table-rows.ts'
import { beginBatch, digestOfText, forgetOldRows } from '../storage/bulk/import-batches.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { importFile } from './import-file.ts'
import type { ImportCounts } from './import-job.ts'
import { closeTable, openTable } from './open-table.ts'
import { surveyKeys } from './survey-keys.ts'

export type LedgerImport = {
  readonly tenant: string
  /** Where the file lies, and what its sender called it. */
  readonly path: string
  readonly file: string
  /** The mapping as its file holds it. */
  readonly mappingText: string
  /** Only cases of units whose path begins so: those that whoever imports has charge of. */
  readonly within?: string
  /** Record on the matters what the ledger says otherwise now; else it is only listed. */
  readonly applies?: boolean
  /** Stops between two pieces of the file: what is in stays in. */
  readonly signal?: AbortSignal
  readonly onProgress: (counts: Readonly<ImportCounts>, bytes: number) => void
}

export type ImportReport = {
  readonly batchId: string
  readonly counts: ImportCounts
  /** The encoding of a text, or the sheet of a workbook. */
  readonly readAs: string
}

/**
 * Takes a ledger in. File, mapping and keys are looked through as a whole before the first row is written: whatever is
 * refused here has changed nothing.
 * @throws AnlanError import-refused with the reason in words
 */
export async function importLedger(deps: StorageDeps, given: LedgerImport): Promise<ImportReport> {
  const { path, file, mappingText } = given
  const mapping = readMapping(mappingText)
  const { digest, shape } = await openTable(path, file, wantedColumns(mapping), mapping.file)
  try {
    return await takeLedger(deps, given, mapping, shape, digest)
  } finally {
    closeTable(shape)
  }
}

async function takeLedger(
  deps: StorageDeps,
  { tenant, file, mappingText, within, applies = false, signal, onProgress }: LedgerImport,
  mapping: ImportMapping,
  shape: TableShape,
  digest: string,
): Promise<ImportReport> {
  checkMapping(mapping, shape.headings, await deps.rulebooks.of(tenant))
  const keys = await surveyKeys(shape, mapping)
  await forgetOldRows(deps, tenant)
  const batchId = await beginBatch(deps, {
    tenant,
    mapping: mapping.name,
    mappingDigest: digestOfText(mappingText),
    fileDigest: digest,
    file,
    rows: keys.rows,
  })
  const counts = await importFile(deps, { tenant, shape, mapping, keys, batchId, within, applies, signal, onProgress })
  return { batchId, counts, readAs: 'workbook' in shape ? shape.sheet.name : shape.encoding }
}

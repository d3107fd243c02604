import { AnlanError } from '../domain/wording/errors.ts'
import { type Text, text } from '../domain/wording/text.ts'
import { importLedger } from '../imports/import-ledger.ts'
import { inTemporaryFile } from '../imports/in-temporary-file.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { type AskedImport, claimImport, endImport, renewImport } from '../storage/imports/asked-imports.ts'
import { dropUpload, readUpload } from '../storage/imports/ledger-uploads.ts'

/** Takes in the ledgers that people sent in by browser, one after the other. @returns how many */
export async function takeImports(deps: StorageDeps, tenant: string): Promise<number> {
  let taken = 0
  for (let asked = await claimImport(deps, tenant); asked; asked = await claimImport(deps, tenant)) {
    await takeImport(deps, tenant, asked)
    taken += 1
  }
  return taken
}

/** What fails for another reason than the file stays claimed for a while, and is tried again then: no row comes in twice. */
async function takeImport(deps: StorageDeps, tenant: string, asked: AskedImport): Promise<void> {
  const { batchId, personId, uploadId, mappingText, within } = asked
  try {
    const { name, bytes } = await readUpload(deps, { tenant, personId }, uploadId)
    await inTemporaryFile(bytes, (path) =>
      importLedger(deps, {
        tenant,
        path,
        file: name,
        mappingText,
        within,
        onProgress: () => renew(deps, tenant, batchId),
      }),
    )
    await endImport(deps, tenant, batchId)
  } catch (cause) {
    const words = cause instanceof AnlanError ? wordsOf(cause) : undefined
    if (!words) throw cause
    await endImport(deps, tenant, batchId, words)
  }
  await dropUpload(deps, tenant, uploadId)
}

// A renewal that fails only means that another worker may take the import up: it finds every row known.
const renew = (deps: StorageDeps, tenant: string, batchId: string) => {
  renewImport(deps, tenant, batchId).catch(() => {})
}

const GONE = text('文件已经不在了，请重新上传', 'The file is gone: send it in again')

/** What trying again would not change; undefined for all else, such as a number that somebody else took meanwhile. */
const wordsOf = ({ code, details }: AnlanError): Text | undefined =>
  code === 'import-refused' ? (details['text'] as Text) : code === 'not-found' ? GONE : undefined

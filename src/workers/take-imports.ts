import { AnlanError } from '../domain/wording/errors.ts'
import { type Text, text } from '../domain/wording/text.ts'
import { inTemporaryFile } from '../imports/in-temporary-file.ts'
import { deskHere, type LedgerDesk } from '../imports/ledger-desk.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { type AskedImport, claimImport, endImport, renewImport } from '../storage/imports/asked-imports.ts'
import { dropUpload, readUpload } from '../storage/imports/ledger-uploads.ts'

/** Takes in the ledgers that people sent in by browser, one after the other. @returns how many */
export async function takeImports(
  deps: StorageDeps,
  tenant: string,
  desk: Pick<LedgerDesk, 'take'> = deskHere(deps),
): Promise<number> {
  let taken = 0
  for (let asked = await claimImport(deps, tenant); asked; asked = await claimImport(deps, tenant)) {
    await takeImport(deps, tenant, asked, desk)
    taken += 1
  }
  return taken
}

/** What fails for another reason than the file stays claimed for a while, and is tried again then: no row comes in twice. */
async function takeImport(
  deps: StorageDeps,
  tenant: string,
  asked: AskedImport,
  desk: Pick<LedgerDesk, 'take'>,
): Promise<void> {
  const { batchId, personId, uploadId, mappingText, within } = asked
  const { signal, end } = await keepClaim(deps, tenant, batchId)
  try {
    const { name, bytes } = await readUpload(deps, { tenant, personId }, uploadId)
    await inTemporaryFile(bytes, (path) =>
      desk.take({ tenant, path, file: name, mappingText, within, signal, onProgress: () => {} }),
    )
    await endImport(deps, tenant, batchId)
  } catch (cause) {
    const words = cause instanceof AnlanError ? wordsOf(cause) : undefined
    if (!words) throw cause
    await endImport(deps, tenant, batchId, words)
  } finally {
    end()
  }
  await dropUpload(deps, tenant, uploadId)
}

/** How often a worker says that it is still at it, and hears whether it is to stop, in milliseconds. */
const ASK_MS = 1_000

/** Keeps an import claimed while it is worked on; `signal` says that whoever asked for it wants it to stop. */
async function keepClaim(deps: StorageDeps, tenant: string, batchId: string) {
  const stop = new AbortController()
  // A renewal that fails only means that another worker may take the import up: it finds every row known.
  const renew = async () => {
    if (await renewImport(deps, tenant, batchId).catch(() => false)) stop.abort()
  }
  await renew()
  const timer = setInterval(() => void renew(), ASK_MS)
  return { signal: stop.signal, end: () => clearInterval(timer) }
}

const GONE = text('文件已经不在了，请重新上传', 'The file is gone: send it in again')

/** What trying again would not change; undefined for all else, such as a number that somebody else took meanwhile. */
const wordsOf = ({ code, details }: AnlanError): Text | undefined =>
  code === 'import-refused' ? (details['text'] as Text) : code === 'not-found' ? GONE : undefined

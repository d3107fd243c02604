import { randomBytes } from 'node:crypto'
import { access, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Pool } from 'pg'
import { nameByType } from '../../domain/procedure/file-kinds.ts'
import type { FileRef } from '../../domain/procedure/form.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { databaseFor } from '../connection/connect.ts'
import { sha256 } from '../write/ids.ts'
import { createExaminer } from './examiner.ts'
import { MAX_FILE_BYTES, safeFileName } from './file-name.ts'

/** Files by content: the same photo handed in twice is stored once, and a changed one is another file. */
export type FileStore = {
  /** Checks, cleans and keeps a file. @throws AnlanError file-refused */
  readonly put: (tenant: string, name: string, bytes: Uint8Array, now: Instant) => Promise<FileRef>
  /** The bytes of a stored file. @throws AnlanError not-found; Error when the bytes on disk are not what was stored */
  readonly get: (tenant: string, sha256: string) => Promise<Buffer>
}

/** Keeps files in a folder, by tenant and hash; who may read one is the matter's business. */
export function createFileStore(pool: Pool, folder: string): FileStore {
  const examine = createExaminer()
  const pathOf = (tenant: string, hash: string) => join(folder, tenant, hash.slice(0, 2), hash)
  return {
    async put(tenant, name, given, now) {
      if (given.length === 0) throw new AnlanError('file-refused', { rule: 'empty' })
      if (given.length > MAX_FILE_BYTES)
        throw new AnlanError('file-refused', { rule: 'too-large', limit: MAX_FILE_BYTES })
      const { type, sha256: hash, bytes: clean } = await examine(given)
      await writeOnce(pathOf(tenant, hash), clean)
      await databaseFor(pool, tenant)
        .insertInto('files')
        .values({ tenant, sha256: hash, type, size: clean.length, stored_at: now })
        .onConflict((conflict) => conflict.columns(['tenant', 'sha256']).doNothing())
        .execute()
      return { sha256: hash, name: nameByType(safeFileName(name), type), type, size: clean.length }
    },
    async get(tenant, hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) throw new AnlanError('not-found')
      const bytes = await readFile(pathOf(tenant, hash)).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') throw new AnlanError('not-found')
        throw cause
      })
      if (sha256(bytes) !== hash) throw new Error(`file ${hash} of ${tenant} was changed on disk`)
      return bytes
    },
  }
}

/** Written beside, flushed, then renamed: after a crash there is the whole file or none. */
async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  const there = await access(path).then(
    () => true,
    () => false,
  )
  if (there) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(temporary, 'wx', 0o600)
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  await rename(temporary, path)
}

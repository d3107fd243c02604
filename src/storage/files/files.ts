import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Pool } from 'pg'
import { nameByType } from '../../domain/procedure/file-kinds.ts'
import type { FileRef } from '../../domain/procedure/form.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { sha256 } from '../write/ids.ts'
import { createExaminer } from './examiner.ts'
import { MAX_FILE_BYTES, safeFileName } from './file-name.ts'
import { recordUpload, type Uploader } from './uploads.ts'

/** Files by content: the same photo handed in twice is stored once, and a changed one is another file. */
export type FileStore = {
  /** Checks, cleans and keeps a file for its uploader. @throws AnlanError file-refused, busy */
  readonly put: (by: Uploader, name: string, bytes: Uint8Array, now: Instant) => Promise<FileRef>
  /** The bytes of a stored file. @throws AnlanError not-found; file-damaged when the bytes on disk are not what was stored */
  readonly get: (tenant: string, sha256: string) => Promise<Buffer>
  /** Keeps a file of one office for another as well: the same bytes, examined when they came in. */
  readonly carry: (from: string, to: string, file: FileRef, now: Instant) => Promise<void>
  /** Removes the bytes of files that nobody holds any more, unless they were sent in again since `before`. */
  readonly remove: (tenant: string, hashes: readonly string[], before: Instant) => Promise<void>
}

/** The database lives on the same disk: it keeps this much room for itself, in bytes. */
const ROOM_LEFT = 1024 ** 3

/** Keeps files in a folder, by tenant and hash; who may read one is the matter's business. */
export function createFileStore(pool: Pool, folder: string): FileStore {
  const examine = createExaminer()
  const pathOf = (tenant: string, hash: string) => join(folder, tenant, hash.slice(0, 2), hash)
  const get: FileStore['get'] = async (tenant, hash) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new AnlanError('not-found')
    const bytes = await readFile(pathOf(tenant, hash)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') throw new AnlanError('not-found')
      throw cause
    })
    if (sha256(bytes) !== hash) throw new AnlanError('file-damaged', { sha256: hash })
    return bytes
  }
  return {
    get,
    async put(by, name, given, now) {
      if (given.length === 0) throw new AnlanError('file-refused', { rule: 'empty' })
      if (given.length > MAX_FILE_BYTES)
        throw new AnlanError('file-refused', { rule: 'too-large', limit: MAX_FILE_BYTES })
      await refuseWhenFull(folder)
      const { type, sha256: hash, bytes } = await examine(given)
      // First the row, then the bytes: whoever clears away looks at the rows, then at the age of the bytes.
      await recordUpload(pool, by, { sha256: hash, type, size: bytes.length }, now)
      await write(pathOf(by.tenant, hash), bytes)
      return { sha256: hash, name: nameByType(safeFileName(name), type), type, size: bytes.length }
    },
    async carry(from, to, file, now) {
      const bytes = await get(from, file.sha256)
      await recordUpload(pool, { tenant: to, uploader: 'system' }, file, now)
      await write(pathOf(to, file.sha256), bytes)
    },
    async remove(tenant, hashes, before) {
      for (const hash of hashes) {
        const path = pathOf(tenant, hash)
        const found = await stat(path).catch(() => undefined)
        if (found && found.mtimeMs < Date.parse(before)) await rm(path, { force: true })
      }
    },
  }
}

async function refuseWhenFull(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < ROOM_LEFT) throw new AnlanError('file-refused', { rule: 'quota' })
}

/**
 * Written beside, flushed, then renamed: after a crash there is the whole file or none. Also when it is there already: a
 * quicker answer would tell that somebody has sent in the same bytes before, and one that was damaged on the disk is whole again.
 */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

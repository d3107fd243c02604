import { createHash } from 'node:crypto'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import type { Pool } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Migration } from '../schema/read-migrations.ts'
import { readArchive } from './archive.ts'
import { backupsIn } from './back-up.ts'
import { type Restored, restoreDatabase } from './read-database.ts'
import { openForReading, readSealed } from './sealed-folder.ts'

/** Which backup is meant: the newest of a folder, or the one named. */
export type BackupChoice = {
  readonly folder: string
  readonly passphrase: string | undefined
  readonly file?: string | undefined
}

/** A backup that was opened: its name, and the secret that opens it and the files beside it. */
export type OpenedBackup = { readonly folder: string; readonly file: string; readonly identity: string }

/** Finds a backup and opens its folder. @throws AnlanError import-refused when there is none or the passphrase is wrong */
export async function openBackup({ folder, passphrase, file }: BackupChoice): Promise<OpenedBackup> {
  const identity = await openForReading(folder, passphrase)
  const found = file === undefined ? (await backupsIn(folder))[0] : basename(file)
  if (found === undefined)
    throw new AnlanError('import-refused', {
      text: { zh: `${folder} 里没有备份`, en: `There are no backups in ${folder}` },
    })
  return { folder, file: found, identity }
}

/** Puts the database of a backup into an empty one. */
export async function restoreInto(
  owner: Pool,
  { folder, file, identity }: OpenedBackup,
  migrations: readonly Migration[],
): Promise<Restored> {
  const unpacked = createZstdDecompress()
  // What breaks on the way breaks the reading of the archive, which says so.
  pipeline(Readable.from(readSealed(join(folder, file), identity)), unpacked, () => {})
  return restoreDatabase(owner, readArchive(unpacked), migrations)
}

/**
 * Puts the files of a folder of backups back, each checked against the hash that is its name; those that are there already stay.
 * `into` undefined only checks. @returns how many are whole, and the names of those that are not
 */
export async function restoreFiles(
  { folder, file, identity }: OpenedBackup,
  into: string | undefined,
): Promise<{ whole: number; damaged: readonly string[] }> {
  let whole = 0
  const damaged: string[] = []
  const files = join(folder, 'files')
  for (const tenant of await readdir(files).catch(() => []))
    for (const name of await readdir(join(files, tenant))) {
      // Destroyed before this backup was made: it stays so.
      const gone = /\.gone-(.+)$/.exec(name)?.[1]
      if (gone !== undefined && `anlan-${gone}.age` <= file) continue
      const hash = name.slice(0, 64)
      const bytes = await contentOf(join(files, tenant, name), identity)
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash) {
        damaged.push(`${tenant}/${hash}`)
        continue
      }
      if (into !== undefined) await keep(join(into, tenant, hash.slice(0, 2)), hash, bytes)
      whole += 1
    }
  return { whole, damaged }
}

async function contentOf(path: string, identity: string): Promise<Buffer | undefined> {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of readSealed(path, identity)) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (cause) {
    if (cause instanceof AnlanError) return undefined
    throw cause
  }
}

async function keep(folder: string, hash: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, hash)
  if (!(await stat(path).catch(() => undefined))) await writeFile(path, bytes, { mode: 0o600, flush: true })
}

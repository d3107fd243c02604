import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { openForWriting, writeSealed } from './sealed-folder.ts'
import { databaseArchive } from './write-database.ts'

/** What is backed up: the database by its owner, the folder of files, and the key when the program keeps it. */
export type BackupSource = {
  readonly owner: Pool
  readonly filesFolder: string
  readonly deploymentKey?: Buffer
}

/** What a run wrote: the file of the database with its size in bytes, files added, and what was let go. */
export type BackupDone = {
  readonly file: string
  readonly bytes: number
  readonly filesAdded: number
  readonly filesKept: number
  readonly removed: number
}

/** How many backups of the database are kept unless somebody says otherwise: what was destroyed is gone from all of them after that many runs. */
export const KEPT = 30

const DATABASE = /^anlan-(\d{4}-\d\d-\d\dT\d{6}Z)\.age$/
const stampOf = (at: Instant) => at.replace(/\.\d+Z$/, 'Z').replaceAll(':', '')

/**
 * Writes a backup into a folder: the database as of now, and the files that are not there yet. Beyond `keep` the oldest go, and with
 * them the files that only they had.
 */
export async function backUp(
  { owner, filesFolder, deploymentKey }: BackupSource,
  { folder, passphrase, keep = KEPT }: { folder: string; passphrase: string | undefined; keep?: number },
  at: Instant,
): Promise<BackupDone> {
  const recipient = await openForWriting(folder, passphrase)
  const stamp = stampOf(at)
  const file = `anlan-${stamp}.age`
  // Files first come, then the rows that name them: what is sent in meanwhile is in the next run.
  const files = await backUpFiles(filesFolder, join(folder, 'files'), recipient, stamp)
  const packed = createZstdCompress()
  await Promise.all([
    pipeline(Readable.from(databaseArchive(owner, at, deploymentKey)), packed),
    writeSealed(join(folder, file), recipient, packed),
  ])
  const removed = await letGo(folder, keep)
  return { file, bytes: (await stat(join(folder, file))).size, ...files, removed }
}

/** The names of the backups in a folder, the newest first. */
export async function backupsIn(folder: string): Promise<readonly string[]> {
  const names = await namesIn(folder)
  return names
    .filter((name) => DATABASE.test(name))
    .sort()
    .reverse()
}

/** What a folder holds; nothing where there is none. One that cannot be read is no empty one. */
const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return []
    throw cause
  })

/** Every stored file, as tenant and hash. */
async function* storedIn(folder: string): AsyncGenerator<{ tenant: string; hash: string; path: string }> {
  for (const tenant of await namesIn(folder))
    for (const part of await namesIn(join(folder, tenant)))
      for (const hash of await namesIn(join(folder, tenant, part)))
        if (/^[0-9a-f]{64}$/.test(hash)) yield { tenant, hash, path: join(folder, tenant, part, hash) }
}

async function backUpFiles(from: string, to: string, recipient: string, stamp: string) {
  const there = new Set<string>()
  let filesAdded = 0
  for await (const { tenant, hash, path } of storedIn(from)) {
    const sealed = join(to, tenant, `${hash}.age`)
    there.add(sealed)
    if (await stat(sealed).catch(() => undefined)) continue
    const bytes = await readFile(path)
    // A damaged file is no reason to keep damaged bytes in place of good ones that an earlier run may hold.
    if (createHash('sha256').update(bytes).digest('hex') !== hash) continue
    await writeSealed(sealed, recipient, Readable.from([bytes]))
    filesAdded += 1
  }
  // What the office destroyed is marked, and goes with the last backup that names it.
  const kept = await sealedIn(to)
  if (there.size === 0 && kept.length > 0)
    throw new AnlanError('import-refused', {
      text: {
        zh: `${from} 里一个文件也没有，备份里却有${kept.length}个：存文件的盘可能没有挂上，这次没有备份`,
        en: `There is no file in ${from}, and ${kept.length} in the backup: its disk may be away, so nothing was backed up`,
      },
    })
  for (const sealed of kept) if (!there.has(sealed)) await rename(sealed, `${sealed}.gone-${stamp}`)
  return { filesAdded, filesKept: there.size - filesAdded }
}

/** The files of a backup that are not marked as destroyed. */
async function sealedIn(files: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const tenant of await namesIn(files))
    for (const name of await namesIn(join(files, tenant)))
      if (name.endsWith('.age')) found.push(join(files, tenant, name))
  return found
}

/** Removes backups beyond the number kept, and files that were gone before the oldest that is left. */
async function letGo(folder: string, keep: number): Promise<number> {
  const names = await backupsIn(folder)
  for (const name of names.slice(keep)) await rm(join(folder, name))
  const oldest = DATABASE.exec(names.slice(0, keep).at(-1) ?? '')?.[1] ?? ''
  let removed = names.slice(keep).length
  const files = join(folder, 'files')
  await mkdir(files, { recursive: true, mode: 0o700 })
  for (const tenant of await readdir(files))
    for (const name of await readdir(join(files, tenant))) {
      const gone = /\.gone-(.+)$/.exec(name)?.[1]
      if (gone === undefined || gone > oldest) continue
      await rm(join(files, tenant, name))
      removed += 1
    }
  return removed
}

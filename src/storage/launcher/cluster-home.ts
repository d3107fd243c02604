import { chmod, cp, mkdir, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AnlanError } from '../../domain/wording/errors.ts'
import { exists } from './exists.ts'
import { isOpenToAll } from './is-open-to-all.ts'
import type { RunAs } from './run-as.ts'

/** Tried in this order. /var/tmp and /tmp come last: some systems clear them after weeks without access. */
const SHARED_FOLDERS = ['/var/lib', '/var/tmp', tmpdir()]

/**
 * The folder that holds the cluster: the data folder itself, or, when the server runs as nobody and nobody cannot
 * enter the data folder, a folder elsewhere to which the file `elsewhere` in the data folder points for ever after.
 */
export async function clusterHome(dataDir: string, runAs: RunAs): Promise<string> {
  const pointer = join(dataDir, 'elsewhere')
  if (await exists(pointer)) return followPointer(pointer)
  if (runAs !== 'dropped' || (await isOpenToAll(dataDir))) return dataDir

  const home = await makeSharedFolder()
  const earlier = join(dataDir, 'data') // from a time when the server could run here
  if (await exists(earlier)) await copyToDisk(earlier, join(home, 'data'))
  await writeWhole(pointer, home)
  await rm(earlier, { recursive: true, force: true })
  return home
}

/** Where the cluster is now, moving nothing; undefined when it cannot be seen from here. */
export async function currentHome(dataDir: string): Promise<string | undefined> {
  const pointer = join(dataDir, 'elsewhere')
  const home = (await exists(pointer)) ? await readFile(pointer, 'utf8') : dataDir
  return (await exists(home)) ? home : undefined
}

async function followPointer(pointer: string): Promise<string> {
  const home = await readFile(pointer, 'utf8')
  if (await exists(home)) return home
  // Starting empty instead would look like losing everything.
  throw new AnlanError('database-unusable', { rule: 'data-missing', pointer, home, reason: `${home} is gone` })
}

async function makeSharedFolder(): Promise<string> {
  const refusals: string[] = []
  for (const base of SHARED_FOLDERS) {
    try {
      if (!(await isOpenToAll(base))) continue
      const home = await mkdtemp(join(base, 'anlan-'))
      await chmod(home, 0o711) // others may pass through, not look around
      return home
    } catch (cause) {
      refusals.push(String(cause))
    }
  }
  throw new AnlanError('database-unusable', { rule: 'no-shared-folder', reason: refusals.join('; ') })
}

/** Copies a folder and waits until the disk has it, because the original is removed afterwards. */
async function copyToDisk(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true })
  const entries = await readdir(to, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (entry.isFile() || entry.isDirectory()) await syncToDisk(join(entry.parentPath, entry.name))
  }
  await syncToDisk(to)
}

/** Waits until the disk has a file, or the names in a folder. */
export async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Written under another name and renamed, so that a cut short write leaves nothing that looks complete. */
async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.partial`, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.partial`, path)
}

/** Makes the data folder; others may pass through it, because the server may be another user. */
export async function makeDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 })
}

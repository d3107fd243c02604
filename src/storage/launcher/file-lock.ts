import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type FileHandle, open } from 'node:fs/promises'
import { AnlanError } from '../../domain/wording/errors.ts'

/**
 * A lock of the kernel on an open file (flock). It belongs to the open file, not to a process: whoever inherits the file
 * holds it too, it ends with the last of them, and it is seen from every container that shares the folder.
 */
export type FileLock = {
  /** Undefined where there are no such locks, and the system's own means must do: macOS and Windows. */
  readonly fd: number | undefined
  /** Lets go, for our part. */
  readonly release: () => Promise<void>
}

const HELD = 1

/**
 * Takes the lock on a file, made when missing; undefined when somebody else holds it.
 * @throws AnlanError database-unusable, rule no-file-lock, when this system cannot lock files
 */
export async function tryFileLock(path: string): Promise<FileLock | undefined> {
  if (process.platform !== 'linux') return { fd: undefined, release: async () => {} }
  const file = await open(path, 'a', 0o600)
  const ended = await flock(file)
  if (ended === 0) return { fd: file.fd, release: () => file.close() }
  await file.close()
  if (ended === HELD) return undefined
  return cannotLock(path, `flock ended with ${ended}`)
}

/** Node.js has no flock; the program of that name locks the file it is handed and leaves the lock with us. */
async function flock(file: FileHandle): Promise<number> {
  const child = spawn('flock', ['-x', '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', file.fd], cwd: '/' })
  const [ended] = (await once(child, 'exit').catch((cause: Error) => cannotLock('flock', cause.message))) as [number]
  return ended
}

function cannotLock(path: string, cause: string): never {
  const reason = `${path}: ${cause}`
  throw new AnlanError('database-unusable', {
    rule: 'no-file-lock',
    reason,
    text: {
      zh: `数据文件夹锁不上，不能保证只有一个程序在用（${reason}）。要有 flock 命令（util-linux），文件系统要支持文件锁。`,
      en: `The data folder cannot be locked, so nothing would keep a second program out (${reason}). The command flock (util-linux) and a file system with locks are needed.`,
    },
  })
}

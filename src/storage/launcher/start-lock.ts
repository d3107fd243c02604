import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type FileLock, tryFileLock } from './file-lock.ts'

const PATIENCE_MS = 120_000
const RETRY_MS = 50

/** Runs `work` while nobody else starts or stops a server on the same data folder, in whatever container. */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await takeLock(dataDir)
  try {
    return await work()
  } finally {
    await lock.release()
  }
}

async function takeLock(dataDir: string): Promise<FileLock> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    const lock = await tryFileLock(join(dataDir, 'start.lock'))
    if (lock) return lock
    if (performance.now() > giveUpAt) {
      const reason = 'another process is starting'
      throw new AnlanError('database-unusable', { rule: 'start-locked', dataDir, reason })
    }
    await sleep(RETRY_MS)
  }
}

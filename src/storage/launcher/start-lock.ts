import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { AnlanError } from '../../domain/wording/errors.ts'

const PATIENCE_MS = 120_000
const RETRY_MS = 20

/**
 * Runs `work` while no other process of this machine starts or stops the same data folder. The lock is a listening
 * socket without a file (abstract on Linux, a pipe on Windows): it vanishes with its holder, so it is never stale.
 */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const release = await takeLock(dataDir)
  try {
    return await work()
  } finally {
    release()
  }
}

async function takeLock(dataDir: string): Promise<() => void> {
  const path = lockName(dataDir)
  if (path === undefined) return () => {}
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    const release = await tryListen(path)
    if (release) return release
    if (performance.now() > giveUpAt) {
      throw new AnlanError('database-unusable', {
        rule: 'start-locked',
        dataDir,
        reason: 'another process is starting',
      })
    }
    await sleep(RETRY_MS)
  }
}

function tryListen(path: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') resolve(undefined)
      else reject(cause)
    })
    server.listen({ path }, () => resolve(() => server.close()))
  })
}

/** macOS has neither kind of name; there PostgreSQL's own lock file stops a second server, less politely. */
function lockName(dataDir: string): string | undefined {
  const name = `anlan-${createHash('sha256').update(dataDir).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return undefined
}

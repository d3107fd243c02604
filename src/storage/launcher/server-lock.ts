import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AnlanError } from '../../domain/wording/errors.ts'
import { currentHome } from './cluster-home.ts'
import { type FileLock, tryFileLock } from './file-lock.ts'
import { runningServer } from './launch-server.ts'
import type { Postmaster } from './postmaster.ts'

/** The right to start a server on the folder, or the server that runs there. */
export type ServerOrLock =
  | { readonly running: Postmaster; readonly lock?: never }
  | { readonly running?: never; readonly lock: FileLock }

/** The workers of a killed server need a moment to notice; they hold its lock until then. */
const PATIENCE_MS = 10_000
const RETRY_MS = 100

/**
 * Finds the server of a data folder, or takes the lock that only one server and its workers can hold.
 * @throws AnlanError database-unusable, rule folder-in-use, when a server that cannot be seen from here holds it
 */
export async function serverOrLock(dataDir: string, signal?: AbortSignal): Promise<ServerOrLock> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    signal?.throwIfAborted()
    const home = await currentHome(dataDir)
    const running = home && (await runningServer(join(home, 'data')))
    if (running) return { running }
    const lock = await tryFileLock(join(dataDir, 'server.lock'))
    if (lock) return { lock }
    if (performance.now() > giveUpAt) return inUse(dataDir)
    await sleep(RETRY_MS)
  }
}

function inUse(dataDir: string): never {
  throw new AnlanError('database-unusable', {
    rule: 'folder-in-use',
    dataDir,
    text: {
      zh: `数据文件夹 ${dataDir} 正由另一个安澜服务使用，多半在另一个容器里。一个文件夹同时只能由一个服务使用：先停那一个，或者换一个 ANLAN_DATA。数据没有动。`,
      en: `The data folder ${dataDir} is in use by another Anlan server, probably in another container. One folder serves one server at a time: stop that one first, or choose another ANLAN_DATA. The data were not touched.`,
    },
  })
}

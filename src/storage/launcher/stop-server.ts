import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { isServerOf, readPostmaster } from './postmaster.ts'

const POLL_MS = 5
const PATIENCE_MS = 60_000

/**
 * Stops the server: disconnects everybody, writes everything down, ends. Waits for its file to go rather than for its
 * process: in a container nobody may collect a dead process that is not our own child.
 */
export async function stopServer({ data }: Cluster): Promise<void> {
  const postmaster = await readPostmaster(data)
  if (!postmaster || !(await isServerOf(postmaster.pid, data))) return
  // SIGINT is PostgreSQL's fast shutdown. Windows has no signals: there it ends at once, and recovers at the next start.
  process.kill(postmaster.pid, 'SIGINT')
  const insistAt = performance.now() + PATIENCE_MS
  let insisted = false
  while ((await readPostmaster(data))?.pid === postmaster.pid && (await isServerOf(postmaster.pid, data))) {
    if (!insisted && performance.now() > insistAt) {
      process.kill(postmaster.pid, 'SIGQUIT') // immediate shutdown; the log brings everything back
      insisted = true
    }
    await sleep(POLL_MS)
  }
}

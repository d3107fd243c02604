import type { StorageDeps } from '../storage/deps.ts'
import { runJobs } from './run-jobs.ts'
import { sweepDeadlines } from './sweep-deadlines.ts'

export type Workers = { readonly stop: () => Promise<void> }

/** How often the workers look around, in milliseconds. Deadlines are days or hours; a few seconds are soon enough. */
const ROUND_MS = 5_000

/** Starts the work that goes on without a user: deadlines and outbox, tenant by tenant, round by round. Several servers may do so at once. */
export function startWorkers(
  deps: StorageDeps,
  tenants: () => Promise<readonly string[]>,
  log: (line: Readonly<Record<string, unknown>>) => void,
  roundMs = ROUND_MS,
): Workers {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const round = async () => {
    for (const tenant of await tenants()) {
      if (stopped) return
      // What fails here waits for its next turn; the rest of the round goes on.
      await sweepDeadlines(deps, tenant).catch(tell)
      await runJobs(deps, tenant).catch(tell)
    }
  }
  const tell = (cause: Error) => log({ level: 'error', where: 'workers', message: cause.message })
  const again = () => {
    running = round()
      .catch(tell)
      .then(() => {
        if (!stopped) timer = setTimeout(again, roundMs)
      })
  }
  again()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

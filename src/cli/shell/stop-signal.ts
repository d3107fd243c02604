import type { Environment } from '../../server/environment.ts'
import { type Installation, type InstallationOptions, openInstallation } from '../../server/installation.ts'
import { EXIT } from './exit-code.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Stopping takes at most this long, whatever hangs. */
const LONGEST_STOP_MS = 30_000

/** Why work was broken off; it is no failure, and says nothing. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/**
 * Aborts at the first Ctrl-C, SIGTERM or SIGHUP. A second signal ends the process at once: whoever presses Ctrl-C twice
 * does not want to wait for slow readers. From the first on, the process lives no longer than 30 s.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    for (const name of SIGNALS) {
      process.off(name, stop)
      process.once(name, () => process.exit(EXIT.interrupted))
    }
    // A timer that keeps nothing alive: only what hangs is cut short.
    setTimeout(() => process.exit(EXIT.failed), LONGEST_STOP_MS).unref()
    controller.abort(new Stopped('told to stop'))
  }
  for (const name of SIGNALS) process.on(name, stop)
  return controller.signal
}

/** The same work, but it is no longer waited for when the signal comes. @throws Stopped */
export async function unlessStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted()
  const stopped = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  return Promise.race([work, stopped])
}

/** Opens the installation for a command that works and ends; Ctrl-C closes it in good order, with its database. */
export async function withInstallation<T>(
  environment: Environment,
  options: Omit<InstallationOptions, 'signal'>,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const signal = stopSignal()
  const installation = await openInstallation(environment, { ...options, signal })
  try {
    return await unlessStopped(signal, work(installation))
  } finally {
    await installation.close()
  }
}

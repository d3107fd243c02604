/** Stopping takes at most this long, whatever hangs; containers are told to wait as long. */
const LONGEST_STOP_MS = 30_000
const EXIT_LATE = 1

/**
 * Waits for Ctrl-C, SIGTERM or SIGHUP, then runs `stop`. A second signal ends the process at once: whoever presses
 * Ctrl-C twice does not want to wait for slow readers.
 */
export async function untilStopped(stop: () => Promise<void>): Promise<void> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve(name))
  })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => process.exit(signal === 'SIGINT' ? 130 : 143))
  // A timer that keeps nothing alive: only what hangs is cut short.
  setTimeout(() => process.exit(EXIT_LATE), LONGEST_STOP_MS).unref()
  await stop()
}

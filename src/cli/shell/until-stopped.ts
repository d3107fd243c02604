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
  await stop()
}

import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { startAnlan } from './command.ts'

export type Serving = {
  readonly url: string
  /** What the server printed when it had started. */
  readonly started: Readonly<Record<string, unknown>>
  readonly stop: () => Promise<void>
}

/** Starts `anlan serve --json` on a free port. When it ends instead, the error holds everything it said. */
export async function serving(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Serving> {
  const child = startAnlan(['serve', '--json', '--port', '0', ...args], env)
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  if (!child.stdout) throw new Error('a server that writes nowhere')
  for await (const line of createInterface({ input: child.stdout })) {
    const started = JSON.parse(line)
    const stop = async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
    return { url: started.url, started, stop }
  }
  throw new Error(`the server ended before it answered:\n${said}`)
}

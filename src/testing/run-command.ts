import { spawnSync } from 'node:child_process'

const MINUTE = 60_000

/** How a command ended and what it printed. */
export type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/**
 * Runs `anlan …` to its end, in Chinese unless `env` says otherwise. Node.js now and then locks itself up while it shuts down
 * (nodejs/node#54918): a command that does not end is killed after a minute and run once more.
 */
export const runAnlan = (
  args: readonly string[],
  input: string | Uint8Array = '',
  env: Record<string, string> = {},
): Ended => toItsEnd(process.execPath, ['src/cli/anlan.ts', ...args], input, env)

/** As `runAnlan`, through a shell in which `"$0"` is Node.js. */
export const runInShell = (command: string, input: string): Ended =>
  toItsEnd('sh', ['-c', command, process.execPath], input, {})

function toItsEnd(program: string, args: string[], input: string | Uint8Array, env: Record<string, string>): Ended {
  const run = () =>
    spawnSync(program, args, {
      input,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...env },
      timeout: MINUTE,
      killSignal: 'SIGKILL',
    })
  const first = run()
  return first.signal === 'SIGKILL' ? run() : first
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Starts `anlan` as a process of its own. Nothing of the tests' own settings reaches it but what is given. */
export function startAnlan(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '' } = process.env
  const program = args[0] === 'bench' ? 'bench/anlan-bench.ts' : 'src/cli/anlan.ts'
  return spawn(process.execPath, [join(ROOT, program), ...args], {
    env: { PATH, LANG: 'zh_CN.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs `anlan` to its end. */
export async function runAnlan(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = startAnlan(args, env)
  let [out, err] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

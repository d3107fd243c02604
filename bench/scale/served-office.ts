import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../../src/cli/anlan.ts')
const PASSWORD = 'calm-water-2026'

/** `anlan serve` as a process of its own, with an office in it and a clerk signed in. */
export type ServedOffice = {
  readonly url: string
  readonly process: ChildProcess
  /** The session of the clerk. */
  readonly cookie: string
  readonly send: (path: string, body?: object, key?: string) => Promise<Response>
  readonly memoryMb: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** Sets an office up in a folder and serves it. */
export async function serveOffice(env: Readonly<Record<string, string>>): Promise<ServedOffice> {
  await run(['init', '--name', '试验县', '--admin-name', '钱虚拟', '--admin-username', 'admin'], env)
  const served = await serve(env)
  const clerk = ['user', 'add', 'clerk', '--name', '周示例', '--unit', 'root', '--roles', 'clerk']
  const { password } = JSON.parse(await run(clerk, env)) as { password: string }
  const first = await signIn(served.url, password)
  await post(`${served.url}/api/auth/change-password`, { currentPassword: password, newPassword: PASSWORD }, first)
  return withSession(served, await signIn(served.url, PASSWORD))
}

/** Serves an office that was set up before. */
export async function serveAgain(env: Readonly<Record<string, string>>): Promise<ServedOffice> {
  const served = await serve(env)
  return withSession(served, await signIn(served.url, PASSWORD))
}

type Served = { readonly url: string; readonly process: ChildProcess }

function withSession({ url, process: child }: Served, cookie: string): ServedOffice {
  return {
    url,
    process: child,
    cookie,
    send: (path, body, key) =>
      fetch(`${url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          cookie,
          origin: url,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    memoryMb: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function serve(env: Readonly<Record<string, string>>): Promise<Served> {
  const child = start(['serve', '--json'], env)
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000)
  })
  const [line] = (await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])) as [unknown]
  if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
  child.stdout?.resume()
  return { url: (JSON.parse(String(line)) as { url: string }).url, process: child }
}

const start = (args: readonly string[], env: Readonly<Record<string, string>>) =>
  spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.UTF-8', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = start([...args, '--json'], env)
  let [out, said] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`anlan ${args[0]} ended with ${code}: ${said}`)
  return out
}

async function post(url: string, body: object, cookie = ''): Promise<Response> {
  const headers = { origin: new URL(url).origin, 'content-type': 'application/json', cookie }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer
}

const signIn = async (url: string, password: string) =>
  (await post(`${url}/api/auth/sign-in/username`, { username: 'clerk', password })).headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

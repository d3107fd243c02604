import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export type Pooler = {
  /** Host and port. */
  readonly address: string
  readonly stop: () => Promise<void>
}

/** The pgbouncer of this machine; undefined where there is none. */
export function findPgbouncer(): string | undefined {
  for (const path of ['pgbouncer', '/usr/sbin/pgbouncer'])
    try {
      execFileSync(path, ['--version'], { stdio: 'ignore' })
      return path
    } catch {}
  return undefined
}

/** The same user and database, through the pooler. */
export function atPooler(url: string, address: string): string {
  const { username, password, pathname } = new URL(url)
  return `postgres://${username}:${password}@${address}${pathname}`
}

/** Debian's `nobody`; pgbouncer refuses to run as root. */
const NOBODY = 65534

/**
 * Starts pgbouncer in transaction mode before a server. It has fewer connections than its callers, and gives them out in turn: what stays
 * in a session meets somebody else.
 */
export async function startPgbouncer(program: string, urls: readonly string[]): Promise<Pooler> {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-pgbouncer-'))
  await chmod(folder, 0o755)
  const servers = urls.map((url) => new URL(url))
  const [first] = servers
  if (!first) throw new Error('a pooler needs a server')
  const port = await freePort()
  const users = join(folder, 'users')
  const lines = servers.map(({ username, password }) => `"${username}" "${decodeURIComponent(password)}"\n`)
  await writeFile(users, [...new Set(lines)].join(''))
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'plain',
    auth_file: users,
    pool_mode: 'transaction',
    default_pool_size: 3,
    max_client_conn: 500,
    server_round_robin: 1,
    // Off, so that what we leave behind is found by the test rather than swept away.
    server_reset_query: '',
    logfile: '',
  }
  const ini = join(folder, 'pgbouncer.ini')
  const section = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  await writeFile(ini, `[databases]\n* = host=127.0.0.1 port=${first.port}\n[pgbouncer]\n${section.join('\n')}\n`)
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const child = spawn(program, [ini], { stdio: 'ignore', ...asNobody })
  const address = `127.0.0.1:${port}`
  await untilItAnswers(child, atPooler(first.href, address))
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve))
    await rm(folder, { recursive: true, force: true })
  }
  return { address, stop }
}

const PATIENCE_MS = 20_000
const POLL_MS = 30

async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    const failed = await client.connect().then(
      () => undefined,
      (cause: Error) => cause,
    )
    await client.end().catch(() => {})
    if (!failed) return
    if (child.exitCode !== null) throw new Error(`pgbouncer ended with ${child.exitCode}`)
    if (performance.now() > until) throw failed
    await sleep(POLL_MS)
  }
}

/** A port that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

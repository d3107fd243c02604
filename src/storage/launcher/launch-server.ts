import { spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type Cluster, settleOwner } from './cluster.ts'
import { program } from './embedded-binaries.ts'
import type { FileLock } from './file-lock.ts'
import { isServerOf, type Postmaster, postmasterFile, readPostmaster } from './postmaster.ts'
import { environment, launch } from './run-as.ts'
import { serverSettings } from './server-settings.ts'

const POLL_MS = 5
const RETRY_MS = 100
const RETRIES = 150
const LOG_LIMIT_BYTES = 10_000_000

/** How a server is started; without a port a free one is taken. */
export type LaunchOptions = {
  readonly port?: number | undefined
  readonly durable: boolean
  readonly maxConnections: number
  /** Held by us; the server inherits it, and its workers from it. */
  readonly lock: FileLock
  readonly signal?: AbortSignal | undefined
}

/** The server that already runs on these data, once it is ready; undefined when none does. */
export async function runningServer(data: string): Promise<Postmaster | undefined> {
  for (;;) {
    const postmaster = await readPostmaster(data)
    if (!postmaster || !(await isServerOf(postmaster.pid, data))) return undefined
    if (postmaster.status === 'ready') return postmaster
    await sleep(POLL_MS) // starting, recovering or stopping: it ends in one of the two cases above
  }
}

/** Starts a server and waits until it accepts connections; recovery after a crash may take its time. */
export async function launchServer(cluster: Cluster, options: LaunchOptions): Promise<Postmaster> {
  await settleOwner(cluster)
  await rotateLog(cluster.log)
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await tryLaunch(cluster, { ...options, port: options.port ?? (await freePort()) })
    if ('pid' in outcome) return outcome
    if (await setAsideLeftOver(cluster, options.lock, outcome.lastWords)) continue
    if (attempt === RETRIES || !mayPass(outcome.lastWords, options.port)) {
      throw new AnlanError('database-unusable', { rule: 'does-not-start', log: cluster.log, reason: outcome.lastWords })
    }
    await sleep(RETRY_MS)
  }
}

/**
 * Failures that time heals: the workers of a killed server need a moment to notice and let go of its memory, and
 * somebody else may have taken the free port first.
 */
function mayPass(lastWords: string, fixedPort: number | undefined): boolean {
  if (/pre-existing shared memory block/.test(lastWords)) return true
  return fixedPort === undefined && /could not bind/.test(lastWords)
}

/**
 * PostgreSQL decides by its own lock files, and believes one that a killed server left when its number lives on in another
 * program (after a restart of a container) or in a process that nobody has buried yet. Only then, only under our lock,
 * which every worker of such a server would hold, and only when that process is no server of these data, the file goes.
 */
async function setAsideLeftOver({ data, sockets }: Cluster, lock: FileLock, lastWords: string): Promise<boolean> {
  const [, name = ''] = /lock file "([^"]+)" already exists/.exec(lastWords) ?? []
  const path = resolve(data, name)
  const isOurs = path === postmasterFile(data) || (sockets !== undefined && dirname(path) === sockets)
  if (!name || !isOurs || lock.fd === undefined) return false
  const pid = Math.abs(Number.parseInt(await readFile(path, 'utf8'), 10))
  if (await isServerOf(pid, data)) return false
  await rm(path)
  return true
}

async function tryLaunch(
  cluster: Cluster,
  options: LaunchOptions & { port: number },
): Promise<Postmaster | { lastWords: string }> {
  const { data, runAs, binaries } = cluster
  const log = await open(cluster.log, 'a', 0o600)
  const { size: logStart } = await log.stat()
  const args = ['-D', data, ...serverSettings({ ...options, sockets: cluster.sockets })]
  const { file, args: words, ...identity } = launch(runAs, program(binaries, 'postgres'), args)
  // Detached: Ctrl-C goes to us alone, and we stop the server after our own work is done.
  const child = spawn(file, words, {
    ...identity,
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['ignore', log.fd, log.fd, ...(options.lock.fd === undefined ? [] : [options.lock.fd])],
  })
  let ended: string | undefined
  child.once('error', (cause) => {
    ended = cause.message
  })
  child.once('exit', (code, signal) => {
    ended ??= `ended with ${signal ?? code}`
  })
  child.unref()
  try {
    while (ended === undefined) {
      const postmaster = await readPostmaster(data)
      if (options.signal?.aborted) child.kill('SIGINT')
      else if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return postmaster
      await sleep(POLL_MS)
    }
  } finally {
    await log.close()
  }
  options.signal?.throwIfAborted()
  const said = (await readFile(cluster.log)).subarray(logStart).toString()
  return { lastWords: said.trim() || ended }
}

/** One older log is kept. */
async function rotateLog(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause
      return 0
    },
  )
  if (size > LOG_LIMIT_BYTES) await rename(log, `${log}.1`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

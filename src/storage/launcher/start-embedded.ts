import { realpath } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type Cluster, OWNER, prepareCluster } from './cluster.ts'
import { makeDataDir } from './cluster-home.ts'
import { type Keeper, openKeeper } from './keeper.ts'
import { launchServer } from './launch-server.ts'
import type { Postmaster } from './postmaster.ts'
import type { RunAs } from './run-as.ts'
import { serverOrLock } from './server-lock.ts'
import { withStartLock } from './start-lock.ts'
import { stopServer } from './stop-server.ts'

export type EmbeddedOptions = {
  /** Everything the server needs is kept in this folder; made when missing. */
  readonly dataDir: string
  /** TCP port on 127.0.0.1; without it a free one. A server that already runs keeps its own. */
  readonly port?: number | undefined
  /** Default true; false only for tests: faster, and a power failure may destroy the data. */
  readonly durable?: boolean | undefined
  /** Default 100. */
  readonly maxConnections?: number | undefined
  /** Overrides how the server is run; otherwise the gentlest way that works is found. */
  readonly runAs?: RunAs | undefined
  /** Ends the start, and what was started, when somebody no longer wants it. */
  readonly signal?: AbortSignal | undefined
  readonly log: (event: LauncherEvent) => void
}

/** What the launcher does, for whoever puts it into words. */
export type LauncherEvent = {
  readonly event: 'started' | 'reused' | 'restarted' | 'stopped' | 'leftRunning' | 'restartFailed'
  readonly runAs: RunAs
  readonly pid: number
  readonly port: number
  readonly reason?: string
}

export type Embedded = {
  /** Connects as the application's role, which row-level security binds. */
  readonly url: string
  /** Connects as the owner of the tables, a superuser: for migrations and backup. */
  readonly ownerUrl: string
  /** Stops the server, unless another process uses it too. Close your own pools first. */
  readonly stop: () => Promise<void>
}

/** The role that the application connects as. */
const APP = 'anlan_app'
const DATABASE = 'anlan'

/**
 * Starts PostgreSQL on a data folder, or joins the server that already runs there (another command of ours, or left
 * over from a process that was killed). Should the server die while we live, it is started again on the same port.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  await makeDataDir(options.dataDir)
  const dataDir = await realpath(options.dataDir)
  const session = { dataDir, options, stopping: new AbortController() } as Session
  await withStartLock(dataDir, () => join(session, options.port, 'started'))
  return {
    url: urlFor(session, APP, session.cluster.passwords.app),
    ownerUrl: urlFor(session, OWNER, session.cluster.passwords.owner),
    stop: () => leave(session),
  }
}

type Session = {
  readonly dataDir: string
  readonly options: EmbeddedOptions
  cluster: Cluster
  postmaster: Postmaster
  keeper: Keeper
  readonly stopping: AbortController
}

/** Under the start lock: finds or starts the server, and enrols this process as one of its users. */
async function join(session: Session, port: number | undefined, verb: 'started' | 'restarted'): Promise<void> {
  const { durable = true, maxConnections = 100, runAs, signal } = session.options
  const { running, lock } = await serverOrLock(session.dataDir, signal)
  try {
    session.cluster = await prepareCluster(session.dataDir, { durable, runAs, mayChange: lock !== undefined, signal })
    session.postmaster =
      running ?? (await launchServer(session.cluster, { port, durable, maxConnections, lock, signal }))
  } finally {
    // The server has it now, and keeps it as long as one of its processes lives.
    await lock?.release()
  }
  session.keeper = await openKeeper({
    url: urlFor(session, OWNER, session.cluster.passwords.owner, 'postgres'),
    database: DATABASE,
    role: APP,
    rolePassword: session.cluster.passwords.app,
    onLost: () => void rejoin(session),
  })
  report(session, running ? 'reused' : verb)
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/**
 * The connection broke although nobody asked for it: the server was killed, or ran out of disk. Tried until it is back,
 * since whoever makes room does not know that somebody has to be told. The pools find it on the old port.
 */
async function rejoin(session: Session): Promise<void> {
  const { signal } = session.stopping
  for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      await withStartLock(session.dataDir, async () => {
        if (!signal.aborted) await join(session, session.postmaster.port, 'restarted')
      })
      return
    } catch (cause) {
      report(session, 'restartFailed', reasonOf(cause))
    }
    await sleep(pause, undefined, { signal }).catch(() => {}) // told to stop: the loop ends
  }
}

const reasonOf = (cause: unknown) =>
  cause instanceof AnlanError && typeof cause.details['reason'] === 'string' ? cause.details['reason'] : String(cause)

async function leave(session: Session): Promise<void> {
  if (session.stopping.signal.aborted) return
  session.stopping.abort()
  await withStartLock(session.dataDir, async () => {
    const isLast = await session.keeper.close()
    if (isLast) await stopServer(session.cluster)
    report(session, isLast ? 'stopped' : 'leftRunning')
  })
}

function report(session: Session, event: LauncherEvent['event'], reason?: string): void {
  const { cluster, postmaster, options } = session
  const { pid, port } = postmaster
  options.log({ event, runAs: cluster.runAs, pid, port, ...(reason === undefined ? {} : { reason }) })
}

/** Names the port for TCP; where there is a Unix socket, its folder takes the place of the host. */
function urlFor({ postmaster }: Session, user: string, password: string, database = DATABASE): string {
  const url = new URL(`postgres://${user}:${password}@127.0.0.1:${postmaster.port}/${database}`)
  if (postmaster.sockets) url.searchParams.set('host', postmaster.sockets)
  return url.href
}

import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AnlanError } from '../../domain/wording/errors.ts'
import { clusterHome, currentHome, syncToDisk } from './cluster-home.ts'
import { type Binaries, binariesForAll, embeddedBinaries, program } from './embedded-binaries.ts'
import { exists } from './exists.ts'
import { type Passwords, readPasswords } from './passwords.ts'
import { chooseRunAs, launch, NOBODY, type RunAs, runToEnd } from './run-as.ts'

/** A cluster on disk that can be started: where it is, who runs it, and with which programs. */
export type Cluster = {
  readonly data: string
  readonly runAs: RunAs
  readonly binaries: Binaries
  readonly passwords: Passwords
  readonly log: string
  /** Folder for the Unix socket, faster than TCP; undefined where the path is too long or too strange for one. */
  readonly sockets: string | undefined
}

/** The superuser of the cluster, who owns the tables and migrates them. */
export const OWNER = 'anlan'

export type ClusterOptions = {
  readonly durable: boolean
  /** Overrides how the server is run. */
  readonly runAs?: RunAs | undefined
  /** Files are moved and made only by who holds the server's lock. */
  readonly mayChange: boolean
  readonly signal?: AbortSignal | undefined
}

/** Finds or makes the cluster of a data folder; call under the start lock. */
export async function prepareCluster(dataDir: string, options: ClusterOptions): Promise<Cluster> {
  const installed = await embeddedBinaries()
  const runAs = options.runAs ?? (await chooseRunAs(program(installed, 'postgres')))
  const passwords = await readPasswords(dataDir)
  const home = (!options.mayChange && (await currentHome(dataDir))) || (await clusterHome(dataDir, runAs))
  const binaries = runAs === 'dropped' ? await binariesForAll(installed, home) : installed
  const data = join(home, 'data')
  const cluster = { data, runAs, binaries, passwords, log: join(dataDir, 'server.log'), sockets: socketFolder(home) }
  if (await exists(data)) await checkVersion(cluster)
  else await createCluster(cluster, options)
  return cluster
}

/** Makes a new cluster in a folder beside, then renames it: a first start cut short leaves nothing half made. */
async function createCluster(cluster: Cluster, options: ClusterOptions): Promise<void> {
  const beside = join(dirname(cluster.data), 'new')
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { mode: 0o700 })
  try {
    // Not killed when the start is broken off: its own children would go on writing into what we remove.
    await runInitdb(cluster, beside, options)
    options.signal?.throwIfAborted()
    await rename(join(beside, 'data'), cluster.data)
    await syncToDisk(dirname(cluster.data))
  } finally {
    await rm(beside, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function runInitdb(
  { runAs, binaries, passwords }: Cluster,
  beside: string,
  { durable }: ClusterOptions,
): Promise<void> {
  const passwordFile = join(beside, 'password')
  await writeFile(passwordFile, passwords.owner, { mode: 0o600 })
  if (runAs === 'dropped') await giveTo(beside, NOBODY)

  const args = ['--pgdata', join(beside, 'data'), '--username', OWNER, '--pwfile', passwordFile]
  // Order by code point, the same on every machine and fast; the C.UTF-8 character types are what pg_trgm asks when it
  // looks for letters: under C it would find none in Chinese text.
  args.push('--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  args.push('--auth-local=scram-sha-256', '--auth-host=scram-sha-256', '--data-checksums')
  if (!durable) args.push('--no-sync')
  await runToEnd(launch(runAs, program(binaries, 'initdb'), args))
}

/** A cluster belongs to one major version of PostgreSQL. */
async function checkVersion({ data, binaries }: Cluster): Promise<void> {
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  const present = binaries.version.split('.')[0]
  if (made === present) return
  const reason = `made by PostgreSQL ${made}, this program brings ${present}`
  throw new AnlanError('database-unusable', { rule: 'other-major-version', data, made, present, reason })
}

/** Gives the files to the user who will run the server; only while no server runs. */
export async function settleOwner({ data, runAs, sockets }: Cluster): Promise<void> {
  if (sockets) await mkdir(sockets, { recursive: true, mode: 0o700 })
  const mine = process.getuid?.()
  if (mine === undefined) return // Windows
  const wanted = runAs === 'dropped' ? NOBODY : mine
  for (const folder of sockets ? [sockets, data] : [data]) {
    const { uid } = await stat(folder)
    if (uid === wanted) continue
    if (mine !== 0) {
      const reason = `the data belong to user ${uid}, this program runs as ${mine}`
      throw new AnlanError('database-unusable', { rule: 'not-the-owner', data, owner: uid, user: mine, reason })
    }
    await giveTo(folder, wanted)
  }
}

/** The system allows 107 bytes for the name of a socket, and the server splits its setting at commas. */
function socketFolder(home: string): string | undefined {
  const folder = join(home, 'socket')
  return process.platform !== 'win32' && /^[\w./-]{1,90}$/.test(folder) ? folder : undefined
}

/** The folder itself comes last: its owner tells whether the work was finished. */
async function giveTo(folder: string, uid: number): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), uid, uid)
  await chown(folder, uid, uid)
}

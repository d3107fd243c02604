import { appendFile, chmod, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { prepareCluster } from '../../storage/launcher/cluster.ts'
import { currentHome } from '../../storage/launcher/cluster-home.ts'
import { launchServer } from '../../storage/launcher/launch-server.ts'
import { readPasswords } from '../../storage/launcher/passwords.ts'
import { isServerOf } from '../../storage/launcher/postmaster.ts'
import { serverOrLock } from '../../storage/launcher/server-lock.ts'
import { stopServer } from '../../storage/launcher/stop-server.ts'

/** A folder for a server that any user may enter, whoever the server runs as. */
export async function serverFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `anlan-${name}-`))
  await chmod(folder, 0o755)
  return folder
}

/** A server on a copied folder. */
export type CopiedServer = {
  /** The same user, password and database as of `url`, here. */
  readonly at: (url: string) => string
  /** Takes the process away at once, as a power failure does. */
  readonly kill: () => void
  readonly stop: () => Promise<void>
}

/**
 * Copies the folder of a server that goes on running, as every tool for base backups does: told of begin and end, so that what changes
 * meanwhile comes from the log. Needs no program but PostgreSQL's own two.
 */
export async function copyOfServer(ownerUrl: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select pg_backup_start('copy', true)`)
    await cp(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      filter: (path) =>
        !/\/(postmaster\.(pid|opts)|pg_wal\/.+|server\.lock|start\.lock.*|server\.log|socket\/.+|pg_replslot\/.+)$/.test(
          path,
        ),
    })
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    await writeFile(join(await dataOf(to), 'backup_label'), rows[0]?.labelfile ?? '', { mode: 0o600 })
  } finally {
    await client.end()
  }
}

/** Lets a server keep its log in a folder from its next start on, piece by piece as each is full. */
export async function archiveTo(ownerUrl: string, archive: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`alter system set archive_mode = 'on'`)
  // What is there already is not written over: an archive that is given two servers must not mix them.
  await client.query(`alter system set archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`)
  await client.end()
}

const dataOf = async (folder: string) => join((await currentHome(folder)) ?? folder, 'data')

/** Tells a copied server what it is: a standby of another, or one that is brought back to a moment. */
export async function becomes(
  folder: string,
  signal: 'standby.signal' | 'recovery.signal',
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const data = await dataOf(folder)
  await writeFile(join(data, signal), '', { mode: 0o600 })
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
  await appendFile(join(data, 'postgresql.auto.conf'), lines.join(''))
}

/** Starts a server on a copied folder, without writing anything into it: a standby takes no writes. */
export async function startCopy(folder: string): Promise<CopiedServer> {
  const { lock } = await serverOrLock(folder)
  if (!lock) throw new Error(`a server runs on ${folder} already`)
  const cluster = await prepareCluster(folder, { durable: false, mayChange: true })
  const server = await launchServer(cluster, { durable: false, maxConnections: 100, lock })
  await lock.release()
  return {
    at: (url) => {
      const { username, password, pathname } = new URL(url)
      return `postgres://${username}:${password}@127.0.0.1:${server.port}${pathname}`
    },
    kill: () => process.kill(server.pid, 'SIGQUIT'),
    stop: async () => {
      if (await isServerOf(server.pid, cluster.data)) await stopServer(cluster)
    },
  }
}

/** How a standby finds its primary. */
export async function primaryConninfo(folder: string, ownerUrl: string): Promise<string> {
  const { port, username } = new URL(ownerUrl)
  const { owner } = await readPasswords(folder)
  return `host=127.0.0.1 port=${port} user=${username} password=${owner}`
}

/** Removes what a server left, wherever it was kept. */
export async function removeServer(folder: string): Promise<void> {
  const home = await currentHome(folder)
  if (home && home !== folder && (await readdir(home)).includes('data'))
    await rm(home, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}

import type { Pool } from 'pg'
import { type LauncherEvent, startEmbedded } from '../launcher/start-embedded.ts'
import { migrate } from '../schema/migrate.ts'
import { MIGRATIONS, type Migration, readMigrations } from '../schema/read-migrations.ts'
import { checkServer } from './check-server.ts'
import { connect, JOBS, type Patience, PROBES } from './connect.ts'
import { APP_ROLE, VAULT_ROLE } from './database-roles.ts'
import { within } from './within.ts'

export type OpenOptions = {
  /** A server of your own; its user owns the tables. Without it the embedded server is started. */
  readonly databaseUrl?: string | undefined
  /** The same database through a pooler in transaction mode, for everything that people do; what needs a session goes by `databaseUrl`. */
  readonly pooledUrl?: string | undefined
  /** Where the embedded server keeps everything. */
  readonly dataDir: string
  /** Most connections of the application at a time. */
  readonly max: number
  /** How long the application waits; default `JOBS`. */
  readonly patience?: Patience | undefined
  /** Breaks off the start; what had been started is stopped again. */
  readonly signal?: AbortSignal | undefined
  readonly log: (event: LauncherEvent) => void
}

export type OpenDatabase = {
  /** The application's connections: row-level security applies. Use `withTenant` or `databaseFor`. */
  readonly app: Pool
  /** For opening the reporter vault, which the application's role cannot read. */
  readonly vault: Pool
  /** The owner's: migrations, new tenants, backup. */
  readonly owner: Pool
  /** One connection of its own that only asks whether the database answers. */
  readonly probe: Pool
  /** What was migrated now. */
  readonly migrated: readonly Migration[]
  /** Ends the pools, and the embedded server unless another process uses it. */
  readonly close: () => Promise<void>
}

/** Openings are few, and each is a person's decision. */
const VAULT_CONNECTIONS = 2

/** Statements still running get this long to finish when the pools end. */
const CLOSE_MS = 5_000

/**
 * Opens the database, ready for use: started when embedded, checked, migrated.
 * @throws AnlanError database-unusable with a rule and a reason
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { databaseUrl, pooledUrl, dataDir, max, patience = JOBS, signal, log } = options
  const server = databaseUrl ? ownServer(databaseUrl) : await startEmbedded({ dataDir, signal, log })
  const owner = connect({ url: server.ownerUrl, max: 4, applicationName: 'anlan owner' })
  const way = (url: string) => (pooledUrl ? { url: pooledUrl, perTransaction: true } : { url })
  const app = connect({ ...way(server.url), max, applicationName: 'anlan', role: APP_ROLE, patience })
  const vault = connect({
    ...way(server.ownerUrl),
    max: VAULT_CONNECTIONS,
    applicationName: 'anlan vault',
    role: VAULT_ROLE,
    patience,
  })
  const probe = connect({
    ...way(server.url),
    max: 1,
    applicationName: 'anlan probe',
    role: APP_ROLE,
    patience: PROBES,
  })
  const close = async () => {
    await within(CLOSE_MS, Promise.all([app.end(), vault.end(), owner.end(), probe.end()]))
    await server.stop()
  }
  try {
    await checkServer(owner)
    const migrated = await migrate(owner, await readMigrations(MIGRATIONS))
    await checkServer(owner) // again: the first migration brings pg_trgm
    signal?.throwIfAborted()
    return { app, vault, owner, probe, migrated, close }
  } catch (cause) {
    await close()
    throw cause
  }
}

const ownServer = (url: string) => ({ url, ownerUrl: url, stop: async () => {} })

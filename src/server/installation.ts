import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Instant } from '../domain/time/time.ts'
import { AnlanError } from '../domain/wording/errors.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { chinaCalendar } from '../procedures/calendar/china-holidays.ts'
import type { Patience } from '../storage/connection/connect.ts'
import { openDatabase } from '../storage/connection/open-database.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { openKeys } from '../storage/keys/ring.ts'
import type { LauncherEvent } from '../storage/launcher/start-embedded.ts'
import { createReferences } from '../storage/references/references.ts'
import { openReplica, type Replica } from '../storage/replica/replica.ts'
import { checkKey, lastSeen, readMarks } from '../storage/tenants/marks.ts'
import { createRulebooks } from '../storage/write/rulebooks.ts'
import { readDeploymentKey } from './deployment-key.ts'
import type { Environment } from './environment.ts'
import { soundProcedures } from './sound-procedures.ts'
import { sameAsDatabase, steadyClock } from './steady-clock.ts'

/**
 * Connections of a server to its database. Few on purpose: on two cores 32 backends take the processor from each other and from
 * this program; ten carry the same load with half the waiting (docs/performance.md).
 */
export const CONNECTIONS = 10

/** The database with everything that reads and writes it, as server and command line use it. */
export type Installation = {
  readonly environment: Environment
  /** As the owner of the tables: sees every tenant. For lists of tenants, new tenants and checks only. */
  readonly owner: Pool
  /** Only asks whether the database answers. */
  readonly probe: Pool
  /** A streaming copy for lists and statistics, when there is one. */
  readonly replica?: Replica
  readonly deps: StorageDeps
  readonly deploymentKey: Buffer
  readonly close: () => Promise<void>
}

export type InstallationOptions = {
  /** Most connections of the write path at a time. */
  readonly connections: number
  /** Servers answer people who wait (`REQUESTS`); commands work through much (default `JOBS`). */
  readonly patience?: Patience
  /** Breaks off the start; what had been started is stopped again. */
  readonly signal?: AbortSignal
  readonly log: (event: LauncherEvent) => void
}

/** Opens the database, embedded or given, with its schema up to date, and makes what the write path needs. */
export async function openInstallation(
  environment: Environment,
  { connections, patience, signal, log }: InstallationOptions,
): Promise<Installation> {
  const { databaseUrl, pooledUrl, replicaUrl, dataFolder } = environment
  const procedures = soundProcedures(PROCEDURES)
  const { app, vault, owner, probe, close } = await openDatabase({
    databaseUrl,
    pooledUrl,
    dataDir: join(dataFolder, 'postgres'),
    max: connections,
    patience,
    signal,
    log,
  }).catch(unreachable)
  try {
    const marks = await readMarks(owner)
    const deploymentKey = await readDeploymentKey(environment, { mayMake: marks.length === 0 })
    const keys = await openKeys(owner, deploymentKey, new Date().toISOString(), environment.sealing)
    checkKey(marks, keys)
    const now = await openClock(owner, environment, lastSeen(marks))
    const deps: StorageDeps = {
      pool: app,
      vault,
      rulebooks: createRulebooks(app, procedures, chinaCalendar),
      references: createReferences(app),
      keys,
      now,
    }
    const replica = replicaUrl ? openReplica(app, { url: replicaUrl, max: connections }) : undefined
    const closeAll = async () => {
      await replica?.close()
      await close()
    }
    return { environment, owner, probe, deps, deploymentKey, close: closeAll, ...(replica ? { replica } : {}) }
  } catch (cause) {
    await close()
    throw cause
  }
}

/** A clock that was looked at beside the database's and beside when a server last ran here, unless somebody confirmed today's day. */
async function openClock(owner: Pool, { clockConfirmed }: Environment, seen: Instant | undefined) {
  const { rows } = await owner.query<{ now: Instant }>('select clock_timestamp() as now')
  const own = new Date().toISOString()
  sameAsDatabase(rows[0]?.now ?? own, own)
  const now = steadyClock(clockConfirmed === own.slice(0, 10) ? undefined : seen)
  now()
  return now
}

/** A driver's own error (no such host, wrong password) becomes one that says what it means for us. */
function unreachable(cause: unknown): never {
  if (cause instanceof AnlanError || !(cause instanceof Error) || !('code' in cause)) throw cause
  const reason =
    cause.message || (cause instanceof AggregateError ? String(cause.errors[0]?.message) : String(cause.code))
  const text = { zh: `数据库连不上：${reason}`, en: `The database cannot be reached: ${reason}` }
  throw new AnlanError('database-unusable', { rule: 'unreachable', reason, text })
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { plantCounty } from '../src/demo/county/plant-county.ts'
import { PROCEDURES } from '../src/procedures/all.ts'
import { chinaCalendar } from '../src/procedures/calendar/china-holidays.ts'
import { withTenant } from '../src/storage/connection/connect.ts'
import { type OpenDatabase, openDatabase } from '../src/storage/connection/open-database.ts'
import type { StorageDeps } from '../src/storage/deps.ts'
import { createKeys } from '../src/storage/keys/keys.ts'
import { createReferences } from '../src/storage/references/references.ts'
import { createRulebooks } from '../src/storage/write/rulebooks.ts'

/** The tenant that benches write to: the demo county's units and posts, no matters. */
export const BENCH_TENANT = 'bench'

export type BenchInstallation = {
  readonly database: OpenDatabase
  readonly deps: StorageDeps
  readonly close: () => Promise<void>
}

/**
 * A PostgreSQL of its own for a bench, embedded and durable as in use (fsync on), or DATABASE_URL when it is set.
 * `keep` leaves the data for the next run, in `folder` when one is given.
 */
export async function openBench(
  name: string,
  connections: number,
  keep: boolean,
  folder?: string,
): Promise<BenchInstallation> {
  // What is thrown away afterwards has a folder of its own: somebody else may be measuring too.
  const dataDir = folder ?? join(import.meta.dirname, `../.anlan/bench-${name}${keep ? '' : `-${process.pid}`}`)
  const databaseUrl = process.env['DATABASE_URL'] || undefined
  if (!keep && !databaseUrl) await rm(dataDir, { recursive: true, force: true })
  const database = await openDatabase({ databaseUrl, dataDir, max: connections, log: () => {} })
  const deps: StorageDeps = {
    pool: database.app,
    vault: database.vault,
    rulebooks: createRulebooks(database.app, PROCEDURES, chinaCalendar),
    references: createReferences(database.app),
    keys: createKeys(Buffer.alloc(32, 1)),
    now: () => new Date().toISOString(),
  }
  await withTenant(deps.pool, BENCH_TENANT, (client) => plantCounty(client, BENCH_TENANT, deps.now()))
  const close = async () => {
    await database.close()
    if (!keep && !databaseUrl) await rm(dataDir, { recursive: true, force: true })
  }
  return { database, deps, close }
}

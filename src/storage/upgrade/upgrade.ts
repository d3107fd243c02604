import type { Pool } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'
import { withScratch } from '../backup/scratch.ts'
import type { StorageDeps } from '../deps.ts'
import { dumpSchema } from '../schema/dump-schema.ts'
import { migrate } from '../schema/migrate.ts'
import type { Migration } from '../schema/read-migrations.ts'
import { listTenantIds } from '../tenants/list-tenant-ids.ts'
import { isWhole, type TenantVerified, verifyAll } from '../verify/verify-all.ts'
import { type SchemaChange, schemaChange } from './schema-change.ts'

/** What an upgrade of the database did, or a rehearsal would have done. */
export type Upgrade = {
  /** Numbers of the schema before and after. */
  readonly from: number
  readonly to: number
  readonly changes: readonly (Pick<Migration, 'number' | 'name' | 'worksWithPrevious'> & { readonly ms: number })[]
  /** Whether servers of the release before may go on meanwhile, as the heads of all changes say. */
  readonly sideBySide: boolean
  readonly schema: SchemaChange
  /** Tables whose number of rows is another one now. */
  readonly rows: readonly { readonly table: string; readonly before: number; readonly after: number }[]
  readonly ms: number
  /** Each office replayed afterwards; empty where that was not asked for. */
  readonly tenants: readonly TenantVerified[]
  /** Why a change failed; then nothing after it was tried. */
  readonly failed?: { readonly number: number; readonly name: string; readonly reason: string }
  readonly ok: boolean
}

type Upgrading = {
  readonly migrations: readonly Migration[]
  /** What replaying needs on the application's connections; undefined leaves it out. */
  readonly deps: StorageDeps | undefined
}

/** What happened may not become more or less by an upgrade. */
const UNTOUCHED = ['public.matters', 'public.matter_events']

/** Brings a database to this program's schema, change by change, and looks at what became of it. */
export async function upgrade(owner: Pool, { migrations, deps }: Upgrading): Promise<Upgrade> {
  const from = await schemaNumber(owner)
  const pending = migrations.slice(from)
  const [dump, counted] = [await dumpSchema(owner), await rowCounts(owner)]
  const started = performance.now()
  const { changes, failed } = await applyEach(owner, migrations, pending)
  const ms = Math.round(performance.now() - started)
  const rows = differing(counted, await rowCounts(owner))
  const tenants = failed || !deps ? [] : await verifyAll(deps, await listTenantIds(owner))
  return {
    from,
    to: from + changes.length,
    changes,
    sideBySide: pending.every(({ worksWithPrevious }) => worksWithPrevious),
    schema: schemaChange(dump, await dumpSchema(owner)),
    rows,
    ms,
    tenants,
    ...(failed ? { failed } : {}),
    ok: !failed && isWhole(tenants) && !rows.some(({ table }) => UNTOUCHED.includes(table)),
  }
}

/** Tries an upgrade on a copy that `fill` puts into a scratch database of the same server; nothing of it is left. */
export const rehearseUpgrade = (
  serverUrl: string,
  migrations: readonly Migration[],
  fill: (owner: Pool) => Promise<unknown>,
  depsFor: (app: Pool) => StorageDeps,
): Promise<Upgrade> =>
  withScratch(serverUrl, async ({ owner, app }) => {
    await fill(owner)
    return upgrade(owner, { migrations, deps: depsFor(app) })
  })

/** How many changes the schema of a database has seen; 0 where there is none of ours. */
export async function schemaNumber(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ ours: boolean }>(`select to_regclass('public.migrations') is not null as ours`)
  if (!rows[0]?.ours) return 0
  const { rows: last } = await owner.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from migrations',
  )
  return last[0]?.number ?? 0
}

/** Connections of running servers of ours to this database, which an upgrade would pull the tables away from. */
export async function serversAtWork(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name in ('anlan', 'anlan probe')`,
  )
  return rows[0]?.count ?? 0
}

type Applied = { readonly changes: Upgrade['changes']; readonly failed?: NonNullable<Upgrade['failed']> }

async function applyEach(owner: Pool, all: readonly Migration[], pending: readonly Migration[]): Promise<Applied> {
  const changes: Upgrade['changes'][number][] = []
  for (const { number, name, worksWithPrevious } of pending) {
    const started = performance.now()
    try {
      await migrate(owner, all.slice(0, number))
    } catch (cause) {
      if (!(cause instanceof AnlanError) || cause.details['rule'] !== 'migration-failed') throw cause
      return { changes, failed: { number, name, reason: String(cause.details['reason']) } }
    }
    changes.push({ number, name, worksWithPrevious, ms: Math.round(performance.now() - started) })
  }
  // Refuses what is newer than this program, or was made by an edited change.
  if (pending.length === 0) await migrate(owner, all)
  return { changes }
}

async function rowCounts(owner: Pool): Promise<ReadonlyMap<string, number>> {
  const { rows: tables } = await owner.query<{ table: string }>(
    `select format('%s.%s', schemaname, tablename) as table from pg_tables where schemaname in ('public', 'auth') and tablename <> 'migrations' order by 1`,
  )
  const counts = new Map<string, number>()
  for (const { table } of tables) {
    const { rows } = await owner.query<{ count: number }>(`select count(*) as count from ${table}`)
    counts.set(table, rows[0]?.count ?? 0)
  }
  return counts
}

/** A table that is new counts from nothing, one that is gone to nothing. */
const differing = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Upgrade['rows'] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((table) => ({ table, before: before.get(table) ?? 0, after: after.get(table) ?? 0 }))
    .filter((row) => row.before !== row.after)

import type { PoolClient } from 'pg'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { AT_ONCE, type JobRow } from '../write/write-rows.ts'
import type { Draft } from './bulk-draft.ts'
import { bulkRows, list } from './bulk-rows.ts'
import { BULK_INSERTS, insertRows } from './bulk-statements.ts'
import { insertColumns } from './column-inserts.ts'

export type WriteOptions = {
  readonly tenant: string
  readonly rulebook: Rulebook
  /** True when the caller opens children and tells parents itself; else the workers do it from the outbox. */
  readonly followed: boolean
  /** Anything else that has to be true exactly when the matters are there, in the same transaction. */
  readonly also?: (client: PoolClient) => Promise<void>
}

/**
 * A commit is not waited for until it is on disk: what a crash takes back is taken in again by the import that goes on, and no
 * count says otherwise, since it is in the same transaction. The end of an import waits, and with it for all before.
 */
const BEGIN = 'begin; set local synchronous_commit to off'

/** Writes many new matters with events, chain, deadlines, links, counts and keys in one transaction: all or none. */
export async function writeDrafts(
  deps: StorageDeps,
  drafts: readonly Draft[],
  { tenant, rulebook, followed, also }: WriteOptions,
): Promise<void> {
  const rows = bulkRows(drafts, rulebook, deps.keys.id)
  const at = deps.now()
  const changed = <Row extends object>(row: Row) => ({ ...row, updated_at: at })
  const done = (row: JobRow) => ({ ...row, done_at: followed && AT_ONCE.includes(row.kind) ? at : null })
  await withTenant(deps.pool, tenant, async (client) => {
    await client.query(BEGIN)
    try {
      await insertColumns(client, 'matters', tenant, rows.matters.map(changed))
      await insertColumns(client, 'events', tenant, rows.events)
      await insert(client, 'forLog', tenant, rows.forLog)
      await insertColumns(client, 'deadlines', tenant, rows.deadlines)
      await insert(client, 'links', tenant, rows.links)
      await insertColumns(client, 'keys', tenant, rows.keys)
      await insert(client, 'standIns', tenant, rows.standIns)
      await insert(client, 'vault', tenant, rows.vault)
      await insertColumns(client, 'jobs', tenant, rows.jobs.map(done))
      // Last, because these rows are shared with every other writer of the unit.
      await insert(client, 'counters', tenant, rows.counters)
      await also?.(client)
      await client.query('commit')
    } catch (cause) {
      await client.query('rollback')
      throw cause
    }
  })
}

const insert = (client: PoolClient, table: keyof typeof BULK_INSERTS, tenant: string, rows: readonly object[]) =>
  insertRows(client, [`bulk-${table}`, BULK_INSERTS[table]], tenant, list(rows))

import type { Pool, PoolClient } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'
import { ensureRoles } from '../connection/database-roles.ts'
import type { Migration } from './read-migrations.ts'

/** Any number will do, as long as every server of this program asks for the same one. */
const LOCK = 7_341_020_001

type Applied = { readonly number: number; readonly name: string; readonly digest: string }

/**
 * Brings the schema to this program's state, as the owner of the tables. Servers that start together wait for each
 * other. Returns the migrations that were applied now.
 * @throws AnlanError database-unusable when the database is newer than the program, was made by an edited migration,
 *   or a statement fails; a failed migration leaves nothing behind
 */
export async function migrate(owner: Pool, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await ensureRoles(client)
    const applied = await readApplied(client)
    const missing = missingAfter(applied, migrations)
    for (const migration of missing) await apply(client, migration)
    return missing
  } finally {
    client.release(true) // ending the connection gives the lock back, whatever happened
  }
}

async function readApplied(client: PoolClient): Promise<Applied[]> {
  await client.query(`create table if not exists migrations (
    number integer primary key,
    name text not null,
    digest text not null,
    applied_at timestamptz not null default now()
  )`)
  const { rows } = await client.query<Applied>('select number, name, digest from migrations order by number')
  return rows
}

/** Applied ones must be the first of ours, unchanged; the rest is missing. */
function missingAfter(applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  applied.forEach((row, index) => {
    const ours = migrations[index]
    if (!ours) throw unusable('newer-database', row, 'the database is newer than this program')
    if (ours.number !== row.number) throw unusable('migration-left-out', ours, `number ${row.number} came before it`)
    if (ours.digest !== row.digest) throw unusable('migration-changed', row, 'the file was edited after it was applied')
  })
  return migrations.slice(applied.length)
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  let current = ''
  try {
    await client.query('begin')
    for (const statement of migration.statements) {
      current = statement
      await client.query(statement)
    }
    await client.query({
      text: 'insert into migrations (number, name, digest) values ($1, $2, $3)',
      values: [migration.number, migration.name, migration.digest],
    })
    await client.query('commit')
  } catch (cause) {
    // The connection is ended afterwards, and with it the transaction.
    throw unusable('migration-failed', migration, (cause as Error).message, current)
  }
}

function unusable(rule: string, { number, name }: Omit<Applied, 'digest'>, reason: string, statement?: string) {
  return new AnlanError('database-unusable', { rule, number, name, reason, ...(statement ? { statement } : {}) })
}

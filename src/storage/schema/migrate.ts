import type { Pool, PoolClient } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'
import { ensureRoles } from '../connection/database-roles.ts'
import type { Migration } from './read-migrations.ts'

/** Any number will do, as long as every server of this program asks for the same one. */
const LOCK = 7_341_020_001

type Applied = {
  readonly number: number
  readonly name: string
  readonly digest: string
  readonly worksWithPrevious: boolean
}

/**
 * Brings the schema to this program's state, as the owner of the tables. Servers that start together wait for each
 * other. Returns the migrations that were applied now.
 *
 * A newer database is accepted when every change that this program does not know says in its head that it works with the
 * release before: so two releases may run side by side while servers are replaced, and a new one may be taken back.
 * @throws AnlanError database-unusable when a newer change does not say so, was made by an edited migration, or a statement
 *   fails; a failed migration leaves nothing behind
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
    applied_at timestamptz not null default now(),
    works_with_previous boolean not null default false
  )`)
  // A database that was made before heads were read.
  await client.query(
    'alter table migrations add column if not exists works_with_previous boolean not null default false',
  )
  const { rows } = await client.query<Applied>(
    'select number, name, digest, works_with_previous as "worksWithPrevious" from migrations order by number',
  )
  return rows
}

/** Applied ones must be the first of ours, unchanged; the rest is missing. Newer ones than ours must work with us. */
function missingAfter(applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  applied.forEach((row, index) => {
    const ours = migrations[index]
    if (!ours && row.worksWithPrevious) return
    if (!ours)
      throw unusable('newer-database', row, 'the database is newer than this program, and works only with newer ones')
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
      text: 'insert into migrations (number, name, digest, works_with_previous) values ($1, $2, $3, $4)',
      values: [migration.number, migration.name, migration.digest, migration.worksWithPrevious],
    })
    await client.query('commit')
  } catch (cause) {
    // The connection is ended afterwards, and with it the transaction.
    throw unusable('migration-failed', migration, (cause as Error).message, current)
  }
}

function unusable(
  rule: string,
  { number, name }: Pick<Applied, 'number' | 'name'>,
  reason: string,
  statement?: string,
) {
  return new AnlanError('database-unusable', { rule, number, name, reason, ...(statement ? { statement } : {}) })
}

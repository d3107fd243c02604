import type { Pool, PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Instant } from '../../domain/time/time.ts'
import { type ArchiveEnd, type ArchiveHead, type ArchiveTable, described, piece, TABLE_END } from './archive.ts'
import { copied, tablesInOrder } from './tables.ts'

/**
 * The whole database as one archive, as of one moment: everything is read in one transaction, while others go on working. Needs the
 * owner of the tables, who sees every tenant.
 */
export async function* databaseArchive(
  owner: Pool,
  at: Instant,
  deploymentKey: Buffer | undefined,
): AsyncGenerator<Buffer> {
  const client = await owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows: migrations } = await client.query('select number, digest from migrations order by number')
    const key = deploymentKey ? { deploymentKey: deploymentKey.toString('base64') } : {}
    yield described({ format: 'anlan-backup', version: 1, at, migrations, ...key } satisfies ArchiveHead)
    const counts: Record<string, number> = {}
    for (const table of await tablesInOrder(client)) {
      yield described(table)
      counts[table.table] = yield* rowsOf(client, table)
      yield TABLE_END
    }
    yield described({ end: true, rows: counts } satisfies ArchiveEnd)
    await client.query('commit')
  } finally {
    // A broken transaction ends with its connection.
    client.release(true)
  }
}

async function* rowsOf(client: PoolClient, table: ArchiveTable): AsyncGenerator<Buffer, number> {
  const stream = client.query(copyTo(`copy ${copied(table)} to stdout`))
  for await (const chunk of stream) yield piece(chunk as Buffer)
  return stream.rowCount ?? 0
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool, PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { AnlanError } from '../../domain/wording/errors.ts'
import { migrate } from '../schema/migrate.ts'
import type { Migration } from '../schema/read-migrations.ts'
import type { ArchiveEnd, ArchiveHead, ArchiveReader, ArchiveTable } from './archive.ts'
import { continueSequences, copied } from './tables.ts'

/** What was put back: as of when, and how many rows of each table. */
export type Restored = {
  readonly at: string
  readonly rows: Readonly<Record<string, number>>
  readonly deploymentKey?: string
}

/**
 * Puts an archive into an empty database: the schema as it was then, then every row, all or nothing. Later migrations of this program
 * are left to its next start.
 * @throws AnlanError import-refused when the archive is damaged, of a newer program, or the database holds offices already
 */
export async function restoreDatabase(
  owner: Pool,
  archive: ArchiveReader,
  ours: readonly Migration[],
): Promise<Restored> {
  const head = await archive.json<ArchiveHead>()
  if (head.format !== 'anlan-backup' || head.version !== 1) refuse('这不是安澜的备份', 'This is no backup of Anlan')
  const known = head.migrations.every(({ digest }, index) => ours[index]?.digest === digest)
  if (!known)
    refuse(
      '备份比这个程序新，或者出自改过的程序：用做备份的那个版本恢复',
      'The backup is newer than this program, or was made by a changed one: restore it with the version that made it',
    )
  await migrate(owner, ours.slice(0, head.migrations.length))
  const client = await owner.connect()
  try {
    await client.query('begin')
    const { rows: there } = await client.query('select tenant from tenants limit 1')
    if (there.length > 0)
      refuse(
        '这个数据库里已经有单位了：恢复到空的数据库里',
        'This database holds offices already: restore into an empty one',
      )
    const rows = await fill(client, archive)
    await continueSequences(client)
    // When a server last ran says nothing of the clock where it goes on.
    await client.query('update tenant_marks set seen_at = clock_timestamp()')
    await client.query('commit')
    return { at: head.at, rows, ...(head.deploymentKey ? { deploymentKey: head.deploymentKey } : {}) }
  } finally {
    client.release(true)
  }
}

async function fill(client: PoolClient, archive: ArchiveReader): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  for (;;) {
    const next = await archive.json<ArchiveTable | ArchiveEnd>()
    if ('end' in next) {
      for (const [table, count] of Object.entries(next.rows))
        if (rows[table] !== count)
          refuse(
            `备份说 ${table} 有${count}行，读到${rows[table] ?? 0}行`,
            `The backup says ${count} rows of ${table}, ${rows[table] ?? 0} were read`,
          )
      return rows
    }
    const stream = client.query(copyFrom(`copy ${copied(next)} from stdin`))
    await pipeline(Readable.from(archive.rows()), stream)
    rows[next.table] = stream.rowCount ?? 0
  }
}

function refuse(zh: string, en: string): never {
  throw new AnlanError('import-refused', { text: { zh, en } })
}

import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import type { Migration } from '../schema/read-migrations.ts'
import { readArchive } from './archive.ts'
import { type Restored, restoreDatabase } from './read-database.ts'
import { databaseArchive } from './write-database.ts'

/** Copies a database that is in use into an empty one, as of one moment, by the way a backup takes and without its disk. */
export async function copyDatabase(
  from: Pool,
  into: Pool,
  migrations: readonly Migration[],
  at: Instant,
): Promise<Restored> {
  const archive = databaseArchive(from, at, undefined)
  try {
    return await restoreDatabase(into, readArchive(archive), migrations)
  } finally {
    // Nothing is read behind the end, where it would give its connection back.
    await archive.return(undefined)
  }
}

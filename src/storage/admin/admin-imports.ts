import type { Kysely } from 'kysely'
import type { ImportBatch, RejectedPage, RowIssue } from '../../domain/views/admin-views.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { Tables } from '../schema/tables.ts'

/** The imports of a tenant, newest first; of one person alone where one is named. */
export async function listImportBatches(
  db: Kysely<Tables>,
  tenant: string,
  limit: number,
  personId?: string,
): Promise<ImportBatch[]> {
  const rows = await db
    .selectFrom('import_batches')
    .select([
      'id',
      'mapping',
      'source',
      'started_at as startedAt',
      'finished_at as finishedAt',
      'read_rows as readRows',
      'total_rows as totalRows',
      'added_rows as addedRows',
      'known_rows as knownRows',
      'changed_rows as changedRows',
      'rejected_rows as rejectedRows',
      'skipped_rows as skippedRows',
      'refusal',
    ])
    .where('tenant', '=', tenant)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ finishedAt, refusal, totalRows, ...row }) => ({
    ...row,
    ...(totalRows === null ? {} : { totalRows }),
    ...(finishedAt ? { finishedAt } : {}),
    ...(refusal ? { refusal: refusal as Text } : {}),
  }))
}

/** Rows of an import that were not taken in, in the order of the file, after a row number. */
export async function listRejectedRows(
  db: Kysely<Tables>,
  { tenant, batchId, after, limit }: { tenant: string; batchId: string; after: number; limit: number },
): Promise<RejectedPage> {
  const rows = await db
    .selectFrom('rejected_rows')
    .select(['row_number as row', 'reason', 'original'])
    .where('tenant', '=', tenant)
    .where('batch_id', '=', batchId)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit).map(({ row, reason, original }) => ({
    row,
    issues: reason as readonly RowIssue[],
    original: original as Readonly<Record<string, string>>,
  }))
  const last = page.at(-1)
  return { rows: page, ...(rows.length > limit && last ? { next: last.row } : {}) }
}

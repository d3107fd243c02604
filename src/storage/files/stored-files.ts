import type { Kysely } from 'kysely'
import type { FileRef } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'

/**
 * The same references with type and size as they were stored, so that nobody can pass one file off as another kind.
 * @throws AnlanError file-refused, rule not-stored, when one was never handed in
 */
export async function confirmFiles(db: Kysely<Tables>, tenant: string, files: readonly FileRef[]): Promise<FileRef[]> {
  if (files.length === 0) return []
  const hashes = [...new Set(files.map(({ sha256 }) => sha256))]
  const rows = await db
    .selectFrom('files')
    .select(['sha256', 'type', 'size'])
    .where('tenant', '=', tenant)
    .where('sha256', 'in', hashes)
    .limit(hashes.length)
    .execute()
  const stored = new Map(rows.map((row) => [row.sha256, row]))
  return files.map(({ sha256, name }) => {
    const row = stored.get(sha256)
    if (!row) throw new AnlanError('file-refused', { rule: 'not-stored', name })
    return { sha256, name, type: row.type, size: row.size }
  })
}

import type { Transaction } from 'kysely'
import type { RowKind } from '../../engine/transparency/entry.ts'
import type { Tables } from '../schema/tables.ts'

/** A row that was written and has to go into the log. */
export type LoggedRow = { readonly kind: RowKind; readonly subject: string }

/** Marks rows for the log, in the transaction that writes them. */
export async function markForLog(trx: Transaction<Tables>, tenant: string, rows: readonly LoggedRow[]): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('log_pending')
    .values(rows.map(({ kind, subject }) => ({ tenant, kind, subject, first: 0, last: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

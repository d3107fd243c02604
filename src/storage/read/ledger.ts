import type { Kysely } from 'kysely'
import type { Tables } from '../schema/tables.ts'

/** A view's columns look nullable to the catalogue; these are the table's own. */
type WithLedger = Omit<Tables, 'ledger'> & { ledger: Tables['matters'] }

/** Where lists read matters from: the view that may use every index (see migration 0005). Always add `tenant` and `visibleTo`. */
export const ledgerOf = (db: Kysely<Tables>) => (db as unknown as Kysely<WithLedger>).selectFrom('ledger as m')

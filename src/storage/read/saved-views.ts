import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'

/** A filter of the ledger under a name of one's own; `query` is the page's search part. */
export type SavedView = { readonly id: string; readonly name: string; readonly query: string }

type Owner = { readonly tenant: string; readonly personId: string }

/** So many fit into a menu; more are a search for one's own searches. */
const MOST_VIEWS = 50

/** A person's saved views, oldest first. */
export const listSavedViews = (db: Kysely<Tables>, { tenant, personId }: Owner): Promise<SavedView[]> =>
  db
    .selectFrom('saved_views')
    .select(['id', 'name', 'query'])
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(MOST_VIEWS)
    .execute()

/** Keeps a view. @throws AnlanError request-invalid when there are too many already */
export async function saveView(db: Kysely<Tables>, owner: Owner, view: SavedView, now: Instant): Promise<SavedView> {
  const known = await listSavedViews(db, owner)
  if (known.length >= MOST_VIEWS) {
    throw new AnlanError('request-invalid', { issues: [{ field: 'name', rule: 'too-large', limit: MOST_VIEWS }] })
  }
  const { tenant, personId } = owner
  await db
    .insertInto('saved_views')
    .values({ tenant, person_id: personId, created_at: now, ...view })
    .execute()
  return view
}

/** Removes one of a person's own views. @throws AnlanError not-found */
export async function deleteSavedView(db: Kysely<Tables>, { tenant, personId }: Owner, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_views')
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new AnlanError('not-found')
}

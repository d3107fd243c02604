import { type Kysely, sql } from 'kysely'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Tables } from '../schema/tables.ts'

export type MatterName = { readonly reference: string; readonly title: string; readonly procedureVersion: number }

/** Numbers and titles of matters that are known to be in the reader's sight. */
export async function namesOf(
  db: Kysely<Tables>,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, MatterName>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('matters')
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .select(['id', 'reference', 'title', sql<number>`(matter ->> 'procedureVersion')::int`.as('procedureVersion')])
    .execute()
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

/** Whole matters that are known to be in the reader's sight. */
export async function wholeMatters(db: Kysely<Tables>, tenant: string, ids: readonly string[]): Promise<Matter[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('matters')
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .select('matter')
    .execute()
  return rows.map(({ matter }) => matter as unknown as Matter)
}

import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Outward } from '../../domain/outward/outward.ts'
import type { Tables } from '../schema/tables.ts'

const MOST = 200

/** Matters that stand in a state in which their kind is publicised, those that came to it last first. No exercise, no complaint. */
export async function listPublicised(
  db: Kysely<Tables>,
  tenant: string,
  publicity: Outward['publicity'],
): Promise<Matter[]> {
  const kinds = Object.entries(publicity)
  if (kinds.length === 0) return []
  const stands = sql.join(
    kinds.map(([id, { states }]) => sql`(m.procedure = ${id} and m.state = any(${states}::text[]))`),
    sql` or `,
  )
  const rows = await db
    .selectFrom('matters as m')
    .select('m.matter')
    .where('m.tenant', '=', tenant)
    .where('m.exercise', '=', false)
    .where('m.about_path', 'is', null)
    .where(sql<SqlBool>`(${stands})`)
    .where(sql<SqlBool>`m.matter -> 'restrictions' is null`)
    .orderBy('m.opened_at', 'desc')
    .orderBy('m.id')
    .limit(MOST)
    .execute()
  return rows
    .map(({ matter }) => matter as Matter)
    .sort((a, b) => (a.stateSince < b.stateSince ? 1 : a.stateSince > b.stateSince ? -1 : a.id < b.id ? -1 : 1))
}

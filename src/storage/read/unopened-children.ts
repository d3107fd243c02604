import { type Kysely, sql } from 'kysely'
import type { Tables } from '../schema/tables.ts'

/**
 * How many matters a matter's steps asked for that are not open yet: the request that asked for them broke off, or opening
 * them fails. None in ordinary life; the workers go on trying.
 */
export async function countUnopenedChildren(db: Kysely<Tables>, tenant: string, matterId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from jobs j, jsonb_array_elements(j.payload -> 'children') as child
    where j.tenant = ${tenant} and j.kind = 'open-children' and j.done_at is null and j.payload ->> 'matterId' = ${matterId}
      and not exists (select 1 from matters m where m.tenant = j.tenant and m.id = (child ->> 'id')::uuid)`.execute(db)
  return rows[0]?.count ?? 0
}

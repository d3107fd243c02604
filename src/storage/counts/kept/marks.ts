import { type Kysely, sql } from 'kysely'
import { MATTER_KINDS } from '../../../engine/transparency/entry.ts'
import type { Tables } from '../../schema/tables.ts'

/** Up to where of the log the counts of a tenant are kept, and how often they changed. */
export type CountState = {
  readonly epoch: number
  readonly position: number
  readonly changed: number
  readonly seenAt: string
}

/** How the counts of a tenant stand; undefined where none are kept. */
export async function readState(db: Kysely<Tables>, tenant: string): Promise<CountState | undefined> {
  return db
    .selectFrom('count_state')
    .where('tenant', '=', tenant)
    .select(['epoch', 'position', 'changed', 'seen_at as seenAt'])
    .executeTakeFirst()
}

/** A matter that went on since, and the number of its last event that is counted; 0 where none is. */
export type Mark = { readonly id: string; readonly counted: number }

/**
 * The matters that went on since a position of the log, by what is in the log after it and what waits to come in; at most so many. What is
 * counted of each is what the log has of it before the position, or what was there before the log knew of it.
 */
export async function marksAfter(
  db: Kysely<Tables>,
  tenant: string,
  position: number,
  most: number,
): Promise<readonly Mark[]> {
  const kinds = [...MATTER_KINDS]
  const { rows } = await sql<Mark>`
    with marks as (
      select p.subject::uuid as id, p.first from log_pending p where p.tenant = ${tenant} and p.kind = any(${kinds}::text[])
      union all
      select e.matter_id, e.first from log_entries e
      where e.tenant = ${tenant} and e.index >= ${position} and e.matter_id is not null
    ), firsts as (select id, min(first) - 1 as before from marks group by id limit ${most})
    select f.id, greatest(f.before, coalesce((select max(e.last) from log_entries e
      where e.tenant = ${tenant} and e.matter_id = f.id and e.index < ${position}), 0))::int as counted
    from firsts f`.execute(db)
  return rows
}

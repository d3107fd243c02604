import { type Kysely, type SqlBool, sql } from 'kysely'
import { LEVELS } from '../../domain/matter/level.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { CountScope } from '../counts/count-rows.ts'
import { ledgerOf } from '../read/ledger.ts'
import { inRange } from '../read/lists/path-range.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'

/** Whose open matters: in the reader's sight, of the kinds that are counted, in a unit or below it. */
export type OpenScope = CountScope & { readonly unitId: string }

const openOf = (db: Kysely<Tables>, { actor, directory, kinds, unitId }: OpenScope) =>
  ledgerOf(db)
    .where('m.tenant', '=', actor.tenant)
    .where('m.state_group', '<>', 'done')
    .where('m.exercise', '=', false)
    .where('m.procedure', 'in', [...kinds])
    .where(visibleTo(actor, directory))
    .where(inRange('m.unit_path', pathOf(directory, unitId)))

const pathOf = ({ units }: Directory, unitId: string) => units[unitId]?.path ?? '?'

type Overdue = { readonly id: string; readonly since: Instant }

/** Those that are longest over their time, by the time limit that passed first. */
export async function longestOverdue(
  db: Kysely<Tables>,
  scope: OpenScope,
  now: Instant,
  limit: number,
): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    select m.id, min(d.due_at) as since from (${openOf(db, scope).select(['m.tenant', 'm.id'])}) m
    join deadlines d on d.tenant = m.tenant and d.matter_id = m.id
    where ${passed(now)} group by m.id order by since, m.id limit ${limit}`.execute(db)
  return rows
}

/** For each unit that has overdue matters, since when the longest of them is. */
export async function overdueByUnit(
  db: Kysely<Tables>,
  scope: OpenScope,
  now: Instant,
): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await sql<{ unitId: string; since: Instant }>`
    select m.unit_id as "unitId", min(d.due_at) as since
    from (${openOf(db, scope).select(['m.tenant', 'm.id', 'm.unit_id'])}) m
    join deadlines d on d.tenant = m.tenant and d.matter_id = m.id
    where ${passed(now)} group by m.unit_id`.execute(db)
  return new Map(rows.map(({ unitId, since }) => [unitId, since]))
}

const passed = (now: Instant) =>
  sql<SqlBool>`d.tenant = m.tenant and d.state in ('running', 'overdue') and d.due_at <= ${now}::timestamptz`

type Major = { readonly id: string; readonly since: Instant | null }

/** Open ones of the highest level, the soonest due first, and since when they are overdue. */
export async function majorOpen(
  db: Kysely<Tables>,
  scope: OpenScope,
  now: Instant,
  limit: number,
): Promise<readonly Major[]> {
  const first = openOf(db, scope)
    .where('m.level', '=', LEVELS.major.rank)
    .select(['m.tenant', 'm.id', 'm.due_at'])
    .orderBy(sql`m.due_at asc nulls last`)
    .orderBy('m.id')
    .limit(limit)
  const { rows } = await sql<Major>`
    select m.id, (select min(d.due_at) from deadlines d where d.matter_id = m.id and ${passed(now)}) as since
    from (${first}) m order by m.due_at asc nulls last, m.id`.execute(db)
  return rows
}

/** Those that are open since longest ago. */
export const oldestOpen = async (db: Kysely<Tables>, scope: OpenScope, limit: number): Promise<string[]> =>
  idsOf(await openOf(db, scope).select('m.id').orderBy('m.opened_at').orderBy('m.id').limit(limit).execute())

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

/** How many fall due by the moment that each ends first, day by day in China, of what is still in time. */
export async function dueByDay(
  db: Kysely<Tables>,
  scope: OpenScope,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ day: string; count: number }>`
    select to_char((m.due_at - interval '1 microsecond') at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(*)::int as count
    from (${openOf(db, scope)
      .where('m.due_at', '>', from)
      .where('m.due_at', '<=', until)
      .select(['m.due_at'])}) m group by 1`.execute(db)
  return new Map(rows.map(({ day, count }) => [day, count]))
}

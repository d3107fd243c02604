import { type Kysely, type SqlBool, sql } from 'kysely'
import type { CountCell } from '../../domain/counts/count-query.ts'
import { LEVELS } from '../../domain/matter/level.ts'
import { type Day, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { countCells } from '../counts/count-cells.ts'
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

/** What went over its time: for each unit since when the longest of its own is, and those that are longest of all. */
export async function readOverdue(
  db: Kysely<Tables>,
  scope: OpenScope,
  now: Instant,
  limit: number,
): Promise<{ readonly byUnit: ReadonlyMap<string, Instant>; readonly longest: readonly Overdue[] }> {
  const { rows } = await sql<{ id: string | null; unitId: string; since: Instant }>`
    with late as materialized (
      select m.id, m.unit_id, min(d.due_at) as since
      from (${openOf(db, scope).select(['m.tenant', 'm.id', 'm.unit_id'])}) m
      join deadlines d on d.tenant = m.tenant and d.matter_id = m.id
      where ${passed(now)} group by m.id, m.unit_id)
    select null::uuid as id, unit_id as "unitId", min(since) as since from late group by unit_id
    union all (select id, unit_id, since from late order by since, id limit ${limit})`.execute(db)
  return {
    byUnit: new Map(rows.flatMap(({ id, unitId, since }) => (id === null ? [[unitId, since] as const] : []))),
    longest: rows.flatMap(({ id, since }) => (id === null ? [] : [{ id, since }])),
  }
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

/**
 * Those that are open since longest ago, of the months that have the first of them by the counts: in the order of registering alone
 * PostgreSQL would look through everything that is long done before it meets one that is open.
 */
export async function oldestOpen(db: Kysely<Tables>, scope: OpenScope, now: Instant, limit: number): Promise<string[]> {
  const { unitId } = scope
  const months = await countCells(db, scope, {
    span: { from: startOfDay(dayOf(now)), at: now },
    by: ['month'],
    counted: ['open'],
    unitId,
  })
  const time = timeOf(months, limit)
  if (!time) return []
  const rows = await openOf(db, scope)
    .where('m.opened_at', '>=', startOfDay(`${time.first}-01`))
    .where('m.opened_at', '<', startOfDay(firstOfNext(time.last)))
    .select('m.id')
    .orderBy('m.opened_at')
    .orderBy('m.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** From the first month with something open to that with which there is enough. */
function timeOf(
  months: readonly CountCell[],
  enough: number,
): { readonly first: string; readonly last: string } | undefined {
  const found = months.map(({ key, counts }) => ({ month: key.month ?? '', open: counts.open ?? 0 })).sort(byMonth)
  let sum = 0
  for (const { month, open } of found) {
    sum += open
    if (sum >= enough) return { first: found[0]?.month ?? month, last: month }
  }
  const [first, last] = [found[0]?.month, found.at(-1)?.month]
  return first && last ? { first, last } : undefined
}

const byMonth = (one: { readonly month: string }, other: { readonly month: string }) =>
  one.month < other.month ? -1 : 1

function firstOfNext(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}

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

/** Those in time that end first, the soonest first. */
export async function nextDue(
  db: Kysely<Tables>,
  scope: OpenScope,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  limit: number,
): Promise<string[]> {
  const rows = await openOf(db, scope)
    .where('m.due_at', '>', from)
    .where('m.due_at', '<=', until)
    .select('m.id')
    .orderBy('m.due_at')
    .orderBy('m.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** The last signed state of an office's log, and when a witness last signed one. */
export async function logHead(db: Kysely<Tables>, tenant: string) {
  const { rows } = await sql<{ size: number; at: Instant; witnessedAt: Instant | null }>`
    select c.size, c.at, (select max(s.at) from log_cosignatures s where s.tenant = ${tenant}) as "witnessedAt"
    from log_checkpoints c where c.tenant = ${tenant} order by c.size desc limit 1`.execute(db)
  return rows[0]
}

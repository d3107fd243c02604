import { expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import { LEVELS } from '../../domain/matter/level.ts'
import { endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { CountScope } from '../counts/count-rows.ts'
import type { OpenEnds } from '../counts/kept/open-ends.ts'
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

/** Those that are overdue longest, of the moments since when the longest are. */
export async function longestOverdue(
  db: Kysely<Tables>,
  scope: OpenScope,
  { longest }: Pick<OpenEnds, 'longest'>,
  limit: number,
): Promise<readonly Overdue[]> {
  if (longest.length === 0) return []
  const { rows } = await sql<Overdue>`
    select m.id, min(d.due_at) as since
    from (${openOf(db, scope).select(['m.tenant', 'm.id'])}) m
    join deadlines d on d.tenant = m.tenant and d.matter_id = m.id
    where d.tenant = ${scope.actor.tenant} and d.state in ('running', 'overdue') and d.due_at = any(${[...longest]}::timestamptz[])
    group by m.id order by since, m.id limit ${limit}`.execute(db)
  return rows
}

const passed = (now: Instant) =>
  sql<SqlBool>`d.tenant = m.tenant and d.state in ('running', 'overdue') and d.due_at <= ${now}::timestamptz`

type Major = { readonly id: string; readonly since: Instant | null }

/** Open ones of the highest level, the soonest due first, and since when they are overdue. */
export async function majorOpen(
  db: Kysely<Tables>,
  scope: OpenScope,
  { major, now }: Pick<OpenEnds, 'major'> & { readonly now: Instant },
  limit: number,
): Promise<readonly Major[]> {
  if (major?.length === 0) return []
  const first = major
    ? openAt(scope, major, sql<SqlBool>`m.level = ${LEVELS.major.rank}`)
    : sql`(${openOf(db, scope)
        .where('m.level', '=', LEVELS.major.rank)
        .select(['m.tenant', 'm.id', 'm.due_at'])
        .orderBy(sql`m.due_at asc nulls last`)
        .orderBy('m.id')
        .limit(limit)})`
  const { rows } = await sql<Major>`
    select m.id, (select min(d.due_at) from deadlines d where d.matter_id = m.id and ${passed(now)}) as since
    from ${first} m order by m.due_at asc nulls last, m.id limit ${limit}`.execute(db)
  return rows
}

/**
 * What is open of some kinds of some days, as a table. Looked up by the index of kinds, before anything else is asked: PostgreSQL would rather
 * go through all that came in on these days, or through all that is open.
 */
function openAt({ actor, directory, kinds, unitId }: OpenScope, places: OpenEnds['oldest'], also = sql<SqlBool>`true`) {
  const known = places.filter(({ procedure }) => kinds.includes(procedure))
  const [from, until] = [known.map(({ day }) => startOfDay(day)), known.map(({ day }) => endOfDay(day))]
  const visible = visibleTo(actor, directory)(expressionBuilder<{ m: Tables['matters'] }, 'm'>())
  return sql`(select m.*
    from unnest(${known.map(({ procedure }) => procedure)}::text[], ${from}::timestamptz[], ${until}::timestamptz[]) as o(kind, since, until)
    cross join lateral (select * from ledger l where l.tenant = ${actor.tenant} and l.procedure = o.kind
      and l.opened_at >= o.since and l.opened_at < o.until offset 0) m
    where m.state_group <> 'done' and not m.exercise and ${visible} and ${inRange('m.unit_path', pathOf(directory, unitId))} and ${also})`
}

/**
 * Those that are open since longest ago, of the kinds and days that have the first of them: in the order of registering alone PostgreSQL
 * would look through everything that is long done before it meets one that is open.
 */
export async function oldestOpen(
  db: Kysely<Tables>,
  scope: OpenScope,
  { oldest }: Pick<OpenEnds, 'oldest'>,
  limit: number,
): Promise<string[]> {
  if (oldest.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select m.id from ${openAt(scope, oldest)} m order by m.opened_at, m.id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
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

import { type Kysely, type SqlBool, sql } from 'kysely'
import { addMilliseconds, CHINA_OFFSET_MS, type Instant } from '../../domain/time/time.ts'
import { FEW } from '../../domain/views/small-counts.ts'
import type { Tables } from '../schema/tables.ts'

/** What everybody may know of a report among others like it: what kind, how it stands, in which township, on which days. */
export type PublicReport = {
  readonly id: string
  readonly version: number
  readonly category: string
  readonly state: string
  readonly done: boolean
  readonly openedAt: Instant
  readonly updatedAt: Instant
  /** Path of the unit below the top in which it happened. */
  readonly area: string | null
}

export type PublicFilter = {
  readonly from: Instant
  readonly until: Instant
  readonly ids?: readonly string[]
  readonly categories?: readonly string[]
  readonly done?: boolean
  readonly limit: number
  readonly offset: number
}

/** First and last instant of the months in China that hold these two. */
function months(from: Instant, until: Instant): readonly [Instant, Instant] {
  const [first, last] = [from, until].map((at) => new Date(Date.parse(at) + CHINA_OFFSET_MS))
  if (!first || !last) throw new Error('two instants')
  const begins = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1) - CHINA_OFFSET_MS
  const ends = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1) - CHINA_OFFSET_MS
  return [new Date(begins).toISOString(), new Date(ends).toISOString()]
}

/**
 * Reports of which at least five are alike: of one kind, in one township, in one month. Others are told nowhere, nor are complaints
 * about a unit, exercises, and what is restricted or was destroyed. Whole months are counted whatever was asked for, so that two
 * questions tell no more than one.
 */
export async function listPublicReports(
  db: Kysely<Tables>,
  tenant: string,
  procedure: string,
  filter: PublicFilter,
): Promise<PublicReport[]> {
  const [begins, ends] = months(filter.from, filter.until)
  const { ids, categories, done } = filter
  const { rows } = await sql<PublicReport>`
    with alike as (
      select m.id, (m.matter ->> 'procedureVersion')::int as version, m.category, m.state, m.state_group = 'done' as done,
        m.opened_at as "openedAt", m.updated_at as "updatedAt", a.area,
        count(*) over (partition by m.category, a.area, date_trunc('month', m.opened_at at time zone 'UTC' + interval '8 hours')) as n
      from matters m
      cross join lateral (select substring(m.place_path from '^/[^/]+/[^/]+/') as area) a
      where m.tenant = ${tenant} and m.procedure = ${procedure} and not m.exercise and m.about_path is null and m.category is not null
        and m.opened_at >= ${begins} and m.opened_at < ${ends}
        and m.matter -> 'restrictions' is null and m.matter ->> 'shreddedAt' is null
    )
    select id, version, category, state, done, "openedAt", "updatedAt", area from alike
    where n >= ${FEW} and "openedAt" >= ${filter.from} and "openedAt" <= ${filter.until}
      and ${ids ? sql<SqlBool>`id = any(${ids}::uuid[])` : sql`true`}
      and ${categories ? sql<SqlBool>`category = any(${categories}::text[])` : sql`true`}
      and ${done === undefined ? sql`true` : sql<SqlBool>`done = ${done}`}
    order by "openedAt" desc, id desc limit ${filter.limit} offset ${filter.offset}`.execute(db)
  return rows.map((row) => ({
    ...row,
    openedAt: new Date(row.openedAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  }))
}

/** One of them, whenever it came in; undefined when too few are like it. */
export async function findPublicReport(
  db: Kysely<Tables>,
  tenant: string,
  procedure: string,
  id: string,
): Promise<PublicReport | undefined> {
  const row = await db
    .selectFrom('matters')
    .select('opened_at')
    .where('tenant', '=', tenant)
    .where('procedure', '=', procedure)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const from = new Date(row.opened_at).toISOString()
  const filter = { from, until: addMilliseconds(from, 1), ids: [id], limit: 1, offset: 0 }
  return (await listPublicReports(db, tenant, procedure, filter))[0]
}

export type AreaCount = {
  readonly reports: number /** Of these, those that are listed one by one. */
  readonly listed: number
}

/** How many reports of a month each township has, the reports without a place among them under ''. */
export async function countByArea(
  db: Kysely<Tables>,
  tenant: string,
  procedure: string,
  month: Instant,
): Promise<ReadonlyMap<string, AreaCount>> {
  const [begins, ends] = months(month, month)
  const { rows } = await sql<AreaCount & { area: string }>`
    with kinds as (
      select coalesce(substring(m.place_path from '^/[^/]+/[^/]+/'), '') as area, count(*)::int as n,
        count(*) filter (where m.category is not null and m.matter -> 'restrictions' is null and m.matter ->> 'shreddedAt' is null)::int as alike
      from matters m
      where m.tenant = ${tenant} and m.procedure = ${procedure} and not m.exercise and m.about_path is null
        and m.opened_at >= ${begins} and m.opened_at < ${ends} group by 1, m.category
    )
    select area, sum(n)::int as reports, coalesce(sum(alike) filter (where alike >= ${FEW}), 0)::int as listed from kinds group by 1`.execute(
    db,
  )
  return new Map(rows.map(({ area, ...count }) => [area, count]))
}

import type { PoolClient } from 'pg'
import type { Day } from '../../domain/time/time.ts'
import type { SeriesPoint } from '../../domain/warnings/warning-view.ts'

/** The most unusual point of a family in a week. */
export type FamilyWeek = { readonly family: string; readonly week: Day; readonly leastLogP: number }

/** One series as the last night left it. */
export type LatestSeries = {
  readonly subject: string
  readonly of: string
  /** 26 weeks, oldest first; the last ends with the night. */
  readonly counts: readonly number[]
  readonly expected: number | null
  readonly upper: number | null
  readonly p: number | null
}

const KEEP_WEEKS = `insert into warning_weeks as w (tenant, family, week, least_log_p)
select $1, each.family, each.week, each.least from unnest($2::text[], $3::date[], $4::real[]) as each(family, week, least)
on conflict (tenant, family, week) do update set least_log_p = least(w.least_log_p, excluded.least_log_p)`
const WEEKS = `select family, week, least_log_p as "leastLogP" from warning_weeks where tenant = $1 and week >= $2 and week < $3`
const KEEP_FAMILIES = `insert into warning_families (tenant, family, judged_on, series)
select $1, each.family, $2, each.series from unnest($3::text[], $4::jsonb[]) as each(family, series)
on conflict (tenant, family) do update set judged_on = excluded.judged_on, series = excluded.series`
const FAMILIES = `select family, judged_on as "judgedOn", series from warning_families where tenant = $1 and family = any($2)`
const KEEP_SERIES = `insert into warning_series (tenant, name, judged_on, points) values ($1, $2, $3, $4)
on conflict (tenant, name) do update set judged_on = excluded.judged_on, points = excluded.points`
const SERIES = `select name, judged_on as "judgedOn", points from warning_series where tenant = $1 and name = any($2)`

export async function keepWeeks(client: PoolClient, tenant: string, weeks: readonly FamilyWeek[]): Promise<void> {
  await client.query(KEEP_WEEKS, [
    tenant,
    weeks.map(({ family }) => family),
    weeks.map(({ week }) => week),
    weeks.map(({ leastLogP }) => leastLogP),
  ])
}

export const readWeeks = async (client: PoolClient, tenant: string, from: Day, before: Day): Promise<FamilyWeek[]> =>
  (await client.query<FamilyWeek>(WEEKS, [tenant, from, before])).rows

/** Keeps the series of families, each a list of `LatestSeries` in writing. */
export async function keepFamilies(
  client: PoolClient,
  tenant: string,
  night: Day,
  families: readonly (readonly [family: string, series: string])[],
): Promise<void> {
  const names = families.map(([family]) => family)
  await client.query(KEEP_FAMILIES, [tenant, night, names, families.map(([, series]) => series)])
}

export const readFamilies = async (client: PoolClient, tenant: string, families: readonly string[]) =>
  (await client.query<{ family: string; judgedOn: Day; series: readonly LatestSeries[] }>(FAMILIES, [tenant, families]))
    .rows

export async function keepSeries(
  client: PoolClient,
  tenant: string,
  name: string,
  { judgedOn, points }: { readonly judgedOn: Day; readonly points: readonly SeriesPoint[] },
): Promise<void> {
  await client.query(KEEP_SERIES, [tenant, name, judgedOn, JSON.stringify(points)])
}

export const readSeries = async (client: PoolClient, tenant: string, names: readonly string[]) =>
  (await client.query<{ name: string; judgedOn: Day; points: readonly SeriesPoint[] }>(SERIES, [tenant, names])).rows

/** The families that were judged, in the order of their names. */
export const familyNames = async (client: PoolClient, tenant: string): Promise<string[]> =>
  (
    await client.query<{ family: string }>(`select family from warning_families where tenant = $1 order by family`, [
      tenant,
    ])
  ).rows.map(({ family }) => family)

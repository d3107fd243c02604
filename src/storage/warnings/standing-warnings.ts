import type { PoolClient } from 'pg'
import type { Day } from '../../domain/time/time.ts'

/** A warning that is not over, or was over only lately. */
export type StandingWarning = {
  readonly id: string
  readonly state: string
  readonly group: 'open' | 'waiting' | 'done'
  /** The day on which it came to stand so. */
  readonly sinceDay: Day
  readonly series: string
  readonly asOf: Day
  readonly observed: number
  readonly unitId: string
  /** The units it is about, where it says so. */
  readonly about: readonly string[]
}

const READ = `select id, state, state_group as "group",
  to_char(coalesce((matter ->> 'stateSince')::timestamptz, opened_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "sinceDay",
  matter -> 'fields' ->> 'series' as series, matter -> 'fields' ->> 'asOf' as "asOf",
  (matter -> 'fields' ->> 'observed')::float8 as observed, unit_id as "unitId",
  array(select row ->> 'aboutUnit' from jsonb_array_elements(case jsonb_typeof(matter -> 'fields' -> 'about') when 'array' then matter -> 'fields' -> 'about' else '[]' end) row) as about
from matters where tenant = $1 and procedure = $2 and (state_group <> 'done' or closed_at >= $3) order by opened_at, id`

/** Warnings that a new crossing may belong to. */
export const standingWarnings = async (client: PoolClient, tenant: string, kind: string, closedSince: string) =>
  (await client.query<StandingWarning>(READ, [tenant, kind, closedSince])).rows

const WANTED = `select series from (select matter -> 'fields' ->> 'series' as series, bool_or(state_group <> 'done') as open, max(opened_at) as at
  from matters where tenant = $1 and procedure = $2 group by 1) w
where open or not exists (select 1 from warning_series s where s.tenant = $1 and s.name = w.series) order by at desc limit $3`

/** The series whose picture is to be drawn anew: of every open warning, and of those that have none. */
export const picturesWanted = async (client: PoolClient, tenant: string, kind: string, most: number) =>
  (await client.query<{ series: string | null }>(WANTED, [tenant, kind, most])).rows.flatMap(
    ({ series }) => series ?? [],
  )

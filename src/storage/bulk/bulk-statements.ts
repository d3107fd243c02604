import type { PoolClient } from 'pg'
import type { Instant } from '../../domain/time/time.ts'

/** Inserts for few rows of many matters: one statement a table, the rows as one JSON list in $2, the tenant in $1. */
export const BULK_INSERTS = {
  events: `insert into matter_events (tenant, matter_id, version, type, at, event, hash)
select $1, e.matter_id, e.version, e.type, e.at, e.event, decode(e.hash, 'hex')
from json_to_recordset($2::json) as e(matter_id uuid, version integer, type text, at timestamptz, event json, hash text)`,
  forLog: `insert into log_pending (tenant, kind, subject, first, last)
select $1, l.kind, l.subject, l.first, l.last from json_to_recordset($2::json) as l(kind text, subject text, first integer, last integer)
on conflict do nothing`,
  deadlines: `insert into deadlines (tenant, matter_id, clock_id, deadline, state, started_at, due_at, due_on, provisional, next_at, ended_at)
select $1, d.matter_id, d.clock_id, d.deadline, d.state, d.started_at, d.due_at, d.due_on, d.provisional, d.next_at, d.ended_at
from json_to_recordset($2::json) as d(matter_id uuid, clock_id text, deadline text, state text, started_at timestamptz, due_at timestamptz,
  due_on date, provisional boolean, next_at timestamptz, ended_at timestamptz)`,
  links: `insert into matter_links (tenant, from_id, type, to_id, at)
select $1, case when l.back then l.other_id else l.matter_id end, l.type, case when l.back then l.matter_id else l.other_id end, l.at
from json_to_recordset($2::json) as l(matter_id uuid, type text, other_id uuid, back boolean, at timestamptz)
on conflict (tenant, from_id, type, to_id) do nothing`,
  counters: `insert into counters as c (tenant, unit_id, procedure, state_group, slot, value)
select $1, n.unit_id, n.procedure, n.state_group, n.slot, n.value
from json_to_recordset($2::json) as n(unit_id text, procedure text, state_group text, slot smallint, value bigint)
on conflict (tenant, unit_id, procedure, state_group, slot) do update set value = c.value + excluded.value`,
  jobs: `insert into jobs (tenant, id, kind, payload, run_at, done_at)
select $1, j.id, j.kind, j.payload, j.run_at, case when j.kind = any($4) then $3::timestamptz end from jsonb_to_recordset($2::jsonb) as j(id uuid, kind text, payload jsonb, run_at timestamptz)
on conflict (tenant, id) do nothing`,
  vault: `insert into reporter_vault (tenant, matter_id, version, sealed, wrapped_key, key_id)
select $1, v.matter_id, v.version, v.sealed, v.wrapped_key, v.key_id
from jsonb_to_recordset($2::jsonb) as v(matter_id uuid, version integer, sealed jsonb, wrapped_key text, key_id text)`,
  standIns: `insert into stand_ins (tenant, matter_id, no, post_id, by_post_id, from_at, until_at, away)
select $1, s.matter_id, s.no, s.post_id, s.by_post_id, s.from_at, s.until_at, s.away
from json_to_recordset($2::json) as s(matter_id uuid, no smallint, post_id text, by_post_id text, from_at timestamptz, until_at timestamptz, away boolean)`,
} as const

/** Sends rows to one table by a statement like those above, unless there are none. */
export async function insertRows(
  client: PoolClient,
  [name, text]: readonly [name: string, text: string],
  tenant: string,
  rows: string | undefined,
  more: readonly (Instant | null | readonly string[])[] = [],
): Promise<void> {
  if (rows !== undefined) await client.query({ name, text, values: [tenant, rows, ...more] })
}

import type { VaultEntry } from './seal-events.ts'
import {
  counterRows,
  deadlineRows,
  eventRows,
  type JobRow,
  jobRows,
  linkRows,
  matterColumns,
  vaultRow,
} from './write-rows.ts'

/** Columns of `matters` besides tenant, id and updated_at, with their types. */
export const MATTER_COLUMNS = [
  'version integer',
  'head text',
  'matter jsonb',
  'reference text',
  'procedure text',
  'state text',
  'state_group text',
  'title text',
  'category text',
  'level smallint',
  'channel text',
  'source_number text',
  'unit_id text',
  'unit_path text',
  'origin_path text',
  'about_path text',
  'place text',
  'place_unit_id text',
  'place_path text',
  'owner_post_id text',
  'participants text[]',
  'waits_for text[]',
  'terms text[]',
  'opened_at timestamptz',
  'closed_at timestamptz',
  'due_at timestamptz',
]
const NAMES = MATTER_COLUMNS.map((column) => column.split(' ')[0])
const RECORD = `jsonb_to_record($3::jsonb) as m(${MATTER_COLUMNS.join(', ')})`

/** Rows that belong to the matter, all read from `done`: no row of `done`, no row of anything. */
const TAIL = `,
events as (
  insert into matter_events (tenant, matter_id, version, type, at, event, hash)
  select $1, $2, e.version, e.type, e.at, e.event, e.hash
  from done, jsonb_to_recordset($4::jsonb) as e(version integer, type text, at timestamptz, event jsonb, hash text)
),
clocks as (
  insert into deadlines (tenant, matter_id, clock_id, deadline, state, started_at, due_at, due_on, provisional, next_at, ended_at)
  select $1, $2, d.clock_id, d.deadline, d.state, d.started_at, d.due_at, d.due_on, d.provisional, d.next_at, d.ended_at
  from done, jsonb_to_recordset($5::jsonb) as d(clock_id text, deadline text, state text, started_at timestamptz, due_at timestamptz,
    due_on date, provisional boolean, next_at timestamptz, ended_at timestamptz)
  on conflict (tenant, matter_id, clock_id) do update set state = excluded.state, due_at = excluded.due_at, due_on = excluded.due_on,
    provisional = excluded.provisional, next_at = excluded.next_at, ended_at = excluded.ended_at
),
links as (
  insert into matter_links (tenant, from_id, type, to_id, at)
  select $1, $2, l.type, l.to_id, l.at from done, jsonb_to_recordset($6::jsonb) as l(type text, to_id uuid, at timestamptz)
  on conflict (tenant, from_id, type, to_id) do nothing
),
counts as (
  insert into counters as c (tenant, unit_id, procedure, state_group, slot, value)
  select $1, n.unit_id, n.procedure, n.state_group, n.slot, n.value
  from done, jsonb_to_recordset($7::jsonb) as n(unit_id text, procedure text, state_group text, slot smallint, value bigint)
  on conflict (tenant, unit_id, procedure, state_group, slot) do update set value = c.value + excluded.value
),
outbox as (
  insert into jobs (tenant, id, kind, payload, run_at)
  select $1, j.id, j.kind, j.payload, j.run_at from done, jsonb_to_recordset($8::jsonb) as j(id uuid, kind text, payload jsonb, run_at timestamptz)
  on conflict (tenant, id) do nothing
),
key as (
  insert into matter_keys (tenant, matter_id, wrapped_key, key_id)
  select $1, $2, k.wrapped_key, k.key_id from done, jsonb_to_recordset($9::jsonb) as k(wrapped_key text, key_id text)
),
vault as (
  insert into reporter_vault (tenant, matter_id, version, sealed, wrapped_key, key_id)
  select $1, $2, v.version, v.sealed, v.wrapped_key, v.key_id
  from done, jsonb_to_recordset($10::jsonb) as v(version integer, sealed jsonb, wrapped_key text, key_id text)
),
shredded as (
  update matter_keys k set wrapped_key = null, shredded_at = $12 from done where $13::boolean and k.tenant = $1 and k.matter_id = $2
),
emptied as (
  update reporter_vault v set wrapped_key = null, sealed = null, shredded_at = $12 from done where $13::boolean and v.tenant = $1 and v.matter_id = $2
),
forgotten as (
  delete from commands c using done where $13::boolean and c.tenant = $1 and c.matter_id = $2
),
code as (
  insert into report_codes (tenant, code_hash, matter_id, created_at)
  select $1, c.code_hash, $2, $12 from done, jsonb_to_recordset($14::jsonb) as c(code_hash text)
),
command as (
  insert into commands (tenant, key, digest, matter_id, version, at)
  select $1, c.key, c.digest, $2, c.version, $12 from done, jsonb_to_recordset($11::jsonb) as c(key text, digest text, version integer)
)
select count(*)::int as written from done`

/** Opens a matter with everything that belongs to it. A key that was used before makes the whole statement fail. */
export const INSERT_MATTER = `with done as (
  insert into matters (tenant, id, updated_at, ${NAMES.join(', ')})
  select $1, $2, $12, ${NAMES.map((name) => `m.${name}`).join(', ')} from ${RECORD}
  returning 1
)${TAIL}`

/** Moves a matter on from the version its writer saw ($15); writes nothing when somebody was faster. */
export const UPDATE_MATTER = `with done as (
  update matters t set updated_at = $12, ${NAMES.map((name) => `${name} = m.${name}`).join(', ')}
  from ${RECORD} where t.tenant = $1 and t.id = $2 and t.version = $15
  returning 1
)${TAIL}`

type Rows = {
  readonly columns: ReturnType<typeof matterColumns>
  readonly events: ReturnType<typeof eventRows>
  readonly deadlines: ReturnType<typeof deadlineRows>
  readonly links: ReturnType<typeof linkRows>
  readonly counters: ReturnType<typeof counterRows>
  readonly jobs: readonly JobRow[]
}

/** What else one statement may write. */
export type Extras = {
  readonly wrappedKey?: string | undefined
  readonly vault: readonly VaultEntry[]
  readonly codeHash?: string | undefined
  readonly command?: { readonly key: string; readonly digest: string } | undefined
  readonly keyId: string
  readonly shreds: boolean
}

/** The parameters of both statements, in their order; `seen` only for the update. */
export function writeParameters(tenant: string, rows: Rows, extras: Extras, at: string, seen?: number): unknown[] {
  const list = (value: object | undefined | false) => JSON.stringify(value ? [value] : [])
  const { wrappedKey, vault, codeHash, command, keyId } = extras
  const parameters = [
    tenant,
    rows.columns.id,
    JSON.stringify(rows.columns),
    JSON.stringify(rows.events),
    JSON.stringify(rows.deadlines),
    JSON.stringify(rows.links),
    JSON.stringify(rows.counters),
    JSON.stringify(rows.jobs),
    list(wrappedKey !== undefined && { wrapped_key: wrappedKey, key_id: keyId }),
    JSON.stringify(vault.map((entry) => vaultRow(entry, keyId))),
    list(command && { ...command, version: rows.columns.version }),
    at,
    extras.shreds,
    list(codeHash !== undefined && { code_hash: codeHash }),
  ]
  return seen === undefined ? parameters : [...parameters, seen]
}

/** All rows of one change. */
export const rowsOf = (
  before: Parameters<typeof counterRows>[0],
  after: Parameters<typeof counterRows>[1],
  events: Parameters<typeof eventRows>[0],
  head: string,
  procedure: Parameters<typeof deadlineRows>[2],
  rulebook: Parameters<typeof deadlineRows>[3],
): Rows => {
  const chained = eventRows(events, before?.version ?? 0, head)
  return {
    columns: matterColumns(after, chained[chained.length - 1]?.hash ?? head, procedure, rulebook),
    events: chained,
    deadlines: deadlineRows(before, after, procedure, rulebook),
    links: linkRows(events),
    counters: counterRows(before, after),
    jobs: jobRows(before, after, events, procedure),
  }
}

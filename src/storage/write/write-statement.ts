import type { MatterKind } from '../../engine/transparency/entry.ts'
import { noticeRows } from './notice-rows.ts'
import type { VaultEntry } from './seal-events.ts'
import {
  counterRows,
  deadlineRows,
  eventRows,
  type JobRow,
  jobRows,
  linkRows,
  matterColumns,
  standInRows,
  unlinkRows,
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
  'hidden_from text[]',
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
  'exercise boolean',
  'points_to text[]',
] as const
/** A value of `matters` as its column has it: hashes are bytes there and letters everywhere else. */
export const asStored = (column: string, value: string): string =>
  column === 'head' || column === 'hash' ? `decode(${value}, 'hex')` : value

type ColumnName = keyof ReturnType<typeof matterColumns>
const COLUMNS = MATTER_COLUMNS.map((column) => {
  const [name, type] = column.split(' ') as [ColumnName, string]
  return { name, type }
})

/** Every row of one change. */
export type Rows = {
  readonly columns: ReturnType<typeof matterColumns>
  readonly events: ReturnType<typeof eventRows>
  readonly deadlines: ReturnType<typeof deadlineRows>
  readonly links: ReturnType<typeof linkRows>
  readonly unlinks: ReturnType<typeof unlinkRows>
  readonly counters: ReturnType<typeof counterRows>
  readonly jobs: readonly JobRow[]
  readonly notices: ReturnType<typeof noticeRows>
  readonly standIns: ReturnType<typeof standInRows>
}

/** What else one statement may write. */
export type Extras = {
  readonly wrappedKey?: string | undefined
  readonly vault: readonly VaultEntry[]
  readonly codeHash?: string | undefined
  readonly command?: { readonly key: string; readonly digest: string } | undefined
  readonly keyId: string
  readonly shreds: boolean
  /** What happened lies in the past: a ledger brought it later. */
  readonly broughtLater?: boolean
}

export type Statement = { readonly name: string; readonly text: string; readonly values: unknown[] }

/**
 * One table that a change writes to, besides the matter. `sql` reads from `done`: no row of `done`, no row of anything.
 * `$1` is the tenant, `$2` the matter, `$3` the instant; `$a`, `$b`, … stand for its own values.
 */
type Branch = { readonly name: string; readonly sql: string; readonly values: readonly unknown[] }

const EVENT = `insert into matter_events (tenant, matter_id, version, type, at, event, hash)
  select $1, $2, $a::integer, $b, $c::timestamptz, $d::json, decode($e, 'hex') from done`
/** A clock that is there already goes on. */
export const CLOCK_THERE = `on conflict (tenant, matter_id, clock_id) do update set state = excluded.state, due_at = excluded.due_at, due_on = excluded.due_on,
    provisional = excluded.provisional, next_at = excluded.next_at, ended_at = excluded.ended_at`
const CLOCKS = `insert into deadlines (tenant, matter_id, clock_id, deadline, state, started_at, due_at, due_on, provisional, next_at, ended_at)
  select $1, $2, d.clock_id, d.deadline, d.state, d.started_at, d.due_at, d.due_on, d.provisional, d.next_at, d.ended_at
  from done, json_to_recordset($a::json) as d(clock_id text, deadline text, state text, started_at timestamptz, due_at timestamptz,
    due_on date, provisional boolean, next_at timestamptz, ended_at timestamptz)
  ${CLOCK_THERE}`
const LINKS = `insert into matter_links (tenant, from_id, type, to_id, at)
  select $1, case when l.back then l.other_id else $2 end, l.type, case when l.back then $2 else l.other_id end, l.at
  from done, json_to_recordset($a::json) as l(type text, other_id uuid, back boolean, at timestamptz)
  on conflict (tenant, from_id, type, to_id) do nothing`
const UNLINKS = `delete from matter_links k using done, json_to_recordset($a::json) as l(type text, other_id uuid, back boolean)
  where k.tenant = $1 and k.type = l.type and k.from_id = case when l.back then l.other_id else $2 end
    and k.to_id = case when l.back then $2 else l.other_id end`
const COUNTS = `insert into counters as c (tenant, unit_id, procedure, state_group, slot, value)
  select $1, n.unit_id, n.procedure, n.state_group, n.slot, n.value
  from done, json_to_recordset($a::json) as n(unit_id text, procedure text, state_group text, slot smallint, value bigint)
  on conflict (tenant, unit_id, procedure, state_group, slot) do update set value = c.value + excluded.value`
const OUTBOX = `insert into jobs (tenant, id, kind, payload, run_at)
  select $1, j.id, j.kind, j.payload, j.run_at from done, jsonb_to_recordset($a::jsonb) as j(id uuid, kind text, payload jsonb, run_at timestamptz)
  on conflict (tenant, id) do nothing`
/** Columns of a notice besides tenant and matter, with their types. */
export const NOTICE_COLUMNS = `id uuid, receiver text, version integer, kind text, at timestamptz, step text, deadline text, due_at timestamptz,
    exercise boolean`
const NOTICES = `insert into notices (tenant, id, receiver, matter_id, version, kind, at, step, deadline, due_at, exercise)
  select $1, n.id, n.receiver, $2, n.version, n.kind, n.at, n.step, n.deadline, n.due_at, n.exercise
  from done, json_to_recordset($a::json) as n(${NOTICE_COLUMNS})
  on conflict (tenant, id) do nothing`
const STAND_INS = `insert into stand_ins (tenant, matter_id, no, post_id, by_post_id, from_at, until_at, away)
  select $1, $2, s.no, s.post_id, s.by_post_id, s.from_at, s.until_at, s.away
  from done, json_to_recordset($a::json) as s(no smallint, post_id text, by_post_id text, from_at timestamptz, until_at timestamptz, away boolean)
  on conflict (tenant, matter_id, no) do update set post_id = excluded.post_id, by_post_id = excluded.by_post_id, from_at = excluded.from_at,
    until_at = excluded.until_at, away = excluded.away`
const FEWER_STAND_INS = `delete from stand_ins s using done where s.tenant = $1 and s.matter_id = $2 and s.no >= $a::smallint`
const KEY = `insert into matter_keys (tenant, matter_id, wrapped_key, key_id) select $1, $2, $a, $b from done`
const VAULT = `insert into reporter_vault (tenant, matter_id, version, sealed, wrapped_key, key_id)
  select $1, $2, v.version, v.sealed, v.wrapped_key, v.key_id
  from done, jsonb_to_recordset($a::jsonb) as v(version integer, sealed jsonb, wrapped_key text, key_id text)`
const CODE = `insert into report_codes (tenant, code_hash, matter_id, version, created_at)
  select $1, $a, $2, $b::integer, $3::timestamptz from done`
// In the statement of the change: what commits late is not missed, and no number is taken that could stay a gap.
const FOR_LOG = `insert into log_pending (tenant, kind, subject, first, last)
  select $1, $a, $2::uuid::text, $b::integer, $c::integer from done on conflict do nothing`
const CODE_FOR_LOG = `insert into log_pending (tenant, kind, subject, first, last) select $1, 'code', $a, 0, 0 from done on conflict do nothing`
const COMMAND = `insert into commands (tenant, key, digest, matter_id, version, at)
  select $1, $a, $b, $2, $c::integer, $3::timestamptz from done`

/** What shredding takes away: the matter's key, the vault's entries, and the hashes of commands that carried the values. */
const SHREDDING: readonly Branch[] = [
  {
    name: 'shredded',
    sql: `update matter_keys k set wrapped_key = null, shredded_at = $3::timestamptz from done where k.tenant = $1 and k.matter_id = $2`,
    values: [],
  },
  {
    name: 'emptied',
    sql: `update reporter_vault v set wrapped_key = null, sealed = null, shredded_at = $3::timestamptz from done where v.tenant = $1 and v.matter_id = $2`,
    values: [],
  },
  { name: 'forgotten', sql: 'delete from commands c using done where c.tenant = $1 and c.matter_id = $2', values: [] },
]

const rowsIn = (name: string, sql: string, rows: readonly object[]): readonly Branch[] =>
  rows.length > 0 ? [{ name, sql, values: [JSON.stringify(rows)] }] : []

const kindOf = ({ broughtLater }: Extras): MatterKind => (broughtLater ? 'import' : 'events')

/** Only the branches that this change needs: most steps write an event, a clock or two, and the used key. */
function branchesOf({ columns, events, ...rows }: Rows, extras: Extras): Branch[] {
  const { wrappedKey, vault, codeHash, command, keyId, shreds } = extras
  return [
    ...events.map(({ version, type, at, json, hash }, index) => ({
      name: `event${index}`,
      sql: EVENT,
      values: [version, type, at, json, hash],
    })),
    { name: 'forLog', sql: FOR_LOG, values: [kindOf(extras), columns.version - events.length + 1, columns.version] },
    ...rowsIn('clocks', CLOCKS, rows.deadlines),
    ...rowsIn('links', LINKS, rows.links),
    ...rowsIn('unlinks', UNLINKS, rows.unlinks),
    ...rowsIn('counts', COUNTS, rows.counters),
    ...rowsIn('outbox', OUTBOX, rows.jobs),
    ...rowsIn('notices', NOTICES, rows.notices),
    ...rowsIn('standIns', STAND_INS, rows.standIns ?? []),
    // Two parts of one statement never touch the same row: what is still there is changed, what is too many goes.
    ...(rows.standIns ? [{ name: 'fewerStandIns', sql: FEWER_STAND_INS, values: [rows.standIns.length] }] : []),
    ...(wrappedKey === undefined ? [] : [{ name: 'key', sql: KEY, values: [wrappedKey, keyId] }]),
    ...rowsIn(
      'vault',
      VAULT,
      vault.map((entry) => vaultRow(entry, keyId)),
    ),
    ...(shreds ? SHREDDING : []),
    ...(codeHash === undefined
      ? []
      : [
          { name: 'code', sql: CODE, values: [codeHash, columns.version] },
          { name: 'codeForLog', sql: CODE_FOR_LOG, values: [codeHash] },
        ]),
    ...(command ? [{ name: 'command', sql: COMMAND, values: [command.key, command.digest, columns.version] }] : []),
  ]
}

/** Texts by name: a change with the same branches is the same prepared statement. */
const texts = new Map<string, string>()

/**
 * One statement that writes a change with everything that belongs to it. With `seenVersion` it moves the matter on from
 * that version, and writes nothing when somebody was faster; without, it opens the matter. A key used before makes it fail.
 */
export function writeStatement(
  tenant: string,
  rows: Rows,
  extras: Extras,
  at: string,
  seenVersion?: number,
): Statement {
  const opens = seenVersion === undefined
  const branches = branchesOf(rows, extras)
  const name = [opens ? 'open' : 'move', ...branches.map((branch) => branch.name)].join('+')
  const text = texts.get(name) ?? textOf(opens, branches)
  texts.set(name, text)
  const columns = COLUMNS.map(({ name: column }) =>
    column === 'matter' ? JSON.stringify(rows.columns.matter) : rows.columns[column],
  )
  const values = [tenant, rows.columns.id, at, ...columns, ...branches.flatMap((branch) => branch.values)]
  // PostgreSQL cuts names at 63 bytes; a name that is cut could be another statement's.
  return { name: `w${numberOf(name)}`, text, values: opens ? values : [...values, seenVersion] }
}

const numbers = new Map<string, number>()
function numberOf(name: string): number {
  const number = numbers.get(name) ?? numbers.size
  numbers.set(name, number)
  return number
}

function textOf(opens: boolean, branches: readonly Branch[]): string {
  let next = 4
  const own = COLUMNS.map(({ name, type }) => ({ name, value: asStored(name, `$${next++}::${type}`) }))
  const tables = branches.map(({ name, sql, values }) => {
    const first = next
    next += values.length
    return `${name} as (\n  ${sql.replace(/\$([a-e])\b/g, (_, letter: string) => `$${first + letter.charCodeAt(0) - 97}`)}\n)`
  })
  const names = own.map(({ name }) => name).join(', ')
  const done = opens
    ? `insert into matters (tenant, id, updated_at, ${names}) values ($1, $2::uuid, $3::timestamptz, ${own.map(({ value }) => value).join(', ')})`
    : `update matters set updated_at = $3::timestamptz, ${own.map(({ name, value }) => `${name} = ${value}`).join(', ')}
  where tenant = $1 and id = $2::uuid and version = $${next}::integer`
  return `with done as (\n  ${done} returning 1\n),\n${tables.join(',\n')}\nselect count(*)::int as written from done`
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
  const chained = eventRows(events, after, before?.version ?? 0, head)
  const columns = matterColumns(after, chained[chained.length - 1]?.hash ?? head, procedure, rulebook)
  return {
    columns,
    events: chained,
    deadlines: deadlineRows(before, after, procedure, rulebook),
    links: linkRows(events),
    unlinks: unlinkRows(events),
    counters: counterRows(before, after),
    jobs: jobRows(before, after, events, procedure),
    notices: noticeRows(before, after, events, procedure, rulebook, columns.waits_for),
    standIns: standInRows(before, after, procedure),
  }
}

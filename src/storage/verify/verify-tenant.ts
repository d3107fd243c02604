import type { PoolClient } from 'pg'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import {
  checkRecords,
  type DeadlineRecord,
  type EventRecord,
  type MatterRecord,
  type RecordFault,
} from './check-records.ts'

export type BrokenMatter = { readonly id: string; readonly reference: string; readonly fault: RecordFault }

export type Verification = {
  readonly matters: number
  readonly events: number
  readonly broken: number
  /** The first ones, in the order of ids; the count may be larger. */
  readonly examples: readonly BrokenMatter[]
  /** Counters whose sum is not the number of matters. */
  readonly counters: readonly {
    readonly unitId: string
    readonly procedure: string
    readonly group: string
    readonly counted: number
    readonly recorded: number
  }[]
}

const PAGE = 500
const EXAMPLES = 20

/**
 * Replays every matter of a tenant: the chain must hold, the row must be what its events lead to, its columns and
 * deadlines what the row says, and the counts what is there. Reads page by page; memory does not grow.
 */
export async function verifyTenant(
  deps: StorageDeps,
  tenant: string,
  onProgress: (matters: number) => void,
): Promise<Verification> {
  const rulebook = await deps.rulebooks.of(tenant)
  const examples: BrokenMatter[] = []
  let [matters, events, broken, after] = [0, 0, 0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const page = await withTenant(deps.pool, tenant, (client) => readPage(client, tenant, after))
    for (const { record, stored, deadlines } of page) {
      const fault = faultOf(record, stored, deadlines, rulebook)
      events += stored.length
      if (!fault) continue
      broken += 1
      if (examples.length < EXAMPLES) examples.push({ id: record.id, reference: record.reference, fault })
    }
    matters += page.length
    onProgress(matters)
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    after = last.record.id
  }
  return {
    matters,
    events,
    broken,
    examples,
    counters: await withTenant(deps.pool, tenant, (client) => wrongCounters(client, tenant)),
  }
}

function faultOf(
  record: MatterRecord,
  stored: readonly EventRecord[],
  deadlines: readonly DeadlineRecord[],
  rulebook: Rulebook,
): RecordFault | undefined {
  const matter = record.matter as Matter
  const procedure = findDefinition(rulebook.procedures, matter)
  return procedure
    ? checkRecords(record, stored, deadlines, procedure, rulebook)
    : { rule: 'procedure-unknown', at: `${matter.procedure}@${matter.procedureVersion}` }
}

const MATTERS = `select tenant, id, version, encode(head, 'hex') as head, matter, reference, procedure, state, state_group, title, category, level, channel, source_number, points_to, unit_id, place, place_unit_id,
  owner_post_id, participants, terms, opened_at, closed_at, due_at, exercise from matters where tenant = $1 and id > $2 order by id limit ${PAGE}`
const EVENTS = `select matter_id, version, type, at, event::text as json, encode(hash, 'hex') as hash from matter_events where tenant = $1 and matter_id = any($2::uuid[]) order by matter_id, version`
const DEADLINES = `select matter_id, clock_id, deadline, state, started_at, due_at, due_on, provisional, ended_at from deadlines
where tenant = $1 and matter_id = any($2::uuid[]) order by matter_id, clock_id`

/** One snapshot for the three reads: a matter that changes in between is not a broken one. */
async function readPage(client: PoolClient, tenant: string, after: string) {
  await client.query('begin isolation level repeatable read read only')
  const { rows: records } = await client.query<MatterRecord>(MATTERS, [tenant, after])
  const ids = records.map(({ id }) => id)
  const { rows: events } = await client.query<EventRecord>(EVENTS, [tenant, ids])
  const { rows: deadlines } = await client.query<DeadlineRecord>(DEADLINES, [tenant, ids])
  await client.query('commit')
  const eventsOf = Map.groupBy(events, (row) => row.matter_id)
  const deadlinesOf = Map.groupBy(deadlines, (row) => row.matter_id)
  return records.map((record) => ({
    record,
    stored: eventsOf.get(record.id) ?? [],
    deadlines: deadlinesOf.get(record.id) ?? [],
  }))
}

const COUNTERS = `with counted as (
  select unit_id, procedure, state_group, count(*) as n from matters where tenant = $1 and not exercise group by 1, 2, 3
), recorded as (
  select unit_id, procedure, state_group, sum(value)::bigint as n from counters where tenant = $1 group by 1, 2, 3
)
select coalesce(c.unit_id, r.unit_id) as "unitId", coalesce(c.procedure, r.procedure) as procedure, coalesce(c.state_group, r.state_group) as "group",
  coalesce(c.n, 0) as counted, coalesce(r.n, 0) as recorded
from counted c full join recorded r using (unit_id, procedure, state_group)
where coalesce(c.n, 0) <> coalesce(r.n, 0) order by 1, 2, 3 limit ${EXAMPLES}`

async function wrongCounters(client: PoolClient, tenant: string): Promise<Verification['counters']> {
  return (await client.query(COUNTERS, [tenant])).rows
}

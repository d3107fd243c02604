import type { PoolClient } from 'pg'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
import { databaseFor, withTenant } from '../connection/connect.ts'
import { checkCounts } from '../counts/kept/check.ts'
import type { StorageDeps } from '../deps.ts'
import { type Beside, besideFault, type Grounds, inventedLink, readBeside } from './beside-records.ts'
import {
  chainFault,
  checkRecords,
  type DeadlineRecord,
  type EventRecord,
  type MatterRecord,
  type RecordFault,
} from './check-records.ts'
import { countWaiting, removedMatters, rowFaults } from './logged-rows.ts'
import { shredJobFaults } from './shred-jobs.ts'
import { fileFaults } from './stored-files.ts'
import { type LogFault, readThroughLog } from './verify-log.ts'

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
  /** What does not hold beside the records of single matters: in the log, in rows that it covers, in jobs and files. The first ones. */
  readonly beside: readonly LogFault[]
  /** The log that outsiders can check: its entries, and changes on their way into it; absent where none has begun. */
  readonly log?: { readonly size: number; readonly waiting: number }
}

/** What to compare with, beyond what is in the database. */
export type VerifyOptions = {
  /** Heads of the log that somebody kept elsewhere: a witness, a print, a receipt. */
  readonly checkpoints?: readonly string[]
  readonly filesFolder?: string
}

const PAGE = 500
const FIRST = '00000000-0000-0000-0000-000000000000'
const EXAMPLES = 20

/**
 * Replays every matter of a tenant: the chain must hold, the row must be what its events lead to, its columns and
 * deadlines what the row says, and the counts what is there, those that are kept as well. Reads page by page; memory does not grow.
 */
export async function verifyTenant(
  deps: StorageDeps,
  tenant: string,
  onProgress: (matters: number) => void,
  { checkpoints = [], filesFolder }: VerifyOptions = {},
): Promise<Verification> {
  const rulebook = await deps.rulebooks.of(tenant)
  const now = deps.now()
  const log = await inSnapshot(deps, tenant, (client) => readThroughLog(client, deps.keys, tenant, checkpoints))
  const grounds = { rulebook, log, now }
  const examples: BrokenMatter[] = []
  let [matters, events, broken] = [0, 0, 0]
  // PostgreSQL reads the next page while this one is checked.
  let next: Reading | undefined = beginPage(deps, tenant, FIRST, grounds)
  while (next) {
    const { page: reading, last }: Reading = next
    const after: string | undefined = await last
    next = after === undefined ? undefined : beginPage(deps, tenant, after, grounds)
    const page = await reading
    for (const { record, stored, fault } of page) {
      events += stored.length
      if (!fault) continue
      broken += 1
      if (examples.length < EXAMPLES) examples.push({ id: record.id, reference: record.reference, fault })
    }
    matters += page.length
    onProgress(matters)
  }
  const counts = await checkCounts(databaseFor(deps.pool, tenant), tenant)
  const wrongCounts = counts?.wrong.map((at): LogFault => ({ rule: 'counts-differ', at })) ?? []
  return {
    matters,
    events,
    broken,
    examples,
    ...(await inSnapshot(deps, tenant, async (client) => ({
      counters: await wrongCounters(client, tenant),
      beside: [
        ...(log ? log.faults : checkpoints.map(() => ({ rule: 'log-cut', at: '0' }))),
        ...(log ? await rowFaults(client, tenant, log) : []),
        ...(log ? await removedMatters(client, tenant, EXAMPLES) : []),
        ...(await shredJobFaults(client, tenant, rulebook, now)),
        ...(await fileFaults(client, tenant, filesFolder)),
        ...wrongCounts,
      ].slice(0, EXAMPLES),
      ...(log ? { log: { size: log.size, waiting: await countWaiting(client, tenant) } } : {}),
    }))),
  }
}

/** One snapshot for several reads: what changes in between is not broken. */
const inSnapshot = <T>({ pool }: StorageDeps, tenant: string, read: (client: PoolClient) => Promise<T>): Promise<T> =>
  withTenant(pool, tenant, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    const found = await read(client)
    await client.query('commit')
    return found
  })

const MATTERS = `select tenant, id, version, encode(head, 'hex') as head, matter, reference, procedure, state, state_group, title, category, level, channel, source_number, points_to, unit_id, place, place_unit_id,
  owner_post_id, participants, terms, unit_path, origin_path, about_path, place_path, waits_for, opened_at, closed_at, due_at, exercise from matters where tenant = $1 and id > $2 order by id limit ${PAGE}`
const EVENTS = `select tenant, matter_id as "matterId", version, type, at, event::text as json, encode(hash, 'hex') as hash from matter_events where tenant = $1 and matter_id = any($2::uuid[]) order by matter_id, version`
const DEADLINES = `select matter_id, clock_id, deadline, state, started_at, due_at, due_on, provisional, ended_at, next_at from deadlines
where tenant = $1 and matter_id = any($2::uuid[]) order by matter_id, clock_id`

type Page = readonly { record: MatterRecord; stored: readonly EventRecord[]; fault: RecordFault | undefined }[]

/** A page on its way, and after which matter the next one begins: undefined when there is none. */
type Reading = { readonly page: Promise<Page>; readonly last: Promise<string | undefined> }

function beginPage(deps: StorageDeps, tenant: string, after: string, grounds: Grounds): Reading {
  const { promise: last, resolve, reject } = Promise.withResolvers<string | undefined>()
  const page = inSnapshot(deps, tenant, (client) => readPage(client, tenant, after, grounds, resolve))
  page.catch(reject)
  last.catch(() => {}) // whoever waits for the page hears of it
  return { page, last }
}

async function readPage(
  client: PoolClient,
  tenant: string,
  after: string,
  grounds: Grounds,
  onLast: (id: string | undefined) => void,
): Promise<Page> {
  const { rows: records } = await client.query<MatterRecord>(MATTERS, [tenant, after])
  onLast(records.length < PAGE ? undefined : records.at(-1)?.id)
  const ids = records.map(({ id }) => id)
  const { rows } = await client.query<Omit<EventRecord, 'event'>>(EVENTS, [tenant, ids])
  const events = rows.map((row): EventRecord => ({ ...row, event: JSON.parse(row.json) }))
  const { rows: deadlines } = await client.query<DeadlineRecord>(DEADLINES, [tenant, ids])
  const beside = await readBeside(client, tenant, ids)
  const eventsOf = Map.groupBy(events, (row) => row.matterId)
  const deadlinesOf = Map.groupBy(deadlines, (row) => row.matter_id)
  const page: Page[number][] = []
  for (const record of records) {
    const stored = eventsOf.get(record.id) ?? []
    const fault =
      faultOf(record, stored, deadlinesOf.get(record.id) ?? [], beside, grounds) ??
      (await inventedLink(client, tenant, record, stored, beside))
    page.push({ record, stored, fault })
  }
  return page
}

function faultOf(
  record: MatterRecord,
  stored: readonly EventRecord[],
  deadlines: readonly DeadlineRecord[],
  beside: Beside,
  grounds: Grounds,
): RecordFault | undefined {
  const { rulebook } = grounds
  const matter = record.matter as Matter
  const procedure = findDefinition(rulebook.procedures, matter)
  if (!procedure) return { rule: 'procedure-unknown', at: `${matter.procedure}@${matter.procedureVersion}` }
  const broken = chainFault(record, stored)
  if (broken) return broken
  const events = stored.map((link) => wholeEvent(link.event, link))
  return (
    checkRecords(record, stored, events, deadlines, procedure, rulebook) ??
    besideFault(record, stored, events, deadlines, beside, procedure, grounds)
  )
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

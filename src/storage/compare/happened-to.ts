import { type Kysely, sql } from 'kysely'
import type { ClockChange } from '../../domain/procedure/deadline.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import type { Tables } from '../schema/tables.ts'

/** Matters by what happened to them in a period, beyond what their rows say. All by their ids. */
export type HappenedTo = {
  /** Opened again within 30 days of being closed, in the period. */
  readonly reopened: ReadonlySet<string>
  /** A limit was put off at some time before the end. */
  readonly extended: ReadonlySet<string>
  /** A limit was stopped in the period, within three days of its end. */
  readonly pausedLate: ReadonlySet<string>
  /** Stopped in the period at all. */
  readonly paused: ReadonlySet<string>
  /** Went to another unit in the period, and with it a limit began anew. */
  readonly limitReset: ReadonlySet<string>
  readonly transferred: ReadonlySet<string>
  /** A limit was met in the period, in the last 24 hours before its end. */
  readonly justBeforeDue: ReadonlySet<string>
  readonly withLimit: ReadonlySet<string>
}

const DAY_MS = 86_400_000
const REOPEN_DAYS = 30
const LATE_DAYS = 3
/** Ids of one statement. */
const AT_ONCE = 20_000

type Told = {
  readonly id: string
  readonly at: Instant
  readonly type: string
  readonly closes: boolean
  readonly unit: string | null
  readonly clocks: readonly ClockChange[] | null
}

/**
 * What happened to these matters before `at`: told from their events, those that the reader is known to see. Limits that
 * were met come from the deadlines as they stand.
 */
export async function happenedTo(
  db: Kysely<Tables>,
  tenant: string,
  ids: readonly string[],
  { from, at }: { readonly from: Instant; readonly at: Instant },
): Promise<HappenedTo> {
  const found = Object.fromEntries(
    ['reopened', 'extended', 'pausedLate', 'paused', 'limitReset', 'transferred', 'justBeforeDue', 'withLimit'].map(
      (name) => [name, new Set<string>()],
    ),
  ) as Record<keyof HappenedTo, Set<string>>
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE)
    const stories = Map.groupBy(await toldOf(db, tenant, some, at), ({ id }) => id)
    for (const [id, story] of stories) tell(id, story, from, found)
    for (const { id, isLast } of await limitsMet(db, tenant, some, { from, at })) {
      found.withLimit.add(id)
      if (isLast) found.justBeforeDue.add(id)
    }
  }
  return found
}

function tell(id: string, story: readonly Told[], from: Instant, found: Record<keyof HappenedTo, Set<string>>): void {
  const due = new Map<string, Instant>()
  const begun = new Set<string>()
  let closedAt: Instant | undefined
  for (const { at, type, closes, unit, clocks } of story) {
    const isIn = at >= from
    const isMoved = type === 'StepTaken' && unit !== null && isIn
    if (isMoved) found.transferred.add(id)
    if (!closes && closedAt !== undefined) {
      if (isIn && Date.parse(at) - Date.parse(closedAt) <= REOPEN_DAYS * DAY_MS) found.reopened.add(id)
      closedAt = undefined
    } else if (closes) closedAt ??= at
    for (const change of clocks ?? []) {
      if (change.type === 'extended') found.extended.add(id)
      if (change.type === 'paused' && isIn) {
        found.paused.add(id)
        const end = due.get(change.clockId)
        if (end !== undefined && at < end && at >= addMilliseconds(end, -LATE_DAYS * DAY_MS)) found.pausedLate.add(id)
      }
      if (change.type === 'started') {
        if (isMoved && begun.has(change.clock.deadline)) found.limitReset.add(id)
        begun.add(change.clock.deadline)
        due.set(change.clock.id, change.clock.dueAt)
      } else if ('dueAt' in change) due.set(change.clockId, change.dueAt)
    }
  }
}

async function toldOf(db: Kysely<Tables>, tenant: string, ids: readonly string[], before: Instant): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select e.matter_id as id, e.at, e.type, e.event ->> 'group' = 'done' as closes, e.event -> 'facts' ->> 'unitId' as unit,
      case when e.event ->> 'clocks' <> '[]' then e.event -> 'clocks' end as clocks
    from matter_events e
    where e.tenant = ${tenant} and e.matter_id = any(${[...ids]}::uuid[]) and e.at < ${before}::timestamptz
      and e.type in ('MatterOpened', 'StepTaken')
    order by e.matter_id, e.version`.execute(db)
  return rows
}

/** Limits that were met in the period, and whether in the last day before their end. */
async function limitsMet(
  db: Kysely<Tables>,
  tenant: string,
  ids: readonly string[],
  { from, at }: { readonly from: Instant; readonly at: Instant },
): Promise<{ id: string; isLast: boolean }[]> {
  const { rows } = await sql<{ id: string; isLast: boolean }>`
    select d.matter_id as id, bool_or(d.ended_at >= d.due_at - interval '1 day') as "isLast" from deadlines d
    where d.tenant = ${tenant} and d.matter_id = any(${[...ids]}::uuid[]) and d.state = 'met'
      and d.ended_at >= ${from}::timestamptz and d.ended_at < ${at}::timestamptz and d.ended_at < d.due_at
      and d.due_at > d.started_at + interval '3 days'
    group by d.matter_id`.execute(db)
  return rows
}

import { type Kysely, sql } from 'kysely'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { ClockChange } from '../../domain/procedure/deadline.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
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
  /** Absent where it says nothing of the state. */
  readonly closes?: boolean
  readonly unit: string | null
  readonly clocks: readonly Change[]
}

type Change = ClockChange | { readonly type: 'recounted'; readonly clockId: string; readonly dueAt: Instant }

/** What happened to these matters before `at`, told from their events alone: those that the reader is known to see. */
export async function happenedTo(
  db: Kysely<Tables>,
  tenant: string,
  ids: readonly string[],
  { from, at }: { readonly from: Instant; readonly at: Instant },
): Promise<HappenedTo> {
  const found = nothingYet()
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE)
    const stories = Map.groupBy(await toldOf(db, tenant, some, at), ({ id }) => id)
    for (const [id, story] of stories) tell(id, story, from, found)
  }
  return found
}

type Story = { readonly id: string; readonly events: readonly MatterEvent[] }

/** The same of events that are at hand, each matter's in order. */
export function happenedIn(stories: readonly Story[], from: Instant): HappenedTo {
  const found = nothingYet()
  for (const { id, events } of stories)
    tell(
      id,
      events.flatMap((event) => toldEvent(event, id) ?? []),
      from,
      found,
    )
  return found
}

const TELLING: readonly string[] = [
  'MatterOpened',
  'StepTaken',
  'DeadlineOverdue',
  'DeadlineResumed',
  'ClocksRecounted',
]

function toldEvent(event: MatterEvent, id: string): Told | undefined {
  if (!TELLING.includes(event.type)) return undefined
  const unit = ('facts' in event && 'unitId' in event.facts && event.facts.unitId) || null
  const told = { id, at: event.at, type: event.type, unit, clocks: changesOf(event) }
  return 'group' in event ? { ...told, closes: event.group === 'done' } : told
}

const nothingYet = () =>
  Object.fromEntries(
    ['reopened', 'extended', 'pausedLate', 'paused', 'limitReset', 'transferred', 'justBeforeDue', 'withLimit'].map(
      (name) => [name, new Set<string>()],
    ),
  ) as Found

type Found = Record<keyof HappenedTo, Set<string>>
type Running = { readonly startedAt: Instant; readonly dueAt: Instant }

function tell(id: string, story: readonly Told[], from: Instant, found: Found): void {
  const running = new Map<string, Running>()
  const begun = new Set<string>()
  let closedAt: Instant | undefined
  for (const { at, type, closes, unit, clocks } of story) {
    const isIn = at >= from
    const isMoved = type === 'StepTaken' && unit !== null && isIn
    if (isMoved) found.transferred.add(id)
    if (closes === false && closedAt !== undefined) {
      if (isIn && Date.parse(at) - Date.parse(closedAt) <= REOPEN_DAYS * DAY_MS) found.reopened.add(id)
      closedAt = undefined
    } else if (closes) closedAt ??= at
    for (const change of clocks) {
      if (change.type === 'started' && isMoved && begun.has(change.clock.deadline)) found.limitReset.add(id)
      if (change.type === 'started') begun.add(change.clock.deadline)
      if (change.type === 'extended') found.extended.add(id)
      if (isIn && 'clockId' in change) tellOfLimit(id, change, at, running.get(change.clockId), found)
      runOn(change, running)
    }
  }
}

/** A limit that was stopped or met in the period, and how near its end. */
function tellOfLimit(id: string, change: Change, at: Instant, limit: Running | undefined, found: Found): void {
  const isLast = (days: number) => limit !== undefined && at < limit.dueAt && at >= before(limit.dueAt, days)
  if (change.type === 'paused') {
    found.paused.add(id)
    if (isLast(LATE_DAYS)) found.pausedLate.add(id)
  }
  if (change.type !== 'met' || !limit || at >= limit.dueAt || limit.startedAt >= before(limit.dueAt, LATE_DAYS)) return
  found.withLimit.add(id)
  if (isLast(1)) found.justBeforeDue.add(id)
}

function runOn(change: Change, running: Map<string, Running>): void {
  if (change.type === 'started') running.set(change.clock.id, change.clock)
  else if (change.type === 'recounted' || 'dueAt' in change) {
    const limit = running.get(change.clockId)
    if (limit) running.set(change.clockId, { ...limit, dueAt: change.dueAt })
  }
}

const before = (at: Instant, days: number) => addMilliseconds(at, -days * DAY_MS)

type Row = Omit<Told, 'clocks' | 'closes'> & { readonly group: string | null; readonly event: object }

/** The events that say so, each with the part that is asked for: as they are stored they leave out what follows from the rest. */
async function toldOf(db: Kysely<Tables>, tenant: string, ids: readonly string[], until: Instant): Promise<Told[]> {
  const { rows } = await sql<Row>`
    select e.matter_id as id, e.at, e.type, e.event ->> 'group' as "group", e.event -> 'facts' ->> 'unitId' as unit,
      jsonb_strip_nulls(jsonb_build_object('clocks', e.event -> 'clocks', 'clockId', e.event -> 'clockId', 'dueAt', e.event -> 'dueAt')) as event
    from matter_events e
    where e.tenant = ${tenant} and e.matter_id = any(${[...ids]}::uuid[]) and e.at < ${until}::timestamptz
      and e.type in ('MatterOpened', 'StepTaken', 'DeadlineOverdue', 'DeadlineResumed', 'ClocksRecounted')
    order by e.matter_id, e.version`.execute(db)
  return rows.map(({ event, group, ...row }) => ({
    ...row,
    ...(group === null ? {} : { closes: group === 'done' }),
    clocks: changesOf(wholeEvent({ by: { unitId: '' }, ...event }, { ...row, tenant, matterId: row.id })),
  }))
}

/** What an event did to limits, of whichever type it is. */
function changesOf(event: MatterEvent): readonly Change[] {
  if (event.type === 'ClocksRecounted')
    return event.clocks.map(({ clockId, to }) => ({ type: 'recounted', clockId, dueAt: to.dueAt }))
  if (event.type === 'DeadlineResumed') return [{ type: 'recounted', clockId: event.clockId, dueAt: event.dueAt }]
  return 'clocks' in event ? (event.clocks ?? []) : []
}

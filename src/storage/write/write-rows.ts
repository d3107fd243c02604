import type { ChildRequest, MatterEvent, RelayRequest } from '../../domain/matter/event.ts'
import { LEVELS } from '../../domain/matter/level.ts'
import { isAdopted } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { receivesOf } from '../../domain/procedure/crossing/step-crossing.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { recordsNamed } from '../../domain/procedure/records/points-to.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { accessFacts } from '../../engine/access/access.ts'
import { isRestricted } from '../../engine/access/restricted.ts'
import { termsOfMatter } from '../../engine/match/search-terms.ts'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import { linkHash } from '../../engine/record/chain.ts'
import { leanMatter } from '../../engine/record/lean-matter.ts'
import { shredAt } from '../../engine/record/retention.ts'
import { storedEvent } from '../../engine/record/stored-event.ts'
import { standInsOf } from '../../engine/stand-ins/stand-ins-of.ts'
import { leadingClock } from '../../engine/time/leading-clock.ts'
import { nextAt } from '../../engine/time/warnings.ts'
import { waitsFor } from '../../engine/worklist/waits-for.ts'
import { derivedId, sha256 } from './ids.ts'
import { ordersToCarryOut } from './order-rows.ts'
import type { VaultEntry } from './seal-events.ts'

/** The hash before the first event of every matter. */
export const CHAIN_START = ''

/** Columns of a matter, in the shape both the single and the bulk statement read. */
export function matterColumns(matter: Matter, head: string, procedure: Procedure, { directory }: Rulebook) {
  const access = accessFacts(matter, directory)
  const counting = matter.clocks.filter(({ state }) => state === 'running' || state === 'overdue')
  return {
    id: matter.id,
    version: matter.version,
    head,
    matter: leanMatter(matter),
    reference: matter.reference,
    procedure: matter.procedure,
    state: matter.state,
    state_group: matter.group,
    title: matter.title,
    category: matter.category ?? null,
    level: matter.level ? LEVELS[matter.level].rank : null,
    channel: matter.channel,
    source_number: matter.sourceNumber ?? null,
    unit_id: matter.unitId,
    unit_path: access.unitPath,
    origin_path: access.originPath,
    about_path: access.aboutPath ?? null,
    hidden_from: matter.hiddenFrom ?? null,
    place: matter.place ?? null,
    place_unit_id: matter.placeUnitId ?? null,
    place_path: matter.placeUnitId ? (directory.units[matter.placeUnitId]?.path ?? null) : null,
    owner_post_id: matter.ownerPostId ?? null,
    participants: matter.participants,
    waits_for: waitsFor(procedure, matter, directory),
    terms: isRestricted(matter) ? [] : termsOfMatter(matter),
    opened_at: matter.openedAt,
    closed_at: matter.closedAt ?? null,
    // What is due after closing is no open work.
    due_at: matter.group === 'done' ? null : (leadingClock(counting)?.dueAt ?? null),
    exercise: matter.exercise ?? false,
    points_to: recordsNamed(procedure, matter.fields),
  }
}

/**
 * Events with their place in the chain. The hash covers the event as it is stored: personal values sealed. The canonical
 * text that is hashed is the text that is stored, so that it is made once.
 */
export function eventRows(
  events: readonly MatterEvent[],
  { tenant, id: matterId }: Pick<Matter, 'tenant' | 'id'>,
  lastVersion: number,
  head: string,
) {
  let hash = head
  return events.map((event, index) => {
    const json = canonicalJson(storedEvent(event))
    const { type, at } = event
    const version = lastVersion + index + 1
    hash = linkHash(hash, { tenant, matterId, version, type, at }, json, sha256)
    return { version, type, at, json, hash, event }
  })
}

/** Deadline rows of the clocks that changed. */
export function deadlineRows(before: Matter | undefined, after: Matter, procedure: Procedure, { calendar }: Rulebook) {
  const known: readonly Clock[] = before?.clocks ?? []
  return after.clocks
    .filter((clock) => !known.includes(clock))
    .map((clock) => ({
      clock_id: clock.id,
      deadline: clock.deadline,
      state: clock.state,
      started_at: clock.startedAt,
      due_at: clock.dueAt,
      due_on: clock.dueOn ?? null,
      provisional: clock.provisional,
      next_at: nextAt(procedure.deadlines[clock.deadline], clock, calendar) ?? null,
      ended_at: clock.endedAt ?? null,
    }))
}

/** Who acts for whom, as rows by number; undefined where that stays as it was. */
export function standInRows(before: Matter | undefined, after: Matter, procedure: Procedure) {
  if (!procedure.standsIn) return undefined
  const rows = standInsOf(procedure, after)
  const known = before ? standInsOf(procedure, before) : []
  if (JSON.stringify(rows) === JSON.stringify(known)) return undefined
  return rows.map(({ postId, byPostId, from, until, away }, no) => ({
    no,
    post_id: postId,
    by_post_id: byPostId ?? null,
    from_at: from,
    until_at: until,
    away: away ?? false,
  }))
}

/** How many slots one counter has: writers of the same unit and kind rarely meet on one row. */
const COUNTER_SLOTS = 32

/** What a change adds to and takes from the counts, in key order so that two writers lock in the same order. An exercise counts nowhere. */
export function counterRows(before: Matter | undefined, after: Matter) {
  const slot = Number.parseInt(after.id.slice(-2), 16) % COUNTER_SLOTS
  const key = (matter: Matter) => ({
    unit_id: matter.unitId,
    procedure: matter.procedure,
    state_group: matter.group,
    slot,
  })
  if (after.exercise) return []
  if (!before) return [{ ...key(after), value: 1 }]
  if (before.unitId === after.unitId && before.group === after.group) return []
  const order = (row: { unit_id: string; state_group: string }) => `${row.unit_id} ${row.state_group}`
  return [
    { ...key(before), value: -1 },
    { ...key(after), value: 1 },
  ].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** What goes into the vault, as a row. */
export const vaultRow = ({ version, sealed, wrappedKey }: VaultEntry, keyId: string) => ({
  version,
  sealed: JSON.parse(sealed) as object,
  wrapped_key: wrappedKey,
  key_id: keyId,
})

/** Links the events add, as rows. */
export const linkRows = (events: readonly MatterEvent[]) =>
  events.flatMap((event) => {
    const links =
      event.type === 'MatterOpened' || event.type === 'StepTaken'
        ? event.links
        : event.type === 'LinkAdded'
          ? [event.link]
          : []
    return links.map(({ type, matterId, back = false }) => ({ type, other_id: matterId, back, at: event.at }))
  })

/** Links the events take back, as rows. */
export const unlinkRows = (events: readonly MatterEvent[]) =>
  events.flatMap((event) =>
    event.type === 'StepTaken'
      ? (event.unlinks ?? []).map(({ type, matterId, back = false }) => ({ type, other_id: matterId, back }))
      : [],
  )

/** A matter that must be opened because of an event; its id follows from the parent, so opening it twice is once. */
export type ChildToOpen = ChildRequest & { readonly id: string; readonly key: string }

/** The matters that events ask to open. `firstVersion` is the version of the first event. */
export const childrenToOpen = (matterId: string, events: readonly MatterEvent[], firstVersion: number): ChildToOpen[] =>
  events.flatMap((event, offset) =>
    event.type === 'StepTaken'
      ? event.opens.map((request, index) => {
          const key = `child:${matterId}:${firstVersion + offset}:${index}`
          return { ...request, key, id: derivedId(Date.parse(event.at), key) }
        })
      : [],
  )

/** A step to take on related matters; `target` when all but one of them are done. */
export type RelayToTake = RelayRequest & { readonly key: string; readonly target?: string }

/** The steps on related matters that events ask for. `firstVersion` as above. */
export const relaysToTake = (matterId: string, events: readonly MatterEvent[], firstVersion: number): RelayToTake[] =>
  events.flatMap((event, offset) =>
    event.type === 'StepTaken'
      ? (event.relays ?? []).map((relay, index) => ({
          ...relay,
          key: `relay:${matterId}:${firstVersion + offset}:${index}`,
        }))
      : [],
  )

export type JobRow = { readonly id: string; readonly kind: string; readonly payload: object; readonly run_at: string }

/** Jobs that a request does itself right after its commit; the others wait for their time. */
export const AT_ONCE = ['open-children', 'adopt-children', 'tell-parent', 'relay', 'order-data']

/** What must follow from the events, written in the same statement: open the children, tell parent and relatives, shred when retention ends. */
export function jobRows(
  before: Matter | undefined,
  after: Matter,
  events: readonly MatterEvent[],
  procedure: Procedure,
): JobRow[] {
  const first = (before?.version ?? 0) + 1
  const at = events[events.length - 1]?.at ?? after.openedAt
  const children = childrenToOpen(after.id, events, first)
  const relays = relaysToTake(after.id, events, first)
  const job = (kind: string, payload: object, runAt = at): JobRow => ({
    id: derivedId(Date.parse(at), kind, after.id, String(first)),
    kind,
    payload,
    run_at: runAt,
  })
  const closes = after.group === 'done' && before?.group !== 'done'
  const shreds = shredAt(procedure, after)
  const orders = ordersToCarryOut(after, events, first)
  const isReleased = before?.restrictions !== undefined && after.restrictions === undefined
  const isErased = events.some(({ type }) => type === 'FieldsShredded') && after.restrictions === undefined
  const adopts = events.some((event) => event.type === 'StepTaken' && event.links.some(isAdopted))
  const hasParent = after.channel === 'system' || after.links.some(({ type, back }) => type === 'childOf' && !back)
  return [
    ...(children.length > 0 ? [job('open-children', { matterId: after.id, version: first, children })] : []),
    ...(adopts ? [job('adopt-children', { matterId: after.id })] : []),
    ...(closes && hasParent ? [job('tell-parent', { matterId: after.id })] : []),
    ...(relays.length > 0 ? [job('relay', { matterId: after.id, relays })] : []),
    ...crossingJobs(before, after, events, procedure).map(([kind, version]) =>
      job(kind, { matterId: after.id, version }),
    ),
    ...(orders.length > 0 ? [job('order-data', { matterId: after.id, orders })] : []),
    ...((closes || isReleased) && shreds ? [job('shred-fields', { matterId: after.id }, shreds)] : []),
    // What a step destroyed leaves files behind, which are cleared away by the same job.
    ...(after.shreddedAt && !before?.shreddedAt && (closes || isErased)
      ? [job('shred-fields', { matterId: after.id })]
      : []),
  ]
}

/** What must be told to another office: that it is sent, asked back, or how it stands. With the version of the sending. */
function crossingJobs(
  before: Matter | undefined,
  after: Matter,
  events: readonly MatterEvent[],
  procedure: Procedure,
): [kind: string, version: number][] {
  const jobs: [string, number][] = []
  const closes = after.group === 'done' && before?.group !== 'done'
  for (const sent of after.sent ?? []) {
    const was = before?.sent?.find(({ version }) => version === sent.version)
    if (!was) jobs.push(['cross-send', sent.version])
    if (was && was.standing !== 'asked' && sent.standing === 'asked') jobs.push(['cross-ask-back', sent.version])
    // It ended here while the other office works on it: whoever does should know.
    if (closes && was?.standing === 'taken' && sent.standing === 'taken') jobs.push(['cross-ask-back', sent.version])
  }
  const answers = events.some((event) => {
    const part = event.type === 'StepTaken' ? receivesOf(procedure.steps[event.step] ?? {}) : undefined
    return part === 'acceptance' || part === 'return'
  })
  if (after.cameFrom && (answers || closes)) jobs.push(['cross-tell-back', after.cameFrom.version])
  return jobs
}

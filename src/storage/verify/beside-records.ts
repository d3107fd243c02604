import type { ClientBase } from 'pg'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import { accessFacts } from '../../engine/access/access.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
import { waitsFor } from '../../engine/worklist/waits-for.ts'
import { deadlineRows } from '../write/write-rows.ts'
import type { DeadlineRecord, EventRecord, MatterRecord, RecordFault } from './check-records.ts'
import {
  type KeyRecord,
  keyFault,
  type LinkRecord,
  linkFault,
  linkKeys,
  nextAtFault,
  unexplainedLinks,
} from './derived-faults.ts'
import { logFault, type MatterLog } from './log-faults.ts'
import { type LogPage, readLogPage } from './read-log-page.ts'

const LINKS = `select from_id, type, to_id from matter_links where tenant = $1 and (from_id = any($2::uuid[]) or to_id = any($2::uuid[]))`
const KEYS = `select matter_id, wrapped_key is not null as alive from matter_keys where tenant = $1 and matter_id = any($2::uuid[])`
const OTHERS = 'select type, at, event from matter_events where tenant = $1 and matter_id = $2 order by version'

/** What stands beside the records of some matters: links, keys, and what the log says. */
export type Beside = LogPage & {
  readonly linksOf: (id: string) => readonly LinkRecord[]
  readonly keyOf: (id: string) => KeyRecord | undefined
}

/** Reads it, in the caller's snapshot. */
export async function readBeside(client: ClientBase, tenant: string, ids: readonly string[]): Promise<Beside> {
  const links = (await client.query<LinkRecord>(LINKS, [tenant, ids])).rows
  const keys = (await client.query<KeyRecord>(KEYS, [tenant, ids])).rows
  const ofMatter = new Map<string, LinkRecord[]>()
  const put = (id: string, link: LinkRecord) => {
    const own = ofMatter.get(id)
    if (own) own.push(link)
    else ofMatter.set(id, [link])
  }
  for (const link of links) {
    put(link.from_id, link)
    if (link.to_id !== link.from_id) put(link.to_id, link)
  }
  const keyOf = new Map(keys.map((key) => [key.matter_id, key]))
  const log = await readLogPage(client, tenant, ids)
  return { ...log, linksOf: (id) => ofMatter.get(id) ?? [], keyOf: (id) => keyOf.get(id) }
}

/** What a check goes by besides the records. */
export type Grounds = { readonly rulebook: Rulebook; readonly log: MatterLog | undefined; readonly now: Instant }

/** The first thing beside the records of a matter that its events do not lead to. */
export function besideFault(
  record: MatterRecord,
  stored: readonly EventRecord[],
  events: readonly MatterEvent[],
  deadlines: readonly DeadlineRecord[],
  beside: Beside,
  procedure: Procedure,
  { rulebook, log, now }: Grounds,
): RecordFault | undefined {
  const matter = record.matter as Matter
  return (
    (log && logFault(log, record.id, stored, beside.entriesOf(record.id), beside.waitingOf(record.id))) ??
    pathFault(record, matter, rulebook) ??
    worklistFault(record, matter, procedure, rulebook) ??
    wakingFault(matter, deadlines, procedure, rulebook, now) ??
    keyFault(matter, events, beside.keyOf(record.id)) ??
    linkFault(record.id, events, linkKeys(beside.linksOf(record.id)))
  )
}

/** Links that neither end's events made. Asks only for those that this end did not make: few. */
export async function inventedLink(
  client: ClientBase,
  tenant: string,
  { id }: MatterRecord,
  stored: readonly EventRecord[],
  beside: Beside,
): Promise<RecordFault | undefined> {
  const links = beside.linksOf(id)
  if (links.length === 0) return undefined
  const events = stored.map((row) => wholeEvent(row.event, row))
  for (const link of unexplainedLinks(id, events, links)) {
    const other = link.from_id === id ? link.to_id : link.from_id
    const { rows } = await client.query<{ type: string; at: string; event: unknown }>(OTHERS, [tenant, other])
    const theirs = unexplainedLinks(
      other,
      rows.map((row) => wholeEvent(row.event, { ...row, tenant, matterId: other })),
      [link],
    )
    if (theirs.length > 0) return { rule: 'link-invented', at: `${link.from_id} ${link.type} ${link.to_id}` }
  }
  return undefined
}

/** Units do not move; one that is no longer there gave its path once, and nobody can say it again. */
function pathFault(record: MatterRecord, matter: Matter, { directory }: Rulebook): RecordFault | undefined {
  const facts = accessFacts(matter, directory)
  const known = (unitId: string | undefined) => unitId === undefined || directory.units[unitId] !== undefined
  const place = matter.placeUnitId ? (directory.units[matter.placeUnitId]?.path ?? null) : null
  const expected = [
    ...(known(matter.unitId) ? [['unit_path', facts.unitPath]] : []),
    ...(known(matter.originUnitId) ? [['origin_path', facts.originPath]] : []),
    ['about_path', facts.aboutPath ?? null],
    ...(known(matter.placeUnitId) ? [['place_path', place]] : []),
  ] as const
  const odd = expected.find(([column, path]) => record[column as string] !== path)
  return odd && { rule: 'column-differs', at: odd[0] as string }
}

/** Who works on it may have changed since; that nobody is waited for, or a post or unit that never was, is none of that. */
function worklistFault(
  record: MatterRecord,
  matter: Matter,
  procedure: Procedure,
  { directory }: Rulebook,
): RecordFault | undefined {
  const found = record['waits_for'] as readonly string[]
  const isEmpty = waitsFor(procedure, matter, directory).length === 0
  return isEmpty === (found.length === 0) ? undefined : { rule: 'column-differs', at: 'waits_for' }
}

function wakingFault(
  matter: Matter,
  deadlines: readonly DeadlineRecord[],
  procedure: Procedure,
  rulebook: Rulebook,
  now: Instant,
): RecordFault | undefined {
  for (const { clock_id, next_at } of deadlineRows(undefined, matter, procedure, rulebook)) {
    const found = deadlines.find((row) => row.clock_id === clock_id)?.['next_at'] as Instant | null | undefined
    const fault = nextAtFault(next_at, found ?? null, clock_id, now)
    if (fault) return fault
  }
  return undefined
}

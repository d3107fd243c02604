import type { Kysely } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { MatterEvent } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { accessFacts, maySee } from '../../../engine/access/access.ts'
import { wholeEvent } from '../../../engine/record/stored-event.ts'
import type { Tables } from '../../schema/tables.ts'

/** Those of these matters that an actor may see, by id, as they stand. Of the others nothing is told, also not whether they exist. */
export async function mattersInSight(
  db: Kysely<Tables>,
  actor: Actor,
  ids: readonly string[],
  directory: Directory,
): Promise<ReadonlyMap<string, Matter>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('matters')
    .select('matter')
    .where('tenant', '=', actor.tenant)
    .where('id', 'in', ids)
    .execute()
  const matters = rows.map(({ matter }) => matter as unknown as Matter)
  return new Map(
    matters.flatMap((matter) => (maySee(actor, accessFacts(matter, directory)) ? [[matter.id, matter] as const] : [])),
  )
}

/** The history of each of these matters up to an event, by id. */
export async function historiesUpTo(
  db: Kysely<Tables>,
  tenant: string,
  versions: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly MatterEvent[]>> {
  if (versions.size === 0) return new Map()
  const rows = await db
    .selectFrom('matter_events')
    .select(['matter_id', 'version', 'type', 'at', 'event'])
    .where('tenant', '=', tenant)
    .where('matter_id', 'in', [...versions.keys()])
    .orderBy('matter_id')
    .orderBy('version')
    .execute()
  const histories = new Map<string, MatterEvent[]>()
  for (const { matter_id: id, version, type, at, event } of rows) {
    if (version > (versions.get(id) ?? 0)) continue
    const events = histories.get(id) ?? []
    events.push(wholeEvent(event, { type, at, tenant, matterId: id }))
    histories.set(id, events)
  }
  return histories
}

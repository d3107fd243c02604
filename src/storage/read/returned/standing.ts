import type { Kysely } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { MatterEvent } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { accessFacts, maySee } from '../../../engine/access/access.ts'
import type { Tables } from '../../schema/tables.ts'

/** Matters read at once. */
const PIECE = 200

/** Those of these matters that an actor may see, by id, as they stand. Of the others nothing is told, also not whether they exist. */
export async function mattersInSight(
  db: Kysely<Tables>,
  actor: Actor,
  ids: readonly string[],
  directory: Directory,
): Promise<ReadonlyMap<string, Matter>> {
  const found = new Map<string, Matter>()
  for (const piece of piecesOf(ids)) {
    const rows = await db
      .selectFrom('matters')
      .select('matter')
      .where('tenant', '=', actor.tenant)
      .where('id', 'in', piece)
      .execute()
    for (const row of rows) {
      const matter = row.matter as unknown as Matter
      if (maySee(actor, accessFacts(matter, directory))) found.set(matter.id, matter)
    }
  }
  return found
}

/** A matter and the event up to which its history is wanted. */
export type Wanted = { readonly id: string; readonly version: number }

/** The histories of matters up to an event each, by id, handed over piece by piece: a county's year of them is not held at once. */
export async function* historiesUpTo(
  db: Kysely<Tables>,
  tenant: string,
  wanted: readonly Wanted[],
): AsyncGenerator<readonly [id: string, events: readonly MatterEvent[]]> {
  const versions = new Map(wanted.map(({ id, version }) => [id, version]))
  for (const piece of piecesOf([...versions.keys()])) {
    const rows = await db
      .selectFrom('matter_events')
      .select(['matter_id', 'version', 'event'])
      .where('tenant', '=', tenant)
      .where('matter_id', 'in', piece)
      .orderBy('matter_id')
      .orderBy('version')
      .execute()
    const histories = new Map<string, MatterEvent[]>()
    for (const { matter_id: id, version, event } of rows) {
      if (version > (versions.get(id) ?? 0)) continue
      const events = histories.get(id) ?? []
      events.push(event as unknown as MatterEvent)
      histories.set(id, events)
    }
    yield* histories
  }
}

function* piecesOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += PIECE) yield ids.slice(at, at + PIECE)
}

import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { ReadingView } from '../../domain/views/views.ts'
import { recordsReadings } from '../../engine/access/readings.ts'
import type { Tables } from '../schema/tables.ts'

/** How a matter was read. */
export type ReadingWay = ReadingView['what']

/** Who reads, in what way, when. */
export type Reading = { readonly actor: Actor; readonly what: ReadingWay; readonly now: Instant }

/** The newest ones; whoever asks for more looks in the table. */
const SHOWN = 200

const minuteOf = (now: Instant): Instant => `${now.slice(0, 16)}:00.000Z`

/**
 * Keeps that these matters were read, of those whose kind wants it: before they are shown, so that none is shown unrecorded. Once
 * a minute for each reader and way. Of other kinds it asks the database nothing.
 */
export async function recordReadings(
  db: Kysely<Tables>,
  matters: readonly Pick<Matter, 'id' | 'procedure'>[],
  { actor, what, now }: Reading,
  directory: Directory,
): Promise<void> {
  const kept = matters.filter(({ procedure }) => recordsReadings(procedure, directory))
  if (kept.length === 0) return
  const { tenant, personId: person_id, postId: post_id } = actor
  await db
    .insertInto('readings')
    .values(kept.map(({ id }) => ({ tenant, matter_id: id, at: minuteOf(now), person_id, post_id, what })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who read a matter, newest first. */
export async function listReadings(db: Kysely<Tables>, tenant: string, matterId: string): Promise<ReadingView[]> {
  const rows = await db
    .selectFrom('readings as r')
    .leftJoin('people as p', (join) => join.onRef('p.tenant', '=', 'r.tenant').onRef('p.id', '=', 'r.person_id'))
    .select(['r.at', 'r.what', 'r.post_id as postId', 'p.name as personName'])
    .where('r.tenant', '=', tenant)
    .where('r.matter_id', '=', matterId)
    .orderBy('r.at', 'desc')
    .orderBy('r.post_id')
    .limit(SHOWN)
    .execute()
  return rows.map(({ at, what, postId, personName }) => ({
    at,
    what: what as ReadingWay,
    postId,
    ...(personName ? { personName } : {}),
  }))
}

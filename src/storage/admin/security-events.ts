import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { SecurityEvent, SecurityEventKind } from '../../domain/views/admin-views.ts'
import type { Tables } from '../schema/tables.ts'
import { newId } from '../write/ids.ts'
import { referenceInSight } from './reference-in-sight.ts'

/** Writes down what the holder of an account did at the door. An account that no person has leaves no trace here. */
export async function recordDoorEvent(
  db: Kysely<Tables>,
  { tenant, userId, what, at }: { tenant: string; userId: string; what: SecurityEventKind; at: Instant },
): Promise<void> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('tenant', '=', tenant)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (person) await recordSecurityEvent(db, { tenant, personId: person.id, what, at })
}

/** Writes down one event. */
export async function recordSecurityEvent(
  db: Kysely<Tables>,
  event: { tenant: string; personId: string; what: SecurityEventKind; at: Instant; matterId?: string },
): Promise<void> {
  const { tenant, personId, what, at, matterId = null } = event
  await db
    .insertInto('security_events')
    .values({ tenant, id: newId(Date.parse(at)), at, what, person_id: personId, matter_id: matterId })
    .execute()
}

/** The latest events, newest first, with the name each person has today, and the number of a matter that the reader sees; `what` narrows them to one kind. */
export async function listSecurityEvents(
  db: Kysely<Tables>,
  actor: Actor,
  directory: Directory,
  { limit, what }: { limit: number; what?: SecurityEventKind | undefined },
): Promise<SecurityEvent[]> {
  const rows = await db
    .selectFrom('security_events as e')
    .leftJoin('people as p', (join) => join.onRef('p.tenant', '=', 'e.tenant').onRef('p.id', '=', 'e.person_id'))
    .leftJoin('matters as m', (join) => join.onRef('m.tenant', '=', 'e.tenant').onRef('m.id', '=', 'e.matter_id'))
    .select(['e.id', 'e.at', 'e.what', 'e.person_id as personId', 'p.name as personName', 'm.matter'])
    .where('e.tenant', '=', actor.tenant)
    .$if(what !== undefined, (query) => query.where('e.what', '=', what ?? ''))
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ what, personName, matter, ...row }) => ({
    ...row,
    what: what as SecurityEventKind,
    ...(personName ? { personName } : {}),
    ...referenceInSight(actor, directory, matter),
  }))
}

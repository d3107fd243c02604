import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'
import { recordSecurityEvent } from './security-events.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How often one person opens personal fields at most. Calling back takes minutes each: nobody's work needs more. */
export const OPENINGS = { anHour: 20, aDay: 60 } as const

/**
 * Counts an opening of personal fields, and refuses one too many; the first refusal of an hour is a notice to the auditor. The person's
 * row is locked meanwhile, so that openings sent at once don't slip through together.
 * @throws AnlanError too-many-requests, rule openings
 */
export async function countOpening(db: Kysely<Tables>, actor: Actor, matterId: string, at: Instant): Promise<void> {
  const { tenant, personId } = actor
  const waitUntil = await db.transaction().execute(async (trx) => {
    await trx
      .selectFrom('people')
      .select('id')
      .where('tenant', '=', tenant)
      .where('id', '=', personId)
      .forUpdate()
      .execute()
    const until = await nextOpening(trx, actor, at)
    if (!until) await recordSecurityEvent(trx, { tenant, personId, what: 'fieldsOpened', at, matterId })
    else if ((await times(trx, actor, 'openingsLimited', addMilliseconds(at, -HOUR_MS))).length === 0)
      await recordSecurityEvent(trx, { tenant, personId, what: 'openingsLimited', at, matterId })
    return until
  })
  if (!waitUntil) return
  const retryAfter = Math.max(1, Math.ceil((Date.parse(waitUntil) - Date.parse(at)) / 1000))
  throw new AnlanError('too-many-requests', { rule: 'openings', retryAfter, ...OPENINGS })
}

/** When the next opening is possible; undefined for now. */
async function nextOpening(trx: Transaction<Tables>, actor: Actor, at: Instant): Promise<Instant | undefined> {
  const opened = await times(trx, actor, 'fieldsOpened', addMilliseconds(at, -DAY_MS))
  const ofDay = opened[OPENINGS.aDay - 1]
  if (ofDay) return addMilliseconds(ofDay, DAY_MS)
  const ofHour = opened[OPENINGS.anHour - 1]
  return ofHour && ofHour > addMilliseconds(at, -HOUR_MS) ? addMilliseconds(ofHour, HOUR_MS) : undefined
}

/** The instants of one kind of event since then, newest first. */
async function times(
  trx: Transaction<Tables>,
  { tenant, personId }: Actor,
  what: 'fieldsOpened' | 'openingsLimited',
  since: Instant,
): Promise<Instant[]> {
  const rows = await trx
    .selectFrom('security_events')
    .select('at')
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .where('what', '=', what)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(OPENINGS.aDay)
    .execute()
  return rows.map((row) => row.at)
}

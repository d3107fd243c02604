import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { saysSomething } from '../../domain/personal/opening-purpose.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { addMilliseconds, dayOf, type Instant } from '../../domain/time/time.ts'
import type { Finding } from '../../domain/views/access-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { isRestricted } from '../../engine/access/restricted.ts'
import { knownFields, recordedReason } from '../../engine/decide/personal/opening.ts'
import { addWorkingDays } from '../../engine/time/calendar.ts'
import { databaseFor } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { openInEmergency } from '../keys/open-fields.ts'
import { getMatter } from '../read/get-matter.ts'
import type { Tables } from '../schema/tables.ts'
import { newId } from '../write/ids.ts'
import { EMERGENCY_MS, findEmergency, whyNotConfirm, whyNotReview } from './emergency-rules.ts'

/** What somebody needs to read at once, of which matter, and why. */
export type EmergencyWish = { readonly matter: Matter; readonly fields: readonly string[]; readonly reason: string }

/**
 * Asks to read what one's post may not, to protect life (Personal Information Protection Law art. 13(4)); nothing is shown until a
 * second person agrees. By when it is reviewed is settled now.
 */
export async function askEmergency(deps: StorageDeps, actor: Actor, { matter, fields, reason }: EmergencyWish) {
  const { procedures, calendar } = await deps.rulebooks.of(actor.tenant)
  const at = deps.now()
  if (matter.shreddedAt) throw new AnlanError('field-shredded')
  // Kept for archives and used for nothing (Personal Information Protection Law art. 47).
  if (isRestricted(matter)) throw new AnlanError('field-sealed')
  knownFields(getDefinition(procedures, matter), fields)
  const words = recordedReason(reason)
  if (!saysSomething(words))
    throw new AnlanError('form-invalid', { issues: [{ field: 'reason', rule: 'says-nothing' }] })
  const id = newId(Date.parse(at))
  await databaseFor(deps.pool, actor.tenant)
    .insertInto('emergencies')
    .values({
      tenant: actor.tenant,
      id,
      matter_id: matter.id,
      fields: [...fields],
      reason: words,
      asked_by: actor.personId,
      asked_post: actor.postId,
      asked_at: at,
      review_on: addWorkingDays(calendar, dayOf(at), 1),
    })
    .execute()
  return id
}

/** The second person agrees; @throws AnlanError not-allowed with why this one may not. */
export async function confirmEmergency(deps: StorageDeps, actor: Actor, id: string): Promise<void> {
  const { db, row } = await inSight(deps, actor, id)
  const at = deps.now()
  const { directory } = await deps.rulebooks.of(actor.tenant)
  const refusal = await whyNotConfirm(db, actor, row, directory, at)
  if (refusal) throw new AnlanError('not-allowed', { rule: refusal })
  const { numUpdatedRows } = await db
    .updateTable('emergencies')
    .set({ confirmed_by: actor.personId, confirmed_post: actor.postId, confirmed_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AnlanError('not-allowed', { rule: 'emergency-over' })
}

/** Shows it to whoever asked, once more within the same minutes; each time is an opening on record. */
export async function readEmergency(
  deps: StorageDeps,
  actor: Actor,
  id: string,
): Promise<{ readonly matter: Matter; readonly values: FormValues; readonly closesAt: Instant }> {
  const { db, row, matter } = await inSight(deps, actor, id)
  const { confirmedBy, confirmedPost, confirmedAt } = row
  const closesAt = confirmedAt ? addMilliseconds(confirmedAt, EMERGENCY_MS.read) : ''
  const isMine = row.askedBy === actor.personId && row.askedPost === actor.postId
  if (!isMine || !confirmedBy || !confirmedPost || closesAt <= deps.now())
    throw new AnlanError('not-allowed', { rule: 'emergency-over' })
  const { directory } = await deps.rulebooks.of(actor.tenant)
  const unitId = directory.posts[confirmedPost]?.unitId ?? ''
  const second = { personId: confirmedBy, postId: confirmedPost, unitId }
  const values = await openInEmergency(deps, {
    actor,
    matter,
    fields: row.fields,
    reason: row.reason,
    confirmedBy: second,
  })
  await db
    .updateTable('emergencies')
    .set({ opened_at: deps.now() })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .execute()
  return { matter, values, closesAt }
}

/** Somebody who had no part in it says whether it was in order. It waits until then. */
export async function reviewEmergency(
  deps: StorageDeps,
  actor: Actor,
  { id, finding, note }: { readonly id: string; readonly finding: Finding; readonly note: string },
): Promise<void> {
  const { db, row } = await inSight(deps, actor, id)
  const refusal = await whyNotReview(db, actor, row)
  if (refusal) throw new AnlanError('not-allowed', { rule: refusal })
  await db
    .updateTable('emergencies')
    .set({
      reviewed_by: actor.personId,
      reviewed_post: actor.postId,
      reviewed_at: deps.now(),
      finding,
      finding_note: recordedReason(note),
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .execute()
}

/** Whoever does not see the matter learns nothing; a database that does not answer is no refusal. */
function outOfSight(cause: unknown): undefined {
  if (!(cause instanceof AnlanError)) throw cause
}

/** An emergency of a matter that the actor sees. @throws AnlanError not-found */
async function inSight(deps: StorageDeps, actor: Actor, id: string) {
  const db: Kysely<Tables> = databaseFor(deps.pool, actor.tenant)
  const row = await findEmergency(db, actor.tenant, id)
  const rulebook = await deps.rulebooks.of(actor.tenant)
  const found = row && (await getMatter(db, actor, row.matterId, rulebook).catch(outOfSight))
  if (!row || !found) throw new AnlanError('not-found')
  return { db, row, matter: found.matter }
}

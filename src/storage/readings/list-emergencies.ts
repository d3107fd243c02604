import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { fieldTitle } from '../../domain/procedure/field-title.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addMilliseconds, dayOf, type Instant } from '../../domain/time/time.ts'
import type { EmergencyView } from '../../domain/views/access-views.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import type { Tables } from '../schema/tables.ts'
import { audits } from './auditor.ts'
import { EMERGENCY_MS, type Emergency, latestEmergencies, whyNotConfirm, whyNotReview } from './emergency-rules.ts'

const LISTED = 100

/** Emergencies that this reader has a part in: asked, may confirm, may review; for the auditor all of matters in sight. */
export async function listEmergencies(
  db: Kysely<Tables>,
  actor: Actor,
  rulebook: Rulebook,
  now: Instant,
): Promise<EmergencyView[]> {
  const rows = await latestEmergencies(db, actor.tenant, LISTED)
  if (rows.length === 0) return []
  const [matters, names, sees] = await Promise.all([
    mattersOf(db, actor.tenant, rows),
    namesOf(db, actor.tenant, rows),
    audits(db, actor),
  ])
  const views = await Promise.all(
    rows.map(async (row): Promise<EmergencyView | undefined> => {
      const matter = matters.get(row.matterId)
      if (!matter || !maySee(actor, accessFacts(matter, rulebook.directory))) return undefined
      const mayConfirm = (await whyNotConfirm(db, actor, row, rulebook.directory, now)) === undefined
      const mayReview = (await whyNotReview(db, actor, row)) === undefined
      const parts = [row.askedBy, row.confirmedBy, row.reviewedBy]
      if (!sees && !mayConfirm && !mayReview && !parts.includes(actor.personId)) return undefined
      return { ...viewOf(row, matter, { rulebook, names, now, actor }), mayConfirm, mayReview }
    }),
  )
  return views.filter((view) => view !== undefined)
}

type Context = {
  readonly rulebook: Rulebook
  readonly names: ReadonlyMap<string, string>
  readonly now: Instant
  readonly actor: Actor
}

function viewOf(row: Emergency, matter: Matter, { rulebook, names, now, actor }: Context) {
  const definition = getDefinition(rulebook.procedures, matter)
  const until = addMilliseconds(
    row.confirmedAt ?? row.askedAt,
    row.confirmedAt ? EMERGENCY_MS.read : EMERGENCY_MS.confirm,
  )
  const isOpen = until > now
  const isMine = row.askedBy === actor.personId && row.askedPost === actor.postId
  const name = (id: string | null) => (id ? (names.get(id) ?? id) : undefined)
  return {
    id: row.id,
    matterId: matter.id,
    reference: matter.reference,
    fields: row.fields.map((field) => fieldTitle(definition, field)),
    reason: row.reason,
    askedBy: name(row.askedBy) ?? '',
    askedPostId: row.askedPost,
    askedAt: row.askedAt,
    state: stateOf(row, isOpen),
    until,
    reviewOn: row.reviewOn,
    isLate: row.confirmedAt !== null && row.reviewedAt === null && dayOf(now) > row.reviewOn,
    inTurn: row.inTurn,
    ...present({
      confirmedBy: name(row.confirmedBy),
      confirmedPostId: row.confirmedPost ?? undefined,
      confirmedAt: row.confirmedAt ?? undefined,
      openedAt: row.openedAt ?? undefined,
      reviewedBy: name(row.reviewedBy),
      reviewedAt: row.reviewedAt ?? undefined,
      finding: row.finding ?? undefined,
      findingNote: row.findingNote ?? undefined,
    }),
    mayOpen: isMine && row.confirmedAt !== null && isOpen,
  }
}

const stateOf = ({ confirmedAt, reviewedAt }: Emergency, isOpen: boolean): EmergencyView['state'] => {
  if (reviewedAt) return 'reviewed'
  if (confirmedAt) return isOpen ? 'confirmed' : 'toReview'
  return isOpen ? 'waiting' : 'over'
}

async function mattersOf(db: Kysely<Tables>, tenant: string, rows: readonly Emergency[]) {
  const found = await db
    .selectFrom('matters')
    .select(['id', 'matter'])
    .where('tenant', '=', tenant)
    .where('id', 'in', [...new Set(rows.map(({ matterId }) => matterId))])
    .limit(LISTED)
    .execute()
  return new Map(found.map(({ id, matter }) => [id, matter as unknown as Matter]))
}

async function namesOf(db: Kysely<Tables>, tenant: string, rows: readonly Emergency[]) {
  const ids = rows.flatMap((row) => [row.askedBy, row.confirmedBy, row.reviewedBy].filter((id) => id !== null))
  const found = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('tenant', '=', tenant)
    .where('id', 'in', [...new Set(ids)])
    .limit(1000)
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}

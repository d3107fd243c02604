import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { OpeningPurpose } from '../../domain/personal/opening-purpose.ts'
import { present } from '../../domain/present.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { fieldTitle } from '../../domain/procedure/field-title.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { AccessEntry, AccessFilter, AccessKind, AccessLog } from '../../domain/views/access-views.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import type { Tables } from '../schema/tables.ts'
import { mustAudit } from './auditor.ts'

/** So many lines are shown; whoever looks for more narrows the days. */
const SHOWN = 200

type Row = {
  readonly id: string
  readonly at: Instant
  readonly what: AccessKind
  readonly personName: string | null
  readonly postId: string | null
  readonly unitId: string | null
  readonly matter: Matter | null
  readonly fields: readonly string[] | null
  readonly purpose: OpeningPurpose | null
  readonly reason: string | null
  readonly confirmedBy: string | null
}

/** Every reading there is, as rows of one shape: openings of fields, readings of kinds that record them, and what was refused. */
export const accessRows = (tenant: string): RawBuilder<unknown> => sql`
  select e.matter_id::text || ':' || e.version as id, e.at, 'fields' as what, e.matter_id,
    e.event -> 'by' ->> 'personId' as person_id, e.event -> 'by' ->> 'postId' as post_id, e.event -> 'by' ->> 'unitId' as unit_id,
    e.event -> 'fields' as fields, e.event ->> 'purpose' as purpose, e.event ->> 'reason' as reason,
    e.event -> 'confirmedBy' ->> 'personId' as confirmed_by
  from matter_events e where e.tenant = ${tenant} and e.type = 'FieldsOpened'
  union all
  select r.matter_id::text || ':' || r.what || ':' || r.post_id || ':' || extract(epoch from r.at)::text, r.at, r.what, r.matter_id,
    r.person_id, r.post_id, s.unit_id, null, null, null, null
  from readings r left join posts s on s.tenant = r.tenant and s.id = r.post_id
  where r.tenant = ${tenant} and r.what <> 'fields'
  union all
  select v.id::text, v.at, case v.what when 'openingRefused' then 'refused' else 'limited' end, v.matter_id,
    v.person_id, null, null, null, null, null, null
  from security_events v where v.tenant = ${tenant} and v.what in ('openingRefused', 'openingsLimited')`

/**
 * The log of readers, newest first: one's own, or everybody's for the auditor.
 * @throws AnlanError not-allowed when somebody else asks for all
 */
export async function listAccess(
  db: Kysely<Tables>,
  actor: Actor,
  filter: AccessFilter,
  rulebook: Rulebook,
): Promise<AccessLog> {
  if (filter.all) await mustAudit(db, actor)
  const { units } = rulebook.directory
  const path = filter.unit ? (units[filter.unit]?.path ?? '?') : ''
  const under = Object.values(units).flatMap((unit) => (unit.path.startsWith(path) ? [unit.id] : []))
  const conditions = [
    ...(filter.all ? [] : [sql`l.person_id = ${actor.personId}`]),
    ...(filter.unit ? [sql`l.unit_id = any(${under}::text[])`] : []),
    ...(filter.post ? [sql`l.post_id = ${filter.post}`] : []),
    ...(filter.what ? [sql`l.what = ${filter.what}`] : []),
    ...(filter.reference ? [sql`m.reference = ${filter.reference}`] : []),
    ...(filter.from ? [sql`l.at >= ${startOfDay(filter.from)}::timestamptz`] : []),
    ...(filter.to ? [sql`l.at < ${endOfDay(filter.to)}::timestamptz`] : []),
  ]
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const { rows } = await sql<Row>`
    select l.id, l.at, l.what, p.name as "personName", l.post_id as "postId", l.unit_id as "unitId", m.matter,
      l.fields, l.purpose, l.reason, c.name as "confirmedBy"
    from (${accessRows(actor.tenant)}) l
    left join matters m on m.tenant = ${actor.tenant} and m.id = l.matter_id
    left join people p on p.tenant = ${actor.tenant} and p.id = l.person_id
    left join people c on c.tenant = ${actor.tenant} and c.id = l.confirmed_by
    ${where} order by l.at desc, l.id limit ${SHOWN + 1}`.execute(db)
  const entries = rows.flatMap((row) => entryOf(row, actor, rulebook, filter.reference !== undefined) ?? [])
  return { entries: entries.slice(0, SHOWN), more: rows.length > SHOWN }
}

/** A line as this reader may see it. Asked by number, a matter out of sight is not there. */
function entryOf(row: Row, actor: Actor, rulebook: Rulebook, byNumber: boolean): AccessEntry | undefined {
  const { id, at, what, matter } = row
  const who = present({
    personName: row.personName ?? undefined,
    postId: row.postId ?? undefined,
    unitId: row.unitId ?? undefined,
  })
  if (!matter || !maySee(actor, accessFacts(matter, rulebook.directory)))
    return byNumber ? undefined : { id: `${at}:${row.id.slice(-8)}`, at, what, ...who }
  const definition = getDefinition(rulebook.procedures, matter)
  return {
    id,
    at,
    what,
    ...who,
    matterId: matter.id,
    reference: matter.reference,
    ...present({
      fields: row.fields?.map((name) => fieldTitle(definition, name)),
      purpose: row.purpose ?? undefined,
      reason: row.reason || undefined,
      confirmedBy: row.confirmedBy ?? undefined,
    }),
  }
}

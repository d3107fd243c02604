import { type Kysely, sql } from 'kysely'
import { personalFields } from '../../domain/procedure/personal-fields.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { PersonalDuty } from '../../domain/views/personal-views.ts'
import { procedureInEffect } from '../../engine/decide/decide-opening.ts'
import type { Tables } from '../schema/tables.ts'

/** So far ahead and back it is told; work that is done is kept no longer than that. */
const DAYS = 30

type Counts = { readonly procedure: string; readonly due: number; readonly destroyed: number }
type Standing = { readonly procedure: string; readonly kept: number; readonly restricted: number }

/**
 * Kind by kind, in numbers and without a name: what comes to its end and is destroyed soon, what was, what is kept or restricted,
 * and whether the version in force was weighed and signed for (Personal Information Protection Law arts 47, 55–56).
 */
export async function listPersonalDuties(
  db: Kysely<Tables>,
  {
    tenant,
    procedures,
    now,
  }: { readonly tenant: string; readonly procedures: readonly Procedure[]; readonly now: Instant },
): Promise<PersonalDuty[]> {
  const today = dayOf(now)
  const ids = [...new Set(procedures.filter(({ effectiveOn }) => effectiveOn <= today).map(({ id }) => id))]
  const kinds = ids.map((id) => procedureInEffect(procedures, id, today))
  const [jobs, standing, assessed] = await Promise.all([
    countJobs(db, tenant, startOfDay(addDays(today, -DAYS)), startOfDay(addDays(today, DAYS))),
    countStanding(db, tenant),
    listAssessed(db, tenant, kinds),
  ])
  return kinds.flatMap((procedure) => {
    const { sealed, vault } = personalFields(procedure)
    if (sealed.size + vault.size === 0) return []
    const { id, version } = procedure
    const counts = jobs.find((row) => row.procedure === id)
    const held = standing.find((row) => row.procedure === id)
    const reference = assessed.get(`${id}@${version}`)
    return [
      {
        procedure: id,
        version,
        due: counts?.due ?? 0,
        destroyed: counts?.destroyed ?? 0,
        kept: held?.kept ?? 0,
        restricted: held?.restricted ?? 0,
        ...(reference ? { assessedIn: reference } : {}),
      },
    ]
  })
}

const countJobs = async (db: Kysely<Tables>, tenant: string, since: Instant, until: Instant): Promise<Counts[]> =>
  (
    await sql<Counts>`select m.procedure,
      count(*) filter (where j.done_at is null and j.run_at < ${until})::int as due,
      count(*) filter (where j.done_at >= ${since} and m.matter ->> 'shreddedAt' is not null)::int as destroyed
    from jobs j join matters m on m.tenant = j.tenant and m.id = (j.payload ->> 'matterId')::uuid
    where j.tenant = ${tenant} and j.kind = 'shred-fields' group by m.procedure`.execute(db)
  ).rows

const countStanding = async (db: Kysely<Tables>, tenant: string): Promise<Standing[]> =>
  (
    await sql<Standing>`select procedure,
      count(*) filter (where matter -> 'restrictions' @> '[{"order":"keep"}]')::int as kept,
      count(*) filter (where matter -> 'restrictions' @> '[{"order":"restrict"}]')::int as restricted
    from matters where tenant = ${tenant} and matter ? 'restrictions' group by procedure`.execute(db)
  ).rows

/** The numbers of the assessments in force, by the kind and version they are about. */
async function listAssessed(
  db: Kysely<Tables>,
  tenant: string,
  kinds: readonly Procedure[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { id, record } of kinds) {
    if (!record?.assesses) continue
    const { kind, version } = record.assesses
    const { rows } = await sql<{ reference: string; kind: string; version: number }>`select reference,
        matter -> 'fields' ->> ${kind} as kind, (matter -> 'fields' ->> ${version})::int as version
      from matters where tenant = ${tenant} and procedure = ${id} and state = any(${record.inForce}::text[])
      order by opened_at limit 1000`.execute(db)
    for (const row of rows) found.set(`${row.kind}@${row.version}`, row.reference)
  }
  return found
}

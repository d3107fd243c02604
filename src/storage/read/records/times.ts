import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { type Earlier, recordsNamed, type Times, timesOf } from '../../../domain/procedure/records/points-to.ts'
import type { Tables } from '../../schema/tables.ts'

/**
 * How often this kind was met at the records that a matter points to, by the question that asks; undefined where none does. What is
 * kept from somebody does not count: who sees the number would learn of it.
 */
export async function readTimes(
  db: Kysely<Tables>,
  matter: Matter,
  procedure: Procedure,
): Promise<Readonly<Record<string, number>> | undefined> {
  const asked = timesQuestions(procedure)
  const records = asked.length > 0 ? recordsNamed(procedure, matter.fields) : []
  if (records.length === 0) return undefined
  const rows = await db
    .selectFrom('matters as e')
    .select(['e.points_to as pointsTo', 'e.matter'])
    .where('e.tenant', '=', matter.tenant)
    .where('e.procedure', '=', matter.procedure)
    .where('e.id', '<>', matter.id)
    .where('e.exercise', '=', false)
    .where('e.about_path', 'is', null)
    .where('e.hidden_from', 'is', null)
    .where('e.opened_at', '<=', matter.openedAt)
    .where(sql<boolean>`e.points_to && ${records}::text[]`)
    .limit(1000)
    .execute()
  const earlier = rows.map((row): Earlier => {
    const { openedAt, outcome } = row.matter as unknown as Matter
    return { pointsTo: row.pointsTo, openedAt, ...(outcome ? { outcome } : {}) }
  })
  const counted = asked.flatMap(([name, times]) => {
    const count = timesOf(times, matter.fields, matter.openedAt, earlier)
    return count === undefined ? [] : [[name, count] as const]
  })
  return counted.length > 0 ? Object.fromEntries(counted) : undefined
}

const timesQuestions = ({ forms }: Procedure): (readonly [string, Times])[] =>
  Object.values(forms).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'number' && field.computed && 'times' in field.computed ? [[name, field.computed] as const] : [],
    ),
  )

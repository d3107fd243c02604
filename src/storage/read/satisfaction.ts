import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { Satisfaction } from '../../domain/views/satisfaction.ts'
import type { Tables } from '../schema/tables.ts'
import { filtered, type MatterFilter } from './ledger-filter.ts'

/**
 * What reporters said last of each matter in sight, by the unit that has it. Whoever was asked and has said nothing counts once
 * the matter is over; who may still answer does not.
 */
export async function countSatisfaction(
  db: Kysely<Tables>,
  actor: Actor,
  { reporting, steps }: Procedure,
  filter: MatterFilter,
  directory: Directory,
): Promise<Satisfaction<number>[]> {
  const { satisfied = [], dissatisfied = [] } = reporting?.steps ?? {}
  const asking = [...satisfied, ...dissatisfied].flatMap((id) => {
    const from = steps[id]?.from ?? []
    return from === 'open' ? [] : from
  })
  const events = sql`from matter_events e where e.tenant = m.tenant and e.matter_id = m.id and e.type = 'StepTaken'`
  const rating = sql<string | null>`(select e.event ->> 'step' ${events}
    and e.event ->> 'step' = any(${[...satisfied, ...dissatisfied]}::text[]) order by e.version desc limit 1)`
  const wasAsked = sql<SqlBool>`exists (select 1 ${events} and e.event ->> 'to' = any(${asking}::text[]))`
  const matters = filtered(db, actor, filter, directory)
    .select(['m.unit_id as unitId', 'm.state_group as group', rating.as('rating')])
    .where(wasAsked)
  const rows = await db
    .selectFrom(matters.as('r'))
    .select(['r.unitId', 'r.rating', sql<number>`count(*)::int`.as('count')])
    .where((eb) => eb.or([eb('r.rating', 'is not', null), eb('r.group', '=', 'done')]))
    .groupBy(['r.unitId', 'r.rating'])
    .execute()
  const units = [...new Set(rows.map(({ unitId }) => unitId))].sort()
  return units.map((unitId) => {
    const sum = (fits: (rating: string | null) => boolean) =>
      rows.filter((row) => row.unitId === unitId && fits(row.rating)).reduce((total, { count }) => total + count, 0)
    return {
      unitId,
      satisfied: sum((rated) => rated !== null && satisfied.includes(rated)),
      dissatisfied: sum((rated) => rated !== null && dissatisfied.includes(rated)),
      unrated: sum((rated) => rated === null),
    }
  })
}

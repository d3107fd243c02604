import { sql } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { ExposedQuery, PlacesThere } from '../../../engine/decide/revise/exposed.ts'
import { databaseFor } from '../../connection/connect.ts'
import type { StorageDeps } from '../../deps.ts'
import { ledgerOf } from '../ledger.ts'
import { visibleTo } from '../visible.ts'

/** Counts the places on record that are exposed to the same, by the village or township they lie in; only what the actor sees. */
export async function readExposed(
  { pool }: Pick<StorageDeps, 'pool'>,
  { kind, inForce, categories }: ExposedQuery,
  actor: Actor,
  directory: Directory,
): Promise<PlacesThere[]> {
  if (inForce.length === 0) return []
  const rows = await ledgerOf(databaseFor(pool, actor.tenant))
    .select(['m.place_unit_id as unitId', sql<number>`count(*)::int`.as('places')])
    .where('m.tenant', '=', actor.tenant)
    .where('m.procedure', '=', kind)
    .where('m.state', 'in', inForce)
    .where('m.category', 'in', categories)
    .where('m.exercise', '=', false)
    .where('m.place_unit_id', 'is not', null)
    .where(visibleTo(actor, directory))
    .groupBy('m.place_unit_id')
    .execute()
  return rows.flatMap(({ unitId, places }) => (unitId ? [{ unitId, places }] : []))
}

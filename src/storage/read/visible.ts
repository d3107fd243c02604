import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { unitToken } from '../../engine/access/access.ts'
import type { Tables } from '../schema/tables.ts'

/**
 * `engine/access.ts` maySee, as SQL over `ledger as m`: the same rule, so that a list shows what a page would open.
 * The property test drives both against a slow oracle.
 */
export function visibleTo(actor: Actor) {
  return (eb: ExpressionBuilder<{ m: Tables['matters'] }, 'm'>): Expression<SqlBool> => {
    if (actor.roles.includes('system')) return sql<SqlBool>`true`
    if (actor.roles.includes('reporter')) return sql<SqlBool>`false`
    return eb.and([
      eb.or([
        sql<SqlBool>`starts_with(m.unit_path, ${actor.unitPath})`,
        sql<SqlBool>`starts_with(m.origin_path, ${actor.unitPath})`,
        sql<SqlBool>`m.participants && array[${actor.postId}, ${unitToken(actor.unitId)}]::text[]`,
      ]),
      sql<SqlBool>`(m.about_path is null or not starts_with(${actor.unitPath}, m.about_path))`,
    ])
  }
}

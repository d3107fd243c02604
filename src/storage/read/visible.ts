import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, ownPosts } from '../../domain/matter/actor.ts'
import type { Sight } from '../../domain/unit/sight.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { nameTokens, unitToken } from '../../engine/access/access.ts'
import type { Tables } from '../schema/tables.ts'

/**
 * `engine/access.ts` maySee, as SQL over `ledger as m`: the same rule, so that a list shows what a page would open.
 * The property test drives both against a slow oracle.
 */
export function visibleTo(actor: Actor, { sights = {} }: Pick<Directory, 'sights'>) {
  return (eb: ExpressionBuilder<{ m: Tables['matters'] }, 'm'>): Expression<SqlBool> => {
    if (actor.roles.includes('system')) return sql<SqlBool>`true`
    if (actor.roles.includes('reporter')) return sql<SqlBool>`false`
    return eb.and([
      eb.or([
        inLine(actor, sights),
        sql<SqlBool>`m.participants && array[${actor.postId}, ${unitToken(actor.unitId)}]::text[]`,
      ]),
      sql<SqlBool>`(m.about_path is null or not exists (select from unnest(${ownPosts(actor).map((own) => own.unitPath)}::text[]) own where starts_with(own, m.about_path)))`,
      sql<SqlBool>`(m.hidden_from is null or not m.hidden_from && ${nameTokens(actor)}::text[])`,
    ])
  }
}

/** By the line of units; a kind with a domain of its own by what that says. */
function inLine(actor: Actor, sights: NonNullable<Directory['sights']>): Expression<SqlBool> {
  const general = sql<SqlBool>`(starts_with(m.unit_path, ${actor.unitPath}) or starts_with(m.origin_path, ${actor.unitPath}))`
  const apart = Object.entries(sights)
  if (apart.length === 0) return general
  const cases = apart.map(([procedure, sight]) => sql`when ${procedure} then ${bySight(actor, sight, general)}`)
  return sql<SqlBool>`case m.procedure ${sql.join(cases, sql` `)} else ${general} end`
}

function bySight(actor: Actor, { only, line }: Sight, general: Expression<SqlBool>): Expression<SqlBool> {
  if (only && !only.some((role) => actor.roles.includes(role))) return sql<SqlBool>`false`
  if (line === 'everyone') return sql<SqlBool>`true`
  return line === 'own' ? sql<SqlBool>`(m.unit_path = ${actor.unitPath} or m.origin_path = ${actor.unitPath})` : general
}

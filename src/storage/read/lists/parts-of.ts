import { type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { ledgerOf } from '../ledger.ts'
import { type AskedFilter, narrowed } from '../ledger-filter.ts'
import { textCondition } from '../text-condition.ts'
import { visibleTo } from '../visible.ts'
import { armsOf } from './arms.ts'

type Ledger = ReturnType<typeof ledgerOf>

/**
 * The matters in sight that fit a filter, in parts that each have an index, no matter in two: those of `armsOf` by what stands in the
 * row itself, and those that fit by their story only. Together in one condition PostgreSQL would use neither index.
 */
export function partsOf(from: Ledger, actor: Actor, filter: AskedFilter, directory: Directory): Ledger[] {
  const { told, ...byRow } = filter
  const parts = armsOf(actor, directory, filter).map((arm) => narrowed(from.where(arm), actor, byRow, directory))
  const ids = [...new Set([...(told?.values() ?? [])].flat())]
  if (ids.length === 0 || !filter.text || parts.length === 0) return parts
  const byStory = narrowed(from.where(visibleTo(actor, directory)), actor, filter, directory)
    .where(sql<SqlBool>`m.id = any(${ids}::uuid[])`)
    .where(sql<SqlBool>`not ${textCondition(filter.text.trim())}`)
  return [...parts, byStory]
}

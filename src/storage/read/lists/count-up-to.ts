import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { LedgerFilter } from '../../../domain/views/ledger-filter.ts'
import type { Tables } from '../../schema/tables.ts'
import { ledgerOf } from '../ledger.ts'
import type { AskedFilter } from '../ledger-filter.ts'
import { partsOf } from './parts-of.ts'

/** What the narrow indexes hold: matters are counted by these without being looked at. */
const IN_INDEX: ReadonlySet<string> = new Set<keyof LedgerFilter>([
  ...(['procedure', 'kinds', 'exercise', 'group', 'state', 'unit', 'place', 'category'] as const),
  'sort',
])

/** Whether a filter asks for nothing that the narrow indexes do not hold. */
export const countsByIndex = (filter: LedgerFilter): boolean =>
  Object.entries(filter).every(([name, value]) => value === undefined || IN_INDEX.has(name))

type Asked = {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly filter: AskedFilter
  readonly directory: Directory
}

/**
 * How many matters in sight fit a filter, up to `limit`. The first part of what an actor sees holds nearly all of it and is counted
 * from an index alone; the others are asked only while the limit is not reached.
 */
export async function countUpTo({ db, actor, filter, directory }: Asked, limit: number): Promise<number> {
  const all = ledgerOf(db).where('m.tenant', '=', actor.tenant)
  const [first, ...others] = partsOf(all, actor, filter, directory).map((part) => part.select(sql<number>`1`.as('one')))
  if (!first) return 0
  const counted = await countOf(db, [first], limit)
  return counted >= limit || others.length === 0 ? counted : counted + (await countOf(db, others, limit - counted))
}

type Part = ReturnType<ReturnType<typeof ledgerOf>['select']>

async function countOf(db: Kysely<Tables>, parts: readonly unknown[], limit: number): Promise<number> {
  const all = sql.join(
    (parts as readonly Part[]).map((part) => sql`(${part})`),
    sql` union all `,
  )
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from (${all} limit ${limit}) as found`.execute(db)
  return rows[0]?.count ?? 0
}

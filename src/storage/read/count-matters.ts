import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { KindCount, MatterPage } from '../../domain/views/views.ts'
import type { Tables } from '../schema/tables.ts'
import { filtered, type MatterFilter } from './ledger-filter.ts'
import { countUpTo } from './lists/count-up-to.ts'

/** Counting stops here: a clerk needs "more than 10,000", not the exact number of a million. */
export const COUNT_LIMIT = 10_000

/** A text is read in each matter that is counted: who searches needs to know that there are too many. */
const TEXT_LIMIT = 1_000
const limitOf = ({ text }: Pick<MatterFilter, 'text'>) => (text?.trim() ? TEXT_LIMIT : COUNT_LIMIT)

/** How many matters the filters leave, up to COUNT_LIMIT; fewer of a text. */
export async function countMatters(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<Required<Pick<MatterPage, 'count' | 'countIsLimit'>>> {
  const { limit: _, cursor: _cursor, ...asked } = filter
  const limit = limitOf(filter)
  const count = await countUpTo({ db, actor, filter: asked, directory }, limit + 1)
  return { count: Math.min(count, limit), countIsLimit: count > limit }
}

/**
 * How many matters of each kind the filters leave, open and all, each up to COUNT_LIMIT: the number on a tab is the number
 * of rows behind it.
 */
export async function countByKind(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
  kinds: readonly string[],
): Promise<KindCount[]> {
  if (kinds.length === 0) return []
  const limit = limitOf(filter)
  const upTo = (kindFilter: Partial<MatterFilter>): RawBuilder<number> => {
    const rows = filtered(db, actor, { ...filter, ...kindFilter }, directory)
    const capped = rows.select(sql<number>`1`.as('one')).limit(limit + 1)
    return sql<number>`(select count(*)::int from (${capped}) as capped)`
  }
  const counts = kinds.map((procedure) => {
    // A list of what is done has no open ones.
    const open = filter.group === 'done' ? sql<number>`0` : upTo({ procedure, group: filter.group ?? 'notDone' })
    return sql`(${procedure}::text, ${open}, ${upTo({ procedure })})`
  })
  const { rows } = await sql<{ procedure: string; open: number; all: number }>`
    select * from (values ${sql.join(counts)}) as counted (procedure, open, "all")`.execute(db)
  return rows.map(({ procedure, open, all }) => ({
    procedure,
    open: Math.min(open, limit),
    all: Math.min(all, limit),
    isLimit: all > limit,
  }))
}

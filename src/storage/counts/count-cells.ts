import type { Kysely } from 'kysely'
import { countableKinds } from '../../domain/bulletins/countable.ts'
import { daysOverdue } from '../../domain/bulletins/figures.ts'
import { addRows, cellsOf, type Sums } from '../../domain/counts/add-up.ts'
import { type CountCell, type CountQuery, type FigureQuery, isBehind } from '../../domain/counts/count-query.ts'
import type { CountRow } from '../../domain/counts/count-row.ts'
import type { CountedMatter } from '../../domain/counts/counted-matters.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Tables } from '../schema/tables.ts'
import { type CountScope, readCountRows } from './count-rows.ts'
import { keptSums } from './kept/kept-sums.ts'
import { newestFirst, type PageBehind, pageBehind } from './kept/page-behind.ts'
import { namesOf } from './matter-names.ts'

/** What a reader may count: the kinds that are counted, in their sight. */
export function scopeOf(actor: Actor, { directory, procedures }: Pick<Rulebook, 'directory' | 'procedures'>) {
  const kinds = countableKinds(procedures).map(({ id }) => id)
  return { actor, directory, procedures, kinds } satisfies CountScope
}

/**
 * Counts what is asked for, exactly, in the reader's sight, as it was on record at the end of the span. Cells with nothing in them are
 * left out; the order is that of the administration, the rule book and the calendar, never that of the counts. What is asked of now comes
 * from the counts that are kept, what is asked of a past day from the events.
 */
export async function countCells(db: Kysely<Tables>, scope: CountScope, query: CountQuery): Promise<CountCell[]> {
  const [cells = []] = await countAllCells(db, scope, [query])
  return cells
}

/** The cells of several queries, all at one moment where the counts are kept: what they have in common is read once. */
export async function countAllCells(
  db: Kysely<Tables>,
  scope: CountScope,
  queries: readonly CountQuery[],
): Promise<CountCell[][]> {
  const all =
    (await keptSums(db, scope, queries)) ?? (await Promise.all(queries.map((query) => sumsOfRows(db, scope, query))))
  return all.map((sums, at) => cellsOf(sums, queries[at]?.by ?? [], scope))
}

async function sumsOfRows(db: Kysely<Tables>, scope: CountScope, query: CountQuery): Promise<Sums> {
  const sums: Sums = new Map()
  addRows(sums, await rowsFor(db, scope, query), query, scope.directory)
  return sums
}

/** Which part of a long list, from 1. */
export type ListPage = { readonly page: number; readonly limit: number }

/** The matters behind one figure as they stood then, the newest first: in all exactly as many as it counts. */
export async function countedMatters(
  db: Kysely<Tables>,
  scope: CountScope,
  query: FigureQuery,
  { page, limit }: ListPage,
): Promise<{ readonly count: number; readonly pages: number; readonly rows: readonly CountedMatter[] }> {
  const { count, first } = (await pageBehind(db, scope, query, page * limit)) ?? (await rowsBehind(db, scope, query))
  const shown = first.slice((page - 1) * limit, page * limit)
  const names = await namesOf(
    db,
    scope.actor.tenant,
    shown.map(({ id }) => id),
  )
  const rows = shown.map((row): CountedMatter => {
    const { reference = '', title = '', procedureVersion = 1 } = names.get(row.id) ?? {}
    const { overdueSince, returned: _, late: _late, ...told } = row
    const overdue = overdueSince === undefined ? undefined : daysOverdue(row, query.span)
    return { ...told, reference, title, procedureVersion, ...present({ daysOverdue: overdue }) }
  })
  return { count, pages: Math.max(1, Math.ceil(count / limit)), rows }
}

async function rowsBehind(db: Kysely<Tables>, scope: CountScope, query: FigureQuery): Promise<PageBehind> {
  const first = (await rowsFor(db, scope, query)).filter(isBehind(query, scope.directory)).sort(newestFirst)
  return { count: first.length, first }
}

async function rowsFor(db: Kysely<Tables>, scope: CountScope, query: CountQuery | FigureQuery): Promise<CountRow[]> {
  const kinds = query.kinds ? scope.kinds.filter((kind) => query.kinds?.includes(kind)) : scope.kinds
  const [rows = []] = await readCountRows(db, { ...scope, kinds }, [query.span])
  return rows
}

import type { Kysely } from 'kysely'
import type { CountCell, CountQuery } from '../../domain/counts/count-query.ts'
import { dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Tables } from '../schema/tables.ts'
import { countAllCells } from './count-cells.ts'
import type { CountScope } from './count-rows.ts'
import { type OpenEnds, openEnds } from './kept/open-ends.ts'

/** Of which unit with all below it, when, and how many at each end. */
export type EndsOf = { readonly unitId: string; readonly at: Instant; readonly limit: number }

/** Counts what is asked for, and finds where the longest open and the longest overdue are, all at one moment. */
export async function countWithEnds(
  db: Kysely<Tables>,
  scope: CountScope,
  queries: readonly CountQuery[],
  { unitId, at, limit }: EndsOf,
): Promise<{ readonly cells: CountCell[][]; readonly ends: OpenEnds }> {
  const asked: CountQuery = { span: { from: startOfDay(dayOf(at)), at }, by: [], counted: ['open'], unitId }
  const { counting, ends } = openEnds(scope, asked, limit)
  const cells = await countAllCells(db, scope, queries, [counting])
  return { cells, ends: ends() }
}

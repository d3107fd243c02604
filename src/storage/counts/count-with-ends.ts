import type { Kysely } from 'kysely'
import { cellsOf } from '../../domain/counts/add-up.ts'
import type { CountCell, CountQuery } from '../../domain/counts/count-query.ts'
import { dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Tables } from '../schema/tables.ts'
import { countAllCells } from './count-cells.ts'
import { type CountScope, readCountRows } from './count-rows.ts'
import { sumsAt } from './kept/kept-sums.ts'
import { atOneMoment, isSaid, standingOf } from './kept/moment.ts'
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
  const spans = [asked, ...queries].map(({ span }) => span)
  const kept = isSaid(scope)
    ? await atOneMoment(db, async (trx) => {
        const standing = await standingOf(trx, scope, spans)
        return standing && sumsAt(db, trx, scope, queries, standing, [counting])
      })
    : undefined
  if (kept) return { cells: kept.map((sums, index) => cellsOf(sums, queries[index]?.by ?? [], scope)), ends: ends() }
  const [rows = []] = await readCountRows(db, scope, [asked.span])
  counting.addRows(rows)
  return { cells: await countAllCells(db, scope, queries), ends: ends() }
}

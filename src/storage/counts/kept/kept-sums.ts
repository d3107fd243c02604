import type { Kysely, Transaction } from 'kysely'
import { addRows, type Sums } from '../../../domain/counts/add-up.ts'
import type { CountQuery } from '../../../domain/counts/count-query.ts'
import type { Tables } from '../../schema/tables.ts'
import type { CountScope } from '../count-rows.ts'
import { addBlocks, type NamedBlock } from './add-blocks.ts'
import { eyeOf } from './eye.ts'
import { atOneMoment, type Counting, countAt, isSaid, type Standing, standingOf } from './moment.ts'
import { addPart, wholeDays } from './part-days.ts'

/**
 * The sums of each query from the counts that are kept: these, without what they have of matters that went on since, and those matters as
 * they stand, and what the reader sees by taking part alone. All at one moment of the database. Undefined where the counts do not say it:
 * of a moment before what they know of, or where too much came since.
 */
export async function keptSums(
  db: Kysely<Tables>,
  scope: CountScope,
  queries: readonly CountQuery[],
): Promise<Sums[] | undefined> {
  if (!isSaid(scope)) return undefined
  return atOneMoment(db, async (trx) => {
    const now = await standingOf(
      trx,
      scope,
      queries.map(({ span }) => span),
    )
    return now && sumsAt(db, trx, scope, queries, now)
  })
}

/** The sums of each query, where the counts stand so; and whatever else is counted at the same moment. */
export async function sumsAt(
  db: Kysely<Tables>,
  trx: Transaction<Tables>,
  scope: CountScope,
  queries: readonly CountQuery[],
  standing: Standing,
  also: readonly Counting[] = [],
): Promise<Sums[]> {
  const all = queries.map((query) => {
    const sums: Sums = new Map()
    return { query, sums, ...wholeDays(query) }
  })
  const countings = all.map(({ sums, whole }) => sumsCounting(sums, scope, whole))
  await countAt(db, trx, scope, [...countings, ...also], standing)
  for (const { query, sums, parts } of all) for (const part of parts) await addPart(trx, sums, scope, query, part)
  return all.map(({ sums }) => sums)
}

function sumsCounting(sums: Sums, scope: CountScope, query: CountQuery): Counting {
  const eye = eyeOf(scope.actor, scope.directory, query)
  const asked = ({ procedure }: NamedBlock) => query.kinds?.includes(procedure) ?? true
  return {
    span: query.span,
    addKept: (kept, gone) => {
      const outside = addBlocks(sums, kept.filter(asked), query, eye)
      if (gone.length > 0) addBlocks(sums, gone.filter(asked), query, eye)
      return outside
    },
    addRows: (rows) => addRows(sums, rows, query, scope.directory),
  }
}

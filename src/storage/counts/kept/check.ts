import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { looseCells, packBlock, unpackBlock } from './block.ts'
import { readState } from './marks.ts'
import { type BlockName, blocksFromScratch } from './rebuild.ts'

/** What a check of the kept counts found: blocks that are not what the matters say, by kind and month. */
export type CountCheck = { readonly matters: number; readonly wrong: readonly string[] }

/**
 * Counts from scratch, at where the counts stand, and compares: all, or `sample` blocks taken by chance. Undefined where none are kept.
 */
export async function checkCounts(
  db: Kysely<Tables>,
  tenant: string,
  { sample }: { readonly sample?: number } = {},
): Promise<CountCheck | undefined> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const state = await readState(trx, tenant)
      if (!state || state.epoch === 0) return undefined
      const some = sample === undefined ? undefined : await chosen(trx, tenant, sample)
      const stored = await trx
        .selectFrom('count_blocks')
        .where('tenant', '=', tenant)
        .$if(some !== undefined, (all) => all.where(isIn(some ?? [])))
        .select(['procedure', 'month', 'cells'])
        .execute()
      const left = new Map(stored.map(({ procedure, month, cells }) => [`${procedure} ${month}`, cells]))
      const found = { matters: 0, wrong: [] as string[] }
      for await (const { procedure, month, cells, matters } of blocksFromScratch(trx, tenant, state.position, some)) {
        const name = `${procedure} ${month}`
        const kept = left.get(name)
        left.delete(name)
        found.matters += matters
        if (!packBlock(cells).equals(packBlock(kept ? looseCells(unpackBlock(kept)) : new Map())))
          found.wrong.push(name)
      }
      // Those that have nothing in them any more.
      const empty = packBlock(new Map())
      const rest = [...left].filter(([, cells]) => !packBlock(looseCells(unpackBlock(cells))).equals(empty))
      return { ...found, wrong: [...found.wrong, ...rest.map(([name]) => name)] }
    })
}

/** Blocks by chance, by kind and month. */
async function chosen(trx: Transaction<Tables>, tenant: string, most: number): Promise<BlockName[]> {
  return trx
    .selectFrom('count_blocks')
    .where('tenant', '=', tenant)
    .select(['procedure', 'month'])
    .orderBy(sql`random()`)
    .limit(most)
    .execute()
}

const isIn = (names: readonly BlockName[]) =>
  sql<SqlBool>`(procedure, month) in (select * from unnest(${names.map(({ procedure }) => procedure)}::text[], ${names.map(({ month }) => month)}::text[]))`

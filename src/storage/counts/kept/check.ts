import type { Kysely } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { looseCells, packBlock, unpackBlock } from './block.ts'
import { readState } from './marks.ts'
import { blocksFromScratch } from './rebuild.ts'

/** What a check of the kept counts found: blocks that are not what the matters say, by kind and month. */
export type CountCheck = { readonly matters: number; readonly wrong: readonly string[] }

/** Counts from scratch, at where the counts stand, and compares. Undefined where none are kept. */
export async function checkCounts(db: Kysely<Tables>, tenant: string): Promise<CountCheck | undefined> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const state = await readState(trx, tenant)
      if (!state || state.epoch === 0) return undefined
      const stored = await trx
        .selectFrom('count_blocks')
        .where('tenant', '=', tenant)
        .select(['procedure', 'month', 'cells'])
        .execute()
      const left = new Map(stored.map(({ procedure, month, cells }) => [`${procedure} ${month}`, cells]))
      const found = { matters: 0, wrong: [] as string[] }
      for await (const { procedure, month, cells, matters } of blocksFromScratch(trx, tenant, state.position)) {
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

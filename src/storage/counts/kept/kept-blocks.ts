import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { NamedBlock } from './add-blocks.ts'
import { unpackBlock } from './block.ts'
import type { CountState } from './marks.ts'

/** What was read of a tenant, as of one change of its counts. Never changed: who reads on makes another. */
type Kept = Pick<CountState, 'epoch' | 'changed'> & {
  readonly blocks: ReadonlyMap<string, NamedBlock>
  readonly cells: number
}

/** Cells that are remembered over all tenants: some sixteen bytes each. */
const MOST_CELLS = 6_000_000

// By the database they came from, which is one of a tenant on the primary or on a copy; the last one asked for stands last.
const remembered = new Map<Kysely<Tables>, Kept>()

/**
 * The blocks of a tenant as `trx` sees them. Those that did not change since they were read are not read again. `db` is the database that
 * the transaction is on.
 */
export async function keptBlocks(
  db: Kysely<Tables>,
  trx: Transaction<Tables>,
  tenant: string,
  { epoch, changed }: CountState,
): Promise<Iterable<NamedBlock>> {
  const last = remembered.get(db)
  // A transaction that began before the last one sees less: it reads for itself.
  const before = last && last.epoch === epoch && last.changed <= changed ? last : undefined
  if (before?.changed === changed) {
    remember(db, before)
    return before.blocks.values()
  }
  const rows = await trx
    .selectFrom('count_blocks')
    .where('tenant', '=', tenant)
    .where('changed', '>', before?.changed ?? -1)
    .select(['procedure', 'month', 'cells'])
    .execute()
  const blocks = new Map(before?.blocks)
  for (const { procedure, month, cells } of rows)
    blocks.set(`${procedure} ${month}`, { procedure, block: unpackBlock(cells) })
  const cells = [...blocks.values()].reduce((sum, { block }) => sum + block.cells, 0)
  if (!last || last.epoch < epoch || last.changed <= changed) remember(db, { epoch, changed, blocks, cells })
  return blocks.values()
}

function remember(db: Kysely<Tables>, kept: Kept): void {
  remembered.delete(db)
  remembered.set(db, kept)
  let sum = [...remembered.values()].reduce((total, { cells }) => total + cells, 0)
  for (const [oldest, { cells }] of remembered) {
    if (sum <= MOST_CELLS || oldest === db) break
    remembered.delete(oldest)
    sum -= cells
  }
}

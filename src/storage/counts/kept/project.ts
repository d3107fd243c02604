import { type Kysely, sql, type Transaction } from 'kysely'
import { addMilliseconds, type Instant, laterOf } from '../../../domain/time/time.ts'
import { standingAfter } from '../../../engine/counts/standing-at.ts'
import type { Tables } from '../../schema/tables.ts'
import { type Numbered, storiesOf, upTo } from '../stories.ts'
import { addFacts, type LooseCells, looseCells, packBlock, unpackBlock } from './block.ts'
import { type Placed, placed } from './facts.ts'

/** Entries of the log that are taken in at a time. */
const BATCH = 2_000

type Taken = { readonly id: string; readonly counted: number; readonly last: number }

/**
 * Takes into the kept counts of a tenant what the log has and they have not, in the order of the log: of each matter, what was counted of
 * it goes and what it is now comes. All of a round in one transaction with its position, so that a round that is broken off did nothing.
 * One at a time a tenant; who comes second goes away. @returns how many entries were taken; undefined where no counts are kept
 */
export async function projectCounts(db: Kysely<Tables>, tenant: string): Promise<number | undefined> {
  let taken = 0
  for (;;) {
    const round = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((trx) => projectRound(trx, tenant))
    if (round === undefined) return undefined
    taken += round
    if (round < BATCH) return taken
  }
}

async function projectRound(trx: Transaction<Tables>, tenant: string): Promise<number | undefined> {
  const state = await trx
    .selectFrom('count_state')
    .where('tenant', '=', tenant)
    .where('epoch', '>', 0)
    .select(['position', 'changed', 'seen_at as seenAt'])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!state) return undefined
  const { entries, matters } = await nextOf(trx, tenant, state.position)
  if (entries === 0) return 0
  const stories = await storiesOf(
    trx,
    tenant,
    matters.map(({ id }) => id),
  )
  const changes = matters.flatMap((matter) => changesOf(matter, stories.get(matter.id)))
  const changed = state.changed + 1
  await changeBlocks(trx, tenant, changes, changed)
  await trx
    .updateTable('count_state')
    .where('tenant', '=', tenant)
    .set({ position: state.position + entries, changed, seen_at: seenAfter(state.seenAt, stories) })
    .execute()
  return entries
}

/** The next entries, and of each matter in them up to where it is counted and up to where it goes. */
async function nextOf(trx: Transaction<Tables>, tenant: string, position: number) {
  const { rows } = await sql<{ entries: number; matters: Taken[] | null }>`
    with next as (
      select e.index, e.matter_id, e.first, e.last from log_entries e
      where e.tenant = ${tenant} and e.index >= ${position} and e.index < ${position + BATCH}
    ), grouped as (select matter_id, min(first) - 1 as before, max(last) as last from next where matter_id is not null group by 1),
    goes as (
      select g.matter_id as id, greatest(g.before, coalesce((select max(e.last) from log_entries e
        where e.tenant = ${tenant} and e.matter_id = g.matter_id and e.index < ${position}), 0)) as counted, g.last from grouped g
    )
    select (select count(*)::int from next) as entries, (select json_agg(goes) from goes) as matters`.execute(trx)
  const [row] = rows
  return { entries: row?.entries ?? 0, matters: row?.matters ?? [] }
}

type Change = Placed & { readonly n: 1 | -1 }

function changesOf({ counted, last }: Taken, story: readonly Numbered[] = []): Change[] {
  const at = (version: number, n: 1 | -1): Change[] => {
    const standing = standingAfter(upTo(story, version))
    const place = standing && placed(standing)
    return place ? [{ ...place, n }] : []
  }
  return last > counted ? [...at(counted, -1), ...at(last, 1)] : []
}

/** @throws Error when something is taken away that is not there: then the counts have to be counted anew. */
async function changeBlocks(trx: Transaction<Tables>, tenant: string, changes: readonly Change[], changed: number) {
  const byBlock = Map.groupBy(changes, ({ procedure, month }) => `${procedure} ${month}`)
  const names = [...byBlock.keys()].map((name) => name.split(' ') as [string, string])
  if (names.length === 0) return
  const stored = await trx
    .selectFrom('count_blocks')
    .where('tenant', '=', tenant)
    .where(
      sql<boolean>`(procedure, month) in (select * from unnest(${names.map(([kind]) => kind)}::text[], ${names.map(([, month]) => month)}::text[]))`,
    )
    .select(['procedure', 'month', 'cells'])
    .execute()
  const known = new Map(stored.map(({ procedure, month, cells }) => [`${procedure} ${month}`, cells]))
  for (const [name, ofBlock] of byBlock) {
    const packed = known.get(name)
    const cells: LooseCells = packed ? looseCells(unpackBlock(packed)) : new Map()
    const before = packed && Buffer.from(packed)
    // What comes first: a matter that changes nothing would else take away the last of its cell.
    for (const { facts, n } of [...ofBlock].sort((a, b) => b.n - a.n))
      if (!addFacts(cells, facts, n)) throw new Error(`counts of ${tenant} do not fit the log: ${name}`)
    const next = packBlock(cells)
    if (before?.equals(next)) continue
    const [procedure = '', month = ''] = name.split(' ')
    await trx
      .insertInto('count_blocks')
      .values({ tenant, procedure, month, cells: next, changed })
      .onConflict((there) => there.columns(['tenant', 'procedure', 'month']).doUpdateSet({ cells: next, changed }))
      .execute()
  }
}

/** All that is counted happened before this. */
function seenAfter(before: Instant, stories: ReadonlyMap<string, readonly Numbered[]>): Instant {
  let latest = before
  for (const story of stories.values())
    for (const { event } of story) latest = laterOf(latest, addMilliseconds(event.at, 1))
  return latest
}

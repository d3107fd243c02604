import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { Tables } from '../../schema/tables.ts'
import { ledgerOf } from '../ledger.ts'
import { type AskedFilter, endOf, narrowed } from '../ledger-filter.ts'
import { isReference } from '../text-condition.ts'
import { visibleTo } from '../visible.ts'
import { countsByIndex, countUpTo } from './count-up-to.ts'
import { partsOf } from './parts-of.ts'

/** Where a page ended: the next begins after it. */
export type Seen = { readonly at: string; readonly id: string }
export type Key = { readonly id: string; readonly at: string }

/** So many of the newest are looked through first: what is frequent fills its page there. */
const NEWEST = 1_000
/** So many of those must fit that looking on is cheaper than gathering all. */
const FREQUENT = 4
const FURTHER = 20_000
/** What more fit than these is rather looked for among so many of the newest: to gather them takes longer. */
const MANY = 2_500
const FURTHEST = 50_000
/** What is rare is gathered by its indexes and sorted; what was not among the newest as well, up to so many. */
const GATHERED = 20_000

type Asked = {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly filter: AskedFilter
  readonly directory: Directory
  readonly seen: Seen | undefined
  readonly limit: number
}

/**
 * The newest matters in sight that fit a filter, after `seen`, at most `limit`. No index orders every filter, and PostgreSQL guesses
 * badly how many fit several conditions at once; so the newest are looked through, and what they show decides. What fits one in a
 * hundred or more is found by looking on, in order; the rest is gathered from narrow indexes and sorted.
 */
export async function findNewest(asked: Asked): Promise<Key[]> {
  const { filter, limit } = asked
  const text = filter.text?.trim()
  if (!text || !isReference(text)) {
    const some = await lookThrough(asked, NEWEST)
    if (some.length === limit || (asked.seen && (await endsWithin(asked, NEWEST)))) return some
    const further = some.length >= FREQUENT ? await lookThrough(asked, FURTHER) : some
    if (further.length === limit) return further
  }
  const count = !asked.seen && countsByIndex(filter) ? await countUpTo(asked, MANY + 1) : undefined
  if (count === 0) return []
  const few = count !== undefined && count > MANY ? undefined : await gather(asked, MANY)
  if (few) return few
  const newer = await lookThrough(asked, FURTHEST)
  return newer.length === limit ? newer : ((await gather(asked, GATHERED)) ?? inOrder(asked).execute())
}

const after = (seen: Seen) => sql<boolean>`(m.opened_at, m.id) < (${seen.at}::timestamptz, ${seen.id}::uuid)`

const from = ({ db, actor, seen }: Asked) => {
  const all = ledgerOf(db).where('m.tenant', '=', actor.tenant)
  return seen ? all.where(after(seen)) : all
}

/** The newest, whether they fit or not. */
const newestOf = (asked: Asked) => {
  const { openedTo } = asked.filter
  return from(asked)
    .$if(openedTo !== undefined, (all) => all.where('m.opened_at', '<', endOf(openedTo ?? '')))
    .orderBy('m.opened_at', 'desc')
    .orderBy('m.id', 'desc')
}

/** Whether no more than so many are left: on the last page of a list all has been looked through. */
const endsWithin = async (asked: Asked, window: number): Promise<boolean> =>
  (await newestOf(asked).select('m.id').offset(window).limit(1).execute()).length === 0

/** Among so many of the newest, in their order; ends when there are enough. */
async function lookThrough(asked: Asked, window: number): Promise<Key[]> {
  const { db, actor, filter, directory, limit } = asked
  const newest = newestOf(asked).selectAll('m').limit(window)
  const among = db.selectFrom(newest.as('m')) as unknown as ReturnType<typeof ledgerOf>
  const fitting = narrowed(among.where(visibleTo(actor, directory)), actor, filter, directory)
  return keys(fitting, limit).execute()
}

/** All that fit, by the parts of what the actor sees; undefined when there are more than `most`. */
async function gather(asked: Asked, most: number): Promise<Key[] | undefined> {
  const { db, actor, filter, directory, limit } = asked
  const parts = partsOf(from(asked), actor, filter, directory).map(
    (part) => sql`${part.select(['m.id', 'm.opened_at'])}` as RawBuilder<Key>,
  )
  if (parts.length === 0) return []
  const { rows } = await sql<Key & { all: number }>`select id, opened_at as at, count(*) over ()::int as "all"
    from (${sql.join(parts, sql` union all `)} limit ${most + 1}) as found order by opened_at desc, id desc limit ${limit}`.execute(
    db,
  )
  return (rows[0]?.all ?? 0) > most ? undefined : rows
}

const inOrder = (asked: Asked) => {
  const { actor, filter, directory, limit } = asked
  return keys(narrowed(from(asked).where(visibleTo(actor, directory)), actor, filter, directory), limit)
}

const keys = (query: ReturnType<typeof ledgerOf>, limit: number) =>
  query.select(['m.id', 'm.opened_at as at']).orderBy('m.opened_at', 'desc').orderBy('m.id', 'desc').limit(limit)

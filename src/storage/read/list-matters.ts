import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { LEVELS } from '../../domain/matter/level.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import type { MatterPage } from '../../domain/views/views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'
import { ledgerOf } from './ledger.ts'
import { matterRow, ROW_COLUMNS } from './matter-row.ts'
import { isReference, textCondition } from './text-condition.ts'
import { visibleTo } from './visible.ts'

/** Filters of the ledger and the page that is wanted. */
export type MatterFilter = LedgerFilter & { readonly cursor?: string | undefined; readonly limit: number }

/** Counting stops here: a clerk needs "more than 10,000", not the exact number of a million. */
export const COUNT_LIMIT = 10_000

/** So many of the newest matters are looked through for a text before the index of terms is asked. */
const NEWEST = 5_000

/** One page of the matters an actor may see, newest first (or soonest due first), with keyset paging: page 1,000 costs what page 1 costs. */
export async function listMatters(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<Omit<MatterPage, 'count' | 'countIsLimit'>> {
  const rows =
    (await amongNewest(db, actor, filter, directory)) ??
    (await ordered(filtered(db, actor, filter, directory), filter).execute())
  const page = rows.slice(0, filter.limit)
  const last = page[page.length - 1]
  const next =
    rows.length > filter.limit && last
      ? writeCursor(filter.sort === 'due' ? (last.dueAt ?? '') : last.openedAt, last.id)
      : undefined
  return { rows: page.map(({ dueAt, ...row }) => matterRow(row)), ...(next ? { next } : {}) }
}

/**
 * The page of a text search when the newest matters fill it; undefined when they do not. A frequent text is found there
 * at once. The index of terms would fetch and sort all its matters: PostgreSQL takes the terms of one word for
 * independent, expects a handful, and meets tens of thousands.
 */
async function amongNewest(db: Kysely<Tables>, actor: Actor, filter: MatterFilter, directory: Directory) {
  const { text, ...others } = filter
  const word = text?.trim()
  if (!word || isReference(word) || filter.sort === 'due') return undefined
  const after = filter.cursor ? sql`and ${isAfter(readCursor(filter.cursor))}` : sql``
  // Fewer than that: all of them.
  const oldest = sql`coalesce((select m.opened_at from ledger as m where m.tenant = ${actor.tenant} ${after}
    order by m.opened_at desc, m.id desc offset ${NEWEST} limit 1), '-infinity')`
  const newest = filtered(db, actor, others, directory)
    .where(sql<SqlBool>`m.opened_at >= ${oldest}`)
    .where(textCondition(word, 'row by row'))
  const rows = await ordered(newest, filter).execute()
  return rows.length > filter.limit ? rows : undefined
}

function ordered(query: ReturnType<typeof filtered>, { sort, cursor, limit }: MatterFilter) {
  const seen = cursor ? readCursor(cursor) : undefined
  const from =
    sort === 'due'
      ? query
          .where('m.due_at', 'is not', null)
          .$if(seen !== undefined, (due) =>
            due.where(sql<SqlBool>`(m.due_at, m.id) > (${seen?.at}::timestamptz, ${seen?.id}::uuid)`),
          )
          .orderBy('m.due_at')
          .orderBy('m.id')
      : query
          .$if(seen !== undefined, (opened) => opened.where(isAfter(seen)))
          .orderBy('m.opened_at', 'desc')
          .orderBy('m.id', 'desc')
  return from
    .select(ROW_COLUMNS)
    .select('m.due_at as dueAt')
    .limit(limit + 1)
}

const isAfter = (seen: { at: string; id: string } | undefined) =>
  sql<SqlBool>`(m.opened_at, m.id) < (${seen?.at}::timestamptz, ${seen?.id}::uuid)`

/** How many matters the filters leave, up to COUNT_LIMIT. */
export async function countMatters(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<Pick<MatterPage, 'count' | 'countIsLimit'>> {
  const capped = filtered(db, actor, filter, directory)
    .select(sql<number>`1`.as('one'))
    .limit(COUNT_LIMIT + 1)
  const { count } = await db
    .selectFrom(capped.as('capped'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return { count: Math.min(count, COUNT_LIMIT), countIsLimit: count > COUNT_LIMIT }
}

function filtered(db: Kysely<Tables>, actor: Actor, filter: MatterFilter, directory: Directory) {
  const under = (column: 'unit_path' | 'place_path', unitId: string) =>
    sql<SqlBool>`starts_with(${sql.ref(`m.${column}`)}, ${directory.units[unitId]?.path ?? '?'})`
  let query = ledgerOf(db).where('m.tenant', '=', actor.tenant).where(visibleTo(actor))
  if (filter.procedure) query = query.where('m.procedure', '=', filter.procedure)
  if (filter.group === 'notDone') query = query.where('m.state_group', '<>', 'done')
  else if (filter.group) query = query.where('m.state_group', '=', filter.group)
  if (filter.state) query = query.where('m.state', '=', filter.state)
  if (filter.unit) query = query.where(under('unit_path', filter.unit))
  if (filter.place) query = query.where(under('place_path', filter.place))
  if (filter.category) query = query.where('m.category', '=', filter.category)
  if (filter.level) query = query.where('m.level', '=', LEVELS[filter.level].rank)
  if (filter.channel) query = query.where('m.channel', '=', filter.channel)
  if (filter.owner) query = query.where('m.owner_post_id', '=', filter.owner)
  if (filter.overdue === 'true')
    query = query.where(
      sql<SqlBool>`exists (select 1 from deadlines d where d.tenant = m.tenant and d.matter_id = m.id and d.state = 'overdue')`,
    )
  if (filter.dueFrom) query = query.where('m.due_at', '>=', filter.dueFrom)
  if (filter.dueTo) query = query.where('m.due_at', '<=', filter.dueTo)
  if (filter.openedFrom) query = query.where('m.opened_at', '>=', filter.openedFrom)
  if (filter.openedTo) query = query.where('m.opened_at', '<', filter.openedTo)
  const text = filter.text?.trim()
  return text ? query.where(textCondition(text, 'by index')) : query
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** As the database gives it; year 0 and years of five digits are dates to JavaScript alone. */
const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

const writeCursor = (at: string, id: string) => Buffer.from(`${at} ${id}`).toString('base64url')

function readCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  if (!INSTANT.test(at) || Number.isNaN(Date.parse(at)) || !UUID.test(id))
    throw new AnlanError('request-invalid', { issues: [{ field: 'cursor', rule: 'wrong-form' }] })
  return { at, id }
}

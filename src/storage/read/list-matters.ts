import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { MatterPage } from '../../domain/views/views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { withoutHidden } from '../../engine/access/hidden-answers.ts'
import type { Tables } from '../schema/tables.ts'
import { filtered, type MatterFilter } from './ledger-filter.ts'
import { matterRow, ROW_COLUMNS } from './matter-row.ts'
import { isReference, textCondition } from './text-condition.ts'

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
    (filter.sort === 'due'
      ? await soonestDue(db, actor, filter, directory)
      : await newest(filtered(db, actor, filter, directory), filter).execute())
  const page = rows.slice(0, filter.limit)
  const last = page[page.length - 1]
  const next =
    rows.length > filter.limit && last
      ? writeCursor(filter.sort === 'due' ? (last.dueAt ?? WITHOUT_DUE_DAY) : last.openedAt, last.id)
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
  const after = filter.cursor ? sql`and ${isAfter(readTimeCursor(filter.cursor))}` : sql``
  // Fewer than that: all of them.
  const oldest = sql`coalesce((select m.opened_at from ledger as m where m.tenant = ${actor.tenant} ${after}
    order by m.opened_at desc, m.id desc offset ${NEWEST} limit 1), '-infinity')`
  const recent = filtered(db, actor, others, directory)
    .where(sql<SqlBool>`m.opened_at >= ${oldest}`)
    .where(textCondition(word, 'row by row'))
  const rows = await newest(recent, filter).execute()
  return rows.length > filter.limit ? rows : undefined
}

/** The whole matters of one kind under a filter, newest first, for its ledger: at most `filter.limit`, and where the next page begins. */
export async function listWholeMatters(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<{ readonly matters: readonly Matter[]; readonly next?: string }> {
  const rows = await newest(filtered(db, actor, filter, directory), filter)
    .clearSelect()
    .select('m.matter')
    .execute()
  const matters = rows.slice(0, filter.limit).map(({ matter }) => withoutHidden(matter as unknown as Matter, actor))
  const last = matters.at(-1)
  return { matters, ...(rows.length > filter.limit && last ? { next: writeCursor(last.openedAt, last.id) } : {}) }
}

/** How many matters the ledger of a kind has under a filter, up to `filter.limit`: without those that are stored and not used (`isRestricted`). */
export async function countWholeMatters(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<number> {
  const isUsed = sql<SqlBool>`(m.state_group <> 'done' or not coalesce(m.matter -> 'restrictions' @> '[{"order":"restrict"}]', false))`
  const capped = filtered(db, actor, filter, directory)
    .where(isUsed)
    .select(sql<number>`1`.as('one'))
    .limit(filter.limit)
  const { count } = await db
    .selectFrom(capped.as('capped'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Stands in a cursor where a due day would: the page ended among the matters that have none. */
const WITHOUT_DUE_DAY = 'none'

/** The soonest due first, then those without a due day: none drops out of a list because nothing runs for it. */
async function soonestDue(db: Kysely<Tables>, actor: Actor, filter: MatterFilter, directory: Directory) {
  const { limit, cursor } = filter
  const seen = cursor ? readCursor(cursor) : undefined
  const all = () => filtered(db, actor, filter, directory).select(ROW_COLUMNS).select('m.due_at as dueAt')
  const due =
    seen?.at === WITHOUT_DUE_DAY
      ? []
      : await all()
          .where('m.due_at', 'is not', null)
          .$if(seen !== undefined, (rest) =>
            rest.where(sql<SqlBool>`(m.due_at, m.id) > (${seen?.at}::timestamptz, ${seen?.id}::uuid)`),
          )
          .orderBy('m.due_at')
          .orderBy('m.id')
          .limit(limit + 1)
          .execute()
  if (due.length > limit) return due
  const without = await all()
    .where('m.due_at', 'is', null)
    .$if(seen?.at === WITHOUT_DUE_DAY, (rest) => rest.where(sql<SqlBool>`m.id < ${seen?.id}::uuid`))
    .orderBy('m.id', 'desc')
    .limit(limit + 1 - due.length)
    .execute()
  return [...due, ...without]
}

const newest = (query: ReturnType<typeof filtered>, { cursor, limit }: MatterFilter) =>
  query
    .$if(cursor !== undefined, (rest) => rest.where(isAfter(readTimeCursor(cursor ?? ''))))
    .orderBy('m.opened_at', 'desc')
    .orderBy('m.id', 'desc')
    .select(ROW_COLUMNS)
    .select('m.due_at as dueAt')
    .limit(limit + 1)

const isAfter = (seen: Seen) => sql<SqlBool>`(m.opened_at, m.id) < (${seen?.at}::timestamptz, ${seen?.id}::uuid)`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** As the database gives it; year 0 and years of five digits are dates to JavaScript alone. */
const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

const writeCursor = (at: string, id: string) => Buffer.from(`${at} ${id}`).toString('base64url')

type Seen = { readonly at: string; readonly id: string }
const wrongCursor = () => new AnlanError('request-invalid', { issues: [{ field: 'cursor', rule: 'wrong-form' }] })

function readCursor(cursor: string): Seen {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  if (!(at === WITHOUT_DUE_DAY || isInstant(at)) || !UUID.test(id)) throw wrongCursor()
  return { at, id }
}

/** A cursor of the list by age: one that ended among matters without a due day belongs to the other order. */
function readTimeCursor(cursor: string): Seen {
  const seen = readCursor(cursor)
  if (seen.at === WITHOUT_DUE_DAY) throw wrongCursor()
  return seen
}

/** JavaScript takes 30 February for a day, PostgreSQL does not. */
function isInstant(text: string): boolean {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text.slice(0, 10)
}

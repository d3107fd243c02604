import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { MatterPage } from '../../domain/views/views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { withoutHidden } from '../../engine/access/hidden-answers.ts'
import type { Tables } from '../schema/tables.ts'
import { filtered, type MatterFilter } from './ledger-filter.ts'
import { findNewest, type Key, type Seen } from './lists/find-newest.ts'
import { mattersOf, rowsOf } from './lists/rows-of.ts'
import { withTold } from './lists/told.ts'
import { matterRow } from './matter-row.ts'

/** One page of the matters an actor may see, newest first (or soonest due first), with keyset paging: page 1,000 costs what page 1 costs. */
export async function listMatters(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<Omit<MatterPage, 'count' | 'countIsLimit'>> {
  const asked = await withTold(db, actor.tenant, filter)
  const found = await (filter.sort === 'due' ? soonestDue : newest)(db, actor, asked, directory)
  const page = found.slice(0, filter.limit)
  const last = page[page.length - 1]
  const rows = await rowsOf(
    db,
    actor,
    page.map(({ id }) => id),
    directory,
  )
  const next = found.length > filter.limit && last ? writeCursor(last.at, last.id) : undefined
  return { rows: rows.map((row) => matterRow(row)), ...(next ? { next } : {}) }
}

/** The whole matters of one kind under a filter, newest first, for its ledger: at most `filter.limit`, and where the next page begins. */
export async function listWholeMatters(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<{ readonly matters: readonly Matter[]; readonly next?: string }> {
  const found = await newest(db, actor, await withTold(db, actor.tenant, filter), directory)
  const page = found.slice(0, filter.limit)
  const last = page.at(-1)
  const whole = await mattersOf(
    db,
    actor,
    page.map(({ id }) => id),
    directory,
  )
  const matters = whole.map((matter) => withoutHidden(matter, actor))
  return { matters, ...(found.length > filter.limit && last ? { next: writeCursor(last.at, last.id) } : {}) }
}

/** How many matters the ledger of a kind has under a filter, up to `filter.limit`: without those that are stored and not used (`isRestricted`). */
export async function countWholeMatters(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<number> {
  const isUsed = sql<SqlBool>`(m.state_group <> 'done' or not coalesce(m.matter -> 'restrictions' @> '[{"order":"restrict"}]', false))`
  const capped = filtered(db, actor, await withTold(db, actor.tenant, filter), directory)
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

/** Nothing is due of what is over; said so that the narrow index of due days serves. */
const stillOpen = sql<SqlBool>`m.state_group <> 'done'`

/** The soonest due first, then those without a due day: none drops out of a list because nothing runs for it. */
async function soonestDue(
  db: Kysely<Tables>,
  actor: Actor,
  filter: MatterFilter,
  directory: Directory,
): Promise<Key[]> {
  const { limit, cursor } = filter
  const seen = cursor ? readCursor(cursor) : undefined
  const all = () => filtered(db, actor, filter, directory).select('m.id')
  const due =
    seen?.at === WITHOUT_DUE_DAY
      ? []
      : await all()
          .select('m.due_at as at')
          .where('m.due_at', 'is not', null)
          .where(stillOpen)
          .$if(seen !== undefined, (rest) =>
            rest.where(sql<SqlBool>`(m.due_at, m.id) > (${seen?.at}::timestamptz, ${seen?.id}::uuid)`),
          )
          .orderBy('m.due_at')
          .orderBy('m.id')
          .limit(limit + 1)
          .execute()
  const keys = due.map(({ id, at }) => ({ id, at: at ?? WITHOUT_DUE_DAY }))
  if (due.length > limit) return keys
  const without = await all()
    .where(sql<SqlBool>`(m.due_at is null or not ${stillOpen})`)
    .$if(seen?.at === WITHOUT_DUE_DAY, (rest) => rest.where(sql<SqlBool>`m.id < ${seen?.id}::uuid`))
    .orderBy('m.id', 'desc')
    .limit(limit + 1 - due.length)
    .execute()
  return [...keys, ...without.map(({ id }) => ({ id, at: WITHOUT_DUE_DAY }))]
}

/** The newest, and one more to know whether a page follows. */
const newest = (db: Kysely<Tables>, actor: Actor, filter: MatterFilter, directory: Directory) => {
  const { limit, cursor, ...asked } = filter
  const seen = cursor === undefined ? undefined : readTimeCursor(cursor)
  return findNewest({ db, actor, filter: asked, directory, seen, limit: limit + 1 })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** As the database gives it; year 0 and years of five digits are dates to JavaScript alone. */
const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

const writeCursor = (at: string, id: string) => Buffer.from(`${at} ${id}`).toString('base64url')

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

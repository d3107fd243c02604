import { type Kysely, sql, type Transaction } from 'kysely'
import { type CountKey, type CountQuery, type FigureQuery, isBehind } from '../../../domain/counts/count-query.ts'
import type { CountRow } from '../../../domain/counts/count-row.ts'
import { armsOf } from '../../read/lists/arms.ts'
import type { Tables } from '../../schema/tables.ts'
import { type CountScope, readCountRows } from '../count-rows.ts'
import { sumsAt } from './kept-sums.ts'
import { atOneMoment, isSaid, standingOf } from './moment.ts'
import { narrowed } from './narrowed.ts'

/** The first so many matters behind a figure, the newest first, and how many there are. */
export type PageBehind = { readonly count: number; readonly first: readonly CountRow[] }

/**
 * The newest matters behind a figure of now: how many there are say the kept counts, which they are the indexes; both at one moment of the
 * database. Undefined where the counts do not say it.
 */
export async function pageBehind(
  db: Kysely<Tables>,
  scope: CountScope,
  query: FigureQuery,
  most: number,
): Promise<PageBehind | undefined> {
  if (!isSaid(scope)) return undefined
  return atOneMoment(db, async (trx) => {
    const { key, ...rest } = query
    const by = Object.keys(key) as CountKey[]
    const asked: CountQuery = { ...rest, by }
    const standing = await standingOf(trx, scope, [asked.span])
    if (!standing) return undefined
    const [sums] = await sumsAt(db, trx, scope, [asked], standing)
    const cell = [...(sums?.values() ?? [])].find((each) => by.every((name) => each.key[name] === key[name]))
    const wentOn = standing.marks.map(({ id }) => id)
    const count = cell?.counts[query.counted[0]] ?? 0
    const newest = await newestOf(trx, scope, query, { wentOn, most, isFew: count <= FEW })
    const [rows = []] = await readCountRows(trx, scope, [query.span], [...newest, ...wentOn])
    const first = rows.filter(isBehind(query, scope.directory)).sort(newestFirst).slice(0, most)
    return { count, first }
  })
}

/** So many are gathered at once. */
const FEW = 20_000

/** The newest first; of one moment the later id. */
export const newestFirst = (one: CountRow, other: CountRow): number =>
  one.openedAt === other.openedAt ? (one.id > other.id ? -1 : 1) : one.openedAt < other.openedAt ? 1 : -1

type Wanted = { readonly wentOn: readonly string[]; readonly most: number; readonly isFew: boolean }

/**
 * Ids of the newest, of those that nothing happened to since: each part of what the reader sees by itself, as lists find them. Few are
 * gathered and then put in order; many are looked for from the newest on, where they soon come up.
 */
async function newestOf(
  trx: Transaction<Tables>,
  scope: CountScope,
  query: FigureQuery,
  { wentOn, most, isFew }: Wanted,
): Promise<string[]> {
  const { actor, directory, kinds } = scope
  const conditions = sql`m.tenant = ${actor.tenant} and not m.exercise and m.procedure = any(${[...kinds]}::text[])
    and ${narrowed(scope, query)} and not m.id = any(${[...wentOn]}::uuid[])`
  const unit = query.key.unit ?? query.unitId
  const newest = sql`order by opened_at desc, id desc limit ${most}`
  const parts = armsOf(actor, directory, unit === undefined ? {} : { unit }).map(
    (arm) =>
      sql`(select m.id, m.opened_at from ledger m where ${conditions} and ${arm} ${isFew ? sql`` : sql`order by m.opened_at desc, m.id desc limit ${most}`})`,
  )
  if (parts.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with found as materialized (${sql.join(parts, sql` union all `)}) select id from found ${newest}`.execute(trx)
  return rows.map(({ id }) => id)
}

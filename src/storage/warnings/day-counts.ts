import type { PoolClient } from 'pg'
import type { Instant } from '../../domain/time/time.ts'

/** Which of the office's matters are counted, and which share of their families: each is in one share. */
export type CountedShare = {
  readonly tenant: string
  readonly kinds: readonly string[]
  /** Kinds of record whose matters are series of their own. */
  readonly records: readonly string[]
  readonly share: number
  readonly shares: number
  /** Only these families, where they are named. */
  readonly families?: readonly string[]
}

/** Matters of one day, but for those that are about a unit or hidden from some: a count must not tell of them. `of` is a unit, or the number of a record. */
export type DayRow = {
  readonly day: number
  readonly subject: string
  readonly of: string
  readonly family: string
  readonly n: number
}

/** Where a record stands: the unit that has it, and its name. */
export type WatchedRecord = { readonly reference: string; readonly unitId: string; readonly title: string }

const SHARE = `m.tenant = $1 and not m.exercise and m.about_path is null and m.hidden_from is null and m.procedure = any($2) and m.opened_at >= $3 and m.opened_at < $4
and abs(hashtext(m.procedure || '/' || coalesce(m.category, ''))::bigint) % $5 = $6
and ($7::text[] is null or m.procedure || '/' || coalesce(m.category, '') = any($7))`
const DAY = `(m.opened_at at time zone 'Asia/Shanghai')::date - date '1970-01-01'`

const COUNTS = `select ${DAY} as day, m.unit_id as unit, m.place_unit_id as place, m.procedure || '/' || coalesce(m.category, '') as family, count(*)::int as n
from matters m where ${SHARE} group by 1, 2, 3, 4`
const OF_RECORDS = `select ${DAY} as day, r.procedure as subject, r.reference as of, m.procedure || '/' || coalesce(m.category, '') as family, count(*)::int as n
from matters m cross join unnest(m.points_to) as named join matters r on r.tenant = m.tenant and r.reference = named and r.procedure = any($8)
where ${SHARE} group by 1, 2, 3, 4`
const RECORDS = `select reference, unit_id as "unitId", title from matters where tenant = $1 and procedure = any($2)`

/** Counts by the day of registering, a piece of the time after the other, so that no statement holds the database for long. */
export async function* dayCounts(
  client: PoolClient,
  { tenant, kinds, records, share, shares, families }: CountedShare,
  pieces: readonly { readonly from: Instant; readonly until: Instant }[],
): AsyncGenerator<DayRow> {
  for (const { from, until } of pieces) {
    const values = [tenant, kinds, from, until, shares, share, families ?? null]
    const { rows } = await client.query<{ day: number; unit: string; place: string | null; family: string; n: number }>(
      COUNTS,
      values,
    )
    for (const { unit, place, ...row } of rows) {
      yield { ...row, subject: 'unit', of: unit }
      if (place !== null) yield { ...row, subject: 'place', of: place }
    }
    if (records.length === 0) continue
    const named = await client.query<DayRow>(OF_RECORDS, [...values, records])
    yield* named.rows
  }
}

/** The records whose matters are counted. */
export const watchedRecordsOf = async (client: PoolClient, tenant: string, kinds: readonly string[]) =>
  kinds.length === 0 ? [] : (await client.query<WatchedRecord>(RECORDS, [tenant, kinds])).rows

/** The day of the first matter, as a number. */
export const firstDayOf = async (client: PoolClient, tenant: string, kinds: readonly string[]) =>
  (
    await client.query<{ day: number | null }>(
      `select min(${DAY}) as day from matters m where m.tenant = $1 and not m.exercise and m.procedure = any($2)`,
      [tenant, kinds],
    )
  ).rows[0]?.day ?? undefined

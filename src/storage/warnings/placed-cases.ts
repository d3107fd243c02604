import type { PoolClient } from 'pg'
import type { Instant } from '../../domain/time/time.ts'

/** Matters of one family registered on one day in one place. */
export type PlacedRow = { readonly day: number; readonly place: string; readonly family: string; readonly n: number }

const PLACED = `select (m.opened_at at time zone 'Asia/Shanghai')::date - date '1970-01-01' as day, m.place_unit_id as place,
  m.procedure || '/' || coalesce(m.category, '') as family, count(*)::int as n
from matters m where m.tenant = $1 and not m.exercise and m.about_path is null and m.hidden_from is null and m.procedure = any($2)
  and m.opened_at >= $3 and m.opened_at < $4 and m.place_unit_id is not null group by 1, 2, 3 order by 1, 2, 3`

/** What happened where, a piece of the time after the other: the matters that the series of places count. */
export async function* placedRows(
  client: PoolClient,
  { tenant, kinds }: { readonly tenant: string; readonly kinds: readonly string[] },
  pieces: readonly { readonly from: Instant; readonly until: Instant }[],
): AsyncGenerator<PlacedRow> {
  for (const { from, until } of pieces) {
    const { rows } = await client.query<PlacedRow>(PLACED, [tenant, kinds, from, until])
    yield* rows
  }
}

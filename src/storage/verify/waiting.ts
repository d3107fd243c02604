import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/time.ts'

/** What waits in a database over all offices, and how large it is. */
export type Waiting = {
  readonly dueLagSeconds: number
  readonly jobs: number
  readonly deliveries: number
  readonly databaseBytes: number
  readonly schema: number
}

// Office by office, since each index begins with the office.
const WAITING = `select
  coalesce(max(extract(epoch from $1::timestamptz - d.next_at)) filter (where d.next_at < $1::timestamptz), 0)::float8 as "dueLagSeconds",
  coalesce(sum(j.n), 0)::int as jobs, coalesce(sum(v.n), 0)::int as deliveries,
  pg_database_size(current_database()) as "databaseBytes", (select coalesce(max(number), 0) from migrations) as schema
from tenants t
left join lateral (select min(next_at) as next_at from deadlines where tenant = t.tenant and next_at is not null) d on true
left join lateral (select count(*) as n from jobs where tenant = t.tenant and done_at is null and run_at <= $1::timestamptz) j on true
left join lateral (select count(*) as n from deliveries where tenant = t.tenant and state = 'waiting') v on true`

/** Reads it as the owner of the tables; gives up after so many milliseconds. */
export async function readWaiting(owner: Pool, now: Instant, patienceMs: number): Promise<Waiting> {
  const asked = { text: WAITING, values: [now], query_timeout: patienceMs }
  const { rows } = await owner.query<Waiting>(asked as { text: string; values: string[] })
  if (!rows[0]) throw new Error('a query of sums always has a row')
  return rows[0]
}

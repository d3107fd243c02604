import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import type { Seen } from '../write/find-standing.ts'

/** How many due clocks are read at once: ids only, so that what is dead in the index is passed over once for all of them. */
const PAGE = 5_000

/** How long what failed is left alone. */
const LEFT_ALONE_MS = 5 * 60_000

/** Matters with something due, the longest due first. `next` is where the page after it begins; absent on the last one. */
export type DuePage = { readonly ids: readonly string[]; readonly next?: Instant }

const DUE = `select matter_id as id, next_at as at from deadlines where tenant = $1 and next_at <= $2 and next_at >= $3 order by next_at limit ${PAGE}`

/** The matters of a tenant in which something is due at `now`, from `since` on. */
export async function dueMatters(
  { pool }: StorageDeps,
  tenant: string,
  now: Instant,
  since: Instant | '-infinity',
): Promise<DuePage> {
  const { rows } = await withTenant(pool, tenant, (client) =>
    client.query<{ id: string; at: Instant }>({ name: 'due-matters', text: DUE, values: [tenant, now, since] }),
  )
  const next = rows.length === PAGE ? rows.at(-1)?.at : undefined
  return { ids: [...new Set(rows.map(({ id }) => id))], ...(next === undefined ? {} : { next }) }
}

/** A matter as it stands, and the head of its chain. */
export type Standing = Pick<Seen, 'matter' | 'head'> & { readonly id: string }

const STANDING = `select id, matter, encode(head, 'hex') as head from matters where tenant = $1 and id = any($2::uuid[])`

/** Matters as they stand, with the heads of their chains. */
export async function standingMatters(
  { pool }: StorageDeps,
  tenant: string,
  ids: readonly string[],
): Promise<Standing[]> {
  const query = { name: 'standing-matters', text: STANDING, values: [tenant, ids] }
  return withTenant(pool, tenant, async (client) => (await client.query<Standing>(query)).rows)
}

const LEAVE = `update deadlines d set next_at = $4 from (
  select matter_id, clock_id from deadlines where tenant = $1 and matter_id = any($2::uuid[]) and next_at <= $3 for update skip locked
) due where d.tenant = $1 and d.matter_id = due.matter_id and d.clock_id = due.clock_id`

/** Leaves what is due in these matters alone for a while: it failed, or nothing came of it. */
export const leaveAlone = ({ pool }: StorageDeps, tenant: string, ids: readonly string[], now: Instant) =>
  withTenant(pool, tenant, (client) => client.query(LEAVE, [tenant, ids, now, addMilliseconds(now, LEFT_ALONE_MS)]))

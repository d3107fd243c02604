import type { Actor } from '../../domain/matter/actor.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'

const READ = 'select reading from ledger_readings where tenant = $1 and unit_id = $2 and headings = $3'
const KEEP = `insert into ledger_readings (tenant, unit_id, headings, reading, post_id, at) values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant, unit_id, headings) do update set reading = excluded.reading, post_id = excluded.post_id, at = excluded.at`

type Place = Pick<Actor, 'tenant' | 'unitId'>

/** How this unit read a ledger with these headings the last time; undefined when it never did. */
export async function findReading(deps: StorageDeps, { tenant, unitId }: Place, headings: string): Promise<unknown> {
  const { rows } = await withTenant(deps.pool, tenant, (client) =>
    client.query<{ reading: unknown }>(READ, [tenant, unitId, headings]),
  )
  return rows[0]?.reading
}

/** Keeps how a unit reads a ledger with these headings. */
export async function keepReading(deps: StorageDeps, by: Actor, headings: string, reading: object): Promise<void> {
  const { tenant, unitId, postId } = by
  await withTenant(deps.pool, tenant, (client) =>
    client.query(KEEP, [tenant, unitId, headings, JSON.stringify(reading), postId, deps.now()]),
  )
}

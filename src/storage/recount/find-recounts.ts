import type { PoolClient } from 'pg'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Recount } from '../../domain/procedure/deadline.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { recount } from '../../engine/time/recount.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'

/** A matter with clocks that are due otherwise by another calendar than is on record. */
export type MatterRecount = { readonly matter: Matter; readonly recounts: readonly Recount[] }

/** Before the first matter. */
export const FIRST = '00000000-0000-0000-0000-000000000000'

const PAGE = 500

const RUNNING = `select m.id, m.matter from matters m where m.tenant = $1 and m.id > $2
  and exists (select 1 from deadlines d where d.tenant = m.tenant and d.matter_id = m.id and d.ended_at is null)
  order by m.id limit ${PAGE}`

/** One page of matters with clocks that run, after another matter; `last` is where the next page begins, absent at the end. */
export async function readRecounts(
  deps: Pick<StorageDeps, 'pool'>,
  tenant: string,
  calendar: Calendar,
  after: string,
): Promise<{ readonly found: readonly MatterRecount[]; readonly last?: string }> {
  const rows = await withTenant(
    deps.pool,
    tenant,
    async (client: PoolClient) => (await client.query<{ id: string; matter: Matter }>(RUNNING, [tenant, after])).rows,
  )
  const last = rows.at(-1)?.id
  const found = rows.flatMap(({ matter }) => {
    const recounts = recount(matter.clocks, calendar)
    return recounts.length > 0 ? [{ matter, recounts }] : []
  })
  return { found, ...(last !== undefined && rows.length === PAGE ? { last } : {}) }
}

import type { Matter } from '../../domain/matter/matter.ts'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'

/** A batch that a worker has taken comes back after this long, in case that worker died. */
const LEASE_MS = 5 * 60_000
const MOST = 50

/** Deliveries that go out together, taken by this worker for a while. */
export type Batch = { readonly batch: string; readonly target: string; readonly attempts: number }

/** A notice of a batch with what decides whether it may go out, and what it says. */
export type BatchNotice = {
  readonly id: string
  readonly kind: NoticeKind
  readonly at: Instant
  readonly receiver: string
  readonly dueAt: Instant | null
  readonly readAt: Instant | null
  readonly matter: Matter
}

// The first of a target that is due leads the others; whoever comes second finds them led.
const LEAD = `update deliveries d set batch = g.lead
  from (select target, (array_agg(id order by id))[1] as lead from deliveries
    where tenant = $1 and state = 'waiting' and batch is null and next_at <= $2 group by target) g
  where d.tenant = $1 and d.target = g.target and d.state = 'waiting' and d.batch is null and d.next_at <= $2`
const CLAIM = `update deliveries d set next_at = $3, attempts = d.attempts + 1
  from (select id from deliveries where tenant = $1 and state = 'waiting' and batch = id and next_at <= $2
    order by next_at limit ${MOST} for update skip locked) due
  where d.tenant = $1 and d.id = due.id returning d.batch, d.target, d.attempts`
const NOTICES = `select n.id, n.kind, n.at, n.receiver, n.due_at as "dueAt", n.read_at as "readAt", m.matter
  from deliveries d join notices n on n.tenant = d.tenant and n.id = d.notice_id join matters m on m.tenant = n.tenant and m.id = n.matter_id
  where d.tenant = $1 and d.batch = $2 order by n.id`
const ATTEMPT = `insert into delivery_attempts (tenant, batch, attempt, at, succeeded, said) values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant, batch, attempt) do nothing`
const END = `update deliveries set state = $3 where tenant = $1 and batch = $2 and state = 'waiting'`
const LATER = `update deliveries set next_at = $3 where tenant = $1 and id = $2 and state = 'waiting'`

/** Puts together what is due, and takes some of it. */
export async function claimBatches(deps: StorageDeps, tenant: string): Promise<readonly Batch[]> {
  const now = deps.now()
  return withTenant(deps.pool, tenant, async (client) => {
    await client.query(LEAD, [tenant, now])
    return (await client.query<Batch>(CLAIM, [tenant, now, addMilliseconds(now, LEASE_MS)])).rows
  })
}

/** What a batch says. */
export const readBatch = (deps: StorageDeps, tenant: string, batch: string): Promise<readonly BatchNotice[]> =>
  withTenant(deps.pool, tenant, async (client) => (await client.query<BatchNotice>(NOTICES, [tenant, batch])).rows)

/** Mail servers repeat the address in their refusal; who reads the list of failures need not know it. */
const withoutAddresses = (said: string) => said.replace(/[^\s<>"']+@[^\s<>"']+/g, '…')

/** How a try ended: kept, and what follows from it. `next` when it is tried again. */
export type Ending =
  | { readonly state: 'sent' | 'dead'; readonly said: string }
  | { readonly state: 'waiting'; readonly said: string; readonly next: Instant }
  | { readonly state: 'dropped' }

/** Keeps how a try ended. */
export async function endTry(
  deps: StorageDeps,
  tenant: string,
  { batch, attempts }: Batch,
  ending: Ending,
): Promise<void> {
  await withTenant(deps.pool, tenant, async (client) => {
    if (ending.state !== 'dropped')
      await client.query(ATTEMPT, [
        tenant,
        batch,
        attempts,
        deps.now(),
        ending.state === 'sent',
        withoutAddresses(ending.said).slice(0, 500),
      ])
    if (ending.state === 'waiting') await client.query(LATER, [tenant, batch, ending.next])
    else await client.query(END, [tenant, batch, ending.state])
  })
}

import type { Matter } from '../../domain/matter/matter.ts'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { withTenant } from '../connection/connect.ts'
import { inTransaction } from '../connection/in-transaction.ts'
import type { StorageDeps } from '../deps.ts'
import type { Batch, Ending } from './batch.ts'
import { tellEnding, withoutAddresses } from './tell-ending.ts'

/** A batch that a worker has taken comes back after this long, in case that worker died. */
const LEASE_MS = 5 * 60_000
const MOST = 50
const MOST_OF_AN_OUTLET = 20
/** So long a message every platform takes (WeCom: 2,048 bytes), and a mail somebody reads. */
const LINES_OF_A_ROBOT = 10
const LINES_OF_A_MAIL = 200
/** DingTalk and WeCom take twenty messages a minute. */
const ROBOT_REST_MS = 3_000

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

// The first of some that are due leads the others. Rows are locked first, so that nobody joins what another is sending already.
const LEAD = `with due as (select id, target from deliveries
    where tenant = $1 and state = 'waiting' and batch is null and next_at <= $2 for update skip locked),
  parts as (select id, target, (row_number() over (partition by target order by id) - 1)
    / case when target like 'outlet:%' then ${LINES_OF_A_ROBOT} else ${LINES_OF_A_MAIL} end as part from due),
  led as (select id, first_value(id) over (partition by target, part order by id) as lead from parts)
  update deliveries d set batch = led.lead from led where d.tenant = $1 and d.id = led.id`
const CLAIM = `update deliveries d set next_at = $3, attempts = d.attempts + 1
  from (select id from deliveries where tenant = $1 and state = 'waiting' and batch = id and next_at <= $2 and target like 'person:%'
    order by next_at, id limit ${MOST} for update skip locked) due
  where d.tenant = $1 and d.id = due.id returning d.batch, d.target, d.attempts, d.waited`
// A robot writes one message at a time and then rests: its platform counts. The outlet's row is held meanwhile.
const CLAIM_OUTLET = `with free as (select kind from outlets
    where tenant = $1 and id = $4 and state = 'active' and free_at <= $2 for no key update skip locked),
  due as (select d.id from deliveries d where d.tenant = $1 and d.target = 'outlet:' || $4 and d.state = 'waiting'
      and d.batch = d.id and d.next_at <= $2 and exists (select from free)
    order by d.next_at, d.id limit case when (select kind from free) = 'webhook' then ${MOST_OF_AN_OUTLET} else 1 end
    for update skip locked),
  rests as (update outlets set free_at = $5 where tenant = $1 and id = $4 and kind <> 'webhook' and exists (select from due))
  update deliveries d set next_at = $3, attempts = d.attempts + 1
  from due where d.tenant = $1 and d.id = due.id returning d.batch, d.target, d.attempts, d.waited`
const ACTIVE = `select o.id from outlets o where o.tenant = $1 and o.state = 'active' and o.free_at <= $2 and exists (select from deliveries d
  where d.tenant = $1 and d.target = 'outlet:' || o.id and d.state = 'waiting' and d.next_at <= $2)`
const NOTICES = `select n.id, n.kind, n.at, n.receiver, n.due_at as "dueAt", n.read_at as "readAt", m.matter
  from deliveries d join notices n on n.tenant = d.tenant and n.id = d.notice_id join matters m on m.tenant = n.tenant and m.id = n.matter_id
  where d.tenant = $1 and d.batch = $2 order by n.id`
const ATTEMPT = `insert into delivery_attempts (tenant, batch, attempt, at, succeeded, said) values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant, batch, attempt) do nothing`
const END = `update deliveries set state = $3 where tenant = $1 and batch = $2 and state = 'waiting'`
const LATER = `update deliveries set next_at = $3, waited = waited + $4 where tenant = $1 and id = $2 and state = 'waiting'`

/** Puts together what is due for one receiver. */
export async function leadBatches(deps: StorageDeps, tenant: string): Promise<void> {
  await withTenant(deps.pool, tenant, (client) => client.query(LEAD, [tenant, deps.now()]))
}

/** Takes some of the mails that are due. */
export async function claimMails(deps: StorageDeps, tenant: string): Promise<readonly Batch[]> {
  const now = deps.now()
  const values = [tenant, now, addMilliseconds(now, LEASE_MS)]
  return withTenant(deps.pool, tenant, async (client) => (await client.query<Batch>(CLAIM, values)).rows)
}

/** The outlets that something is due for and that take it now. */
export const listDueOutlets = (deps: StorageDeps, tenant: string): Promise<readonly string[]> =>
  withTenant(deps.pool, tenant, async (client) =>
    (await client.query<{ id: string }>(ACTIVE, [tenant, deps.now()])).rows.map(({ id }) => id),
  )

/** Takes some of what is due for an outlet: of a robot one message. */
export async function claimForOutlet(deps: StorageDeps, tenant: string, outlet: string): Promise<readonly Batch[]> {
  const now = deps.now()
  const values = [tenant, now, addMilliseconds(now, LEASE_MS), outlet, addMilliseconds(now, ROBOT_REST_MS)]
  return withTenant(deps.pool, tenant, async (client) => (await client.query<Batch>(CLAIM_OUTLET, values)).rows)
}

/** What a batch says. */
export const readBatch = (deps: StorageDeps, tenant: string, batch: string): Promise<readonly BatchNotice[]> =>
  withTenant(deps.pool, tenant, async (client) => (await client.query<BatchNotice>(NOTICES, [tenant, batch])).rows)

/** Keeps how a try ended. Whoever answers for the receiver is told of what was given up, in the same transaction. */
export async function endTry(deps: StorageDeps, tenant: string, batch: Batch, ending: Ending): Promise<void> {
  const { directory } = await deps.rulebooks.of(tenant)
  const now = deps.now()
  await withTenant(deps.pool, tenant, (client) =>
    inTransaction(client, async () => {
      if (ending.state !== 'dropped') {
        const said = withoutAddresses(ending.said).slice(0, 500)
        await client.query(ATTEMPT, [tenant, batch.batch, batch.attempts, now, ending.state === 'sent', said])
      }
      if (ending.state === 'waiting')
        await client.query(LATER, [tenant, batch.batch, ending.next, ending.busy || ending.stops ? 1 : 0])
      else await client.query(END, [tenant, batch.batch, ending.state])
      await tellEnding(client, { tenant, batch, ending, now, directory })
    }),
  )
}

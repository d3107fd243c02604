import type { PoolClient } from 'pg'
import type { MailPreference } from '../../domain/notice/mail-preference.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { sendAt } from '../../engine/notices/send-at.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { derivedId } from '../write/ids.ts'

const BATCH = 500

/** What is older stays in the inbox alone: whoever switches mail on is not sent the last months. */
const FRESH_MS = 2 * 86_400_000

/** Whoever does the work of the post now: who holds it, unless they are away, and who stands in for it. */
const UNPLANNED = `select n.id, n.at, h.person_id as "personId", f.mode, f.digest_at as "digestAt",
    f.quiet_from as "quietFrom", f.quiet_until as "quietUntil"
  from (select id, at, receiver from notices where tenant = $1 and planned_at is null order by id limit ${BATCH} for update skip locked) n
  left join posts p on p.tenant = $1 and n.receiver = 'post:' || p.id and p.closed_at is null
  left join lateral (
    select p.person_id where not exists (
      select from stand_ins s where s.tenant = $1 and s.post_id = p.id and s.away and s.from_at <= $2 and s.until_at > $2)
    union
    select d.person_id from stand_ins s join posts d on d.tenant = $1 and d.id = s.by_post_id and d.closed_at is null
    where s.tenant = $1 and s.post_id = p.id and s.from_at <= $2 and s.until_at > $2
  ) h on h.person_id is not null
  left join notice_preferences f on f.tenant = $1 and f.person_id = h.person_id`
const PLANNED = 'update notices set planned_at = $3 where tenant = $1 and id = any($2::uuid[])'
const ADD = `insert into deliveries (tenant, id, notice_id, target, state, next_at, created_at)
  select $1, d.id, d.notice_id, d.target, 'waiting', d.next_at, $3
  from json_to_recordset($2::json) as d(id uuid, notice_id uuid, target text, next_at timestamptz)
  on conflict (tenant, id) do nothing`

type Unplanned = {
  readonly id: string
  readonly at: Instant
  readonly personId: string | null
  readonly mode: MailPreference['mode'] | null
  readonly digestAt: number
  readonly quietFrom: number | null
  readonly quietUntil: number | null
}

/**
 * Says of each new notice to whom it goes outside the page, and when. Plan and mark are one transaction, so that none is left out and
 * none planned twice, whichever server does it and wherever it dies. @returns how many deliveries were planned
 */
export async function planDeliveries(deps: StorageDeps, tenant: string): Promise<number> {
  let planned = 0
  for (;;) {
    const now = deps.now()
    const { seen, added } = await withTenant(deps.pool, tenant, (client) =>
      inTransaction(client, async () => {
        const { rows } = await client.query<Unplanned>(UNPLANNED, [tenant, now])
        const deliveries = rows.flatMap((row) => mailOf(tenant, row, now))
        if (deliveries.length > 0) await client.query(ADD, [tenant, JSON.stringify(deliveries), now])
        const ids = [...new Set(rows.map(({ id }) => id))]
        if (ids.length > 0) await client.query(PLANNED, [tenant, ids, now])
        return { seen: ids.length, added: deliveries.length }
      }),
    )
    planned += added
    if (seen < BATCH) return planned
  }
}

function mailOf(tenant: string, row: Unplanned, now: Instant) {
  const { id, at, personId, mode, digestAt, quietFrom, quietUntil } = row
  if (!personId || !mode || at < addMilliseconds(now, -FRESH_MS)) return []
  const quiet = quietFrom === null || quietUntil === null ? {} : { quietFrom, quietUntil }
  return [delivery(tenant, id, `person:${personId}`, sendAt({ mode, digestAt, ...quiet }, now), now)]
}

/** The id follows from notice and target: the same one is never there twice. */
const delivery = (tenant: string, noticeId: string, target: string, nextAt: Instant, now: Instant) => ({
  id: derivedId(Date.parse(now), 'delivery', tenant, noticeId, target),
  notice_id: noticeId,
  target,
  next_at: nextAt,
})

async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const done = await work()
    await client.query('commit')
    return done
  } catch (cause) {
    await client.query('rollback')
    throw cause
  }
}

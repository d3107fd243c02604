import type { NoticeKind } from '../../domain/notice/notice.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { AWAKE_ROLES } from '../../domain/unit/role.ts'
import type { Timing } from '../../domain/views/outlet-view.ts'
import { sendAt } from '../../engine/notices/send-at.ts'
import { withTenant } from '../connection/connect.ts'
import { inTransaction } from '../connection/in-transaction.ts'
import type { StorageDeps } from '../deps.ts'
import { derivedId } from '../write/ids.ts'

const BATCH = 500

/** What is older stays in the inbox alone: whoever switches mail on is not sent the last months. */
const FRESH_MS = 2 * 86_400_000

/**
 * A mail goes to whoever does the work of the post now, to a confirmed address: who holds it, unless they are away, and who stands in
 * for it.
 */
const UNPLANNED = `select n.id, n.at, n.kind, n.receiver, n.matter_id as "matterId", n.version, h.person_id as "personId",
    coalesce(p.unit_id, split_part(n.receiver, '@', 2)) as "unitId", coalesce(p.roles && $3, false) as awake, f.reasons, f.mode, f.digest_at as "digestAt",
    f.quiet_from as "quietFrom", f.quiet_until as "quietUntil"
  from (select id, at, kind, receiver, matter_id, version from notices where tenant = $1 and planned_at is null order by id limit ${BATCH} for update skip locked) n
  left join posts p on p.tenant = $1 and n.receiver = 'post:' || p.id and p.closed_at is null
  left join lateral (
    select p.person_id where not exists (
      select from stand_ins s where s.tenant = $1 and s.post_id = p.id and s.away and s.from_at <= $2 and s.until_at > $2)
    union
    select d.person_id from stand_ins s join posts d on d.tenant = $1 and d.id = s.by_post_id and d.closed_at is null
    where s.tenant = $1 and s.post_id = p.id and s.from_at <= $2 and s.until_at > $2
  ) h on h.person_id is not null
  left join notice_preferences f on f.tenant = $1 and f.person_id = h.person_id and f.confirmed_at is not null`
const OUTLETS = `select id, unit_id as "unitId", kind, reasons, mode, digest_at as "digestAt", quiet_from as "quietFrom",
    quiet_until as "quietUntil", created_at as "createdAt"
  from outlets where tenant = $1 and state in ('active', 'stopped')`
const PLANNED = 'update notices set planned_at = $3 where tenant = $1 and id = any($2::uuid[])'
const ADD = `insert into deliveries (tenant, id, notice_id, target, batch, state, next_at, created_at)
  select $1, d.id, d.notice_id, d.target, d.batch, 'waiting', d.next_at, $3
  from json_to_recordset($2::json) as d(id uuid, notice_id uuid, target text, batch uuid, next_at timestamptz)
  on conflict (tenant, id) do nothing`

type Hours = {
  readonly mode: Timing['mode']
  readonly digestAt: number
  readonly quietFrom: number | null
  readonly quietUntil: number | null
}
type Unplanned = {
  readonly id: string
  readonly at: Instant
  readonly kind: NoticeKind
  readonly receiver: string
  readonly matterId: string
  readonly version: number
  readonly personId: string | null
  readonly unitId: string
  readonly reasons: readonly string[] | null
  /** Told in a post that is there at night: no quiet hours, no daily mail, no reasons left out. */
  readonly awake: boolean
} & (Hours | { readonly mode: null })
type Outlet = Hours & {
  readonly id: string
  readonly unitId: string
  readonly kind: string
  readonly reasons: readonly string[]
  readonly createdAt: Instant
}

/**
 * Says of each new notice to whom it goes outside the page, and when. Plan and mark are one transaction, so that none is left out and
 * none planned twice, whichever server does it and wherever it dies. @returns how many deliveries were planned
 */
export async function planDeliveries(deps: StorageDeps, tenant: string, mailIsOn = true): Promise<number> {
  let planned = 0
  for (;;) {
    const now = deps.now()
    const { seen, added } = await withTenant(deps.pool, tenant, (client) =>
      inTransaction(client, async () => {
        const { rows } = await client.query<Unplanned>(UNPLANNED, [tenant, now, AWAKE_ROLES])
        if (rows.length === 0) return { seen: 0, added: 0 }
        const { rows: outlets } = await client.query<Outlet>(OUTLETS, [tenant])
        const fresh = rows.filter(({ at }) => at >= addMilliseconds(now, -FRESH_MS))
        const deliveries = fresh.flatMap((row) => [
          ...(mailIsOn ? mailOf(tenant, row, now) : []),
          ...outlets.flatMap((outlet) => outletOf(tenant, row, outlet, now)),
        ])
        if (deliveries.length > 0) await client.query(ADD, [tenant, JSON.stringify(deliveries), now])
        const ids = [...new Set(rows.map(({ id }) => id))]
        await client.query(PLANNED, [tenant, ids, now])
        return { seen: ids.length, added: deliveries.length }
      }),
    )
    planned += added
    if (seen < BATCH) return planned
  }
}

function mailOf(tenant: string, row: Unplanned, now: Instant) {
  const { id, at, kind, personId, reasons } = row
  if (!personId || row.mode === null || (!row.awake && reasons && !reasons.includes(kind))) return []
  const target = `person:${personId}`
  // The id follows from notice and target: the same one is never there twice.
  const delivery = derivedId(Date.parse(at), 'delivery', tenant, id, target)
  return [{ id: delivery, notice_id: id, target, next_at: row.awake ? now : sendAt(hoursOf(row), now) }]
}

/**
 * One event goes to an outlet once, however many posts of its unit were told of it. To another program each goes out by itself: the id
 * is by what that program knows a repetition.
 */
function outletOf(tenant: string, row: Unplanned, outlet: Outlet, now: Instant) {
  const { id, at, kind, matterId, version, unitId } = row
  if (unitId !== outlet.unitId || !outlet.reasons.includes(kind) || at < outlet.createdAt) return []
  const target = `outlet:${outlet.id}`
  const delivery = derivedId(Date.parse(at), 'delivery', tenant, matterId, String(version), target)
  const batch = outlet.kind === 'webhook' ? { batch: delivery } : {}
  return [{ id: delivery, notice_id: id, target, ...batch, next_at: sendAt(hoursOf(outlet), now) }]
}

const hoursOf = ({ mode, digestAt, quietFrom, quietUntil }: Hours): Timing => ({
  mode,
  digestAt,
  ...(quietFrom === null || quietUntil === null ? {} : { quietFrom, quietUntil }),
})

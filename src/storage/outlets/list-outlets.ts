import { type Kysely, sql } from 'kysely'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import type { OutletAddress, OutletKind, OutletState } from '../../domain/notice/outlet.ts'
import { present } from '../../domain/present.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { OutletView } from '../../domain/views/outlet-view.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Keys } from '../keys/keys.ts'
import type { Tables } from '../schema/tables.ts'
import { holding, openAddress } from './sealed-address.ts'

type Row = {
  readonly id: string
  readonly unitId: string
  readonly kind: OutletKind
  readonly name: string
  readonly host: string
  readonly sealed: unknown
  readonly reasons: readonly NoticeKind[]
  readonly mode: 'atOnce' | 'digest'
  readonly digestAt: number
  readonly quietFrom: number | null
  readonly quietUntil: number | null
  readonly state: OutletState
  readonly freeAt: Instant
  readonly waiting: number
  readonly dead: number
  readonly last: OutletView['last'] | null
}

/** The outlets of an office with how they fare, unit by unit; what was removed is not there. */
export async function listOutlets(db: Kysely<Tables>, keys: Keys, tenant: string, now: Instant): Promise<OutletView[]> {
  const { rows } = await sql<Row>`
    select o.id, o.unit_id as "unitId", o.kind, o.name, o.host, o.sealed, o.reasons, o.mode, o.digest_at as "digestAt",
      o.quiet_from as "quietFrom", o.quiet_until as "quietUntil", o.state, o.free_at as "freeAt", c.waiting, c.dead, a.last
    from outlets o
    cross join lateral (select count(*) filter (where d.state = 'waiting')::int as waiting, count(*) filter (where d.state = 'dead')::int as dead
      from deliveries d where d.tenant = o.tenant and d.target = 'outlet:' || o.id and d.state in ('waiting', 'dead')) c
    left join lateral (select json_build_object('at', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'succeeded', t.succeeded, 'said', t.said) as last
      from deliveries d join delivery_attempts t on t.tenant = d.tenant and t.batch = d.id
      where d.tenant = o.tenant and d.target = 'outlet:' || o.id order by t.at desc, t.attempt desc limit 1) a on true
    where o.tenant = ${tenant} and o.state <> 'removed' order by o.unit_id, o.created_at, o.id`.execute(db)
  return rows.map(({ sealed, freeAt, quietFrom, quietUntil, last, ...row }) => {
    const { secrets } = openAddress(keys, { tenant, id: row.id }, sealed)
    const old = secrets[1]?.until
    return {
      ...row,
      hasSecret: secrets.length > 0,
      ...present({
        quietFrom: quietFrom ?? undefined,
        quietUntil: quietUntil ?? undefined,
        last: last ?? undefined,
        oldSecretUntil: old && old > now ? old : undefined,
        waitsUntil: freeAt > now && row.state === 'active' ? freeAt : undefined,
      }),
    }
  })
}

/** Where an outlet leads, unsealed. @throws AnlanError not-found when there is none, or it was removed */
export async function openOutlet(
  db: Kysely<Tables>,
  keys: Keys,
  { tenant, id }: { readonly tenant: string; readonly id: string },
  now: Instant,
): Promise<OutletAddress & { readonly unitId: string; readonly name: string }> {
  const row = await db
    .selectFrom('outlets')
    .select(['kind', 'sealed', 'unit_id', 'name'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  if (!row) throw new AnlanError('not-found', { outlet: id })
  const kept = openAddress(keys, { tenant, id }, row.sealed)
  return {
    kind: row.kind as OutletKind,
    url: kept.url,
    secrets: holding(kept, now),
    unitId: row.unit_id,
    name: row.name,
  }
}

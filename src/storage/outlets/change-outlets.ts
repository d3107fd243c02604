import type { Kysely, Transaction } from 'kysely'
import type { OutletKind } from '../../domain/notice/outlet.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { type OutletWish, SECRETS_OVERLAP_MS } from '../../domain/views/outlet-view.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import type { Keys } from '../keys/keys.ts'
import { tellOfficeIn } from '../notices/office-notices.ts'
import type { Tables } from '../schema/tables.ts'
import { type Kept, openAddress, sealAddress } from './sealed-address.ts'

export type NewOutlet = OutletWish & {
  readonly id: string
  readonly unitId: string
  readonly kind: OutletKind
  readonly url: string
  readonly secret?: string
}

const columnsOf = ({ name, reasons, mode, digestAt, quietFrom, quietUntil }: OutletWish) => ({
  name,
  reasons: [...reasons],
  mode,
  digest_at: digestAt,
  quiet_from: quietFrom ?? null,
  quiet_until: quietUntil ?? null,
})
/** What the record of administration may say of an outlet: neither address nor secret. */
const recorded = (wish: OutletWish) => ({ ...columnsOf(wish) })

/** Sets up an outlet for a unit. Whoever answers for the unit is told, but for whoever did it. */
export function addOutlet(
  db: Kysely<Tables>,
  keys: Keys,
  act: AdminAct,
  outlet: NewOutlet,
  told: readonly string[],
): Promise<void> {
  const { tenant, at } = act
  const { id, unitId, kind, url, secret } = outlet
  return administer(db, act, async (trx) => {
    const unit = await trx
      .selectFrom('units')
      .select('id')
      .where('tenant', '=', tenant)
      .where('id', '=', unitId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (!unit) throw new AnlanError('request-invalid', { issues: [{ field: 'unitId', rule: 'not-a-unit' }] })
    const kept: Kept = { url, secrets: secret ? [{ secret }] : [] }
    await trx
      .insertInto('outlets')
      .values({
        tenant,
        id,
        unit_id: unitId,
        kind,
        ...columnsOf(outlet),
        host: new URL(url).host,
        sealed: sealAddress(keys, { tenant, id }, kept),
        state: 'active',
        free_at: at,
        created_at: at,
      })
      .execute()
    const others = told.filter((receiver) => receiver !== `post:${act.postId}`)
    await tellOfficeIn(trx, tenant, others, { kind: 'outletSet', subjectId: id, at })
    const after = { unitId, kind, host: new URL(url).host, ...recorded(outlet) }
    return { subject: 'outlet', subjectId: id, what: 'added', after }
  })
}

/** Changes name, reasons and hours of an outlet, and its address when one is given. */
export function changeOutlet(
  db: Kysely<Tables>,
  keys: Keys,
  act: AdminAct,
  id: string,
  { url, ...wish }: OutletWish & { readonly url?: string },
): Promise<void> {
  const place = { tenant: act.tenant, id }
  return change(db, act, id, 'changed', (row) => ({
    ...columnsOf(wish),
    ...(url
      ? {
          host: new URL(url).host,
          sealed: sealAddress(keys, place, { ...openAddress(keys, place, row.sealed), url }),
          // What was said of the old address holds no more.
          free_at: act.at,
          ...(row.state === 'stopped' ? { state: 'active' } : {}),
        }
      : {}),
  }))
}

/** Gives an outlet a new secret. The old one of a webhook holds beside it for a day, so that nothing is refused meanwhile. */
export function renewSecret(db: Kysely<Tables>, keys: Keys, act: AdminAct, id: string, secret: string): Promise<void> {
  const place = { tenant: act.tenant, id }
  return change(db, act, id, 'secretRenewed', (row) => {
    const { url, secrets } = openAddress(keys, place, row.sealed)
    const until = addMilliseconds(act.at, SECRETS_OVERLAP_MS)
    const old = row.kind === 'webhook' ? secrets.slice(0, 1).map((one) => ({ secret: one.secret, until })) : []
    return { sealed: sealAddress(keys, place, { url, secrets: [{ secret }, ...old] }) }
  })
}

/** Lets nothing go out, or lets it go out again. What comes up meanwhile stays in the inbox; what waits goes out afterwards. */
export const pauseOutlet = (db: Kysely<Tables>, act: AdminAct, id: string, paused: boolean): Promise<void> =>
  change(db, act, id, paused ? 'paused' : 'resumed', () => ({
    state: paused ? 'paused' : 'active',
    ...(paused ? {} : { free_at: act.at }),
  }))

/** Removes an outlet: address and secrets are forgotten, what waits is not sent. */
export const removeOutlet = (db: Kysely<Tables>, act: AdminAct, id: string): Promise<void> =>
  change(
    db,
    act,
    id,
    'closed',
    () => ({ state: 'removed', sealed: null }),
    async (trx) => {
      await trx
        .updateTable('deliveries')
        .set({ state: 'dropped' })
        .where('tenant', '=', act.tenant)
        .where('target', '=', `outlet:${id}`)
        .where('state', 'in', ['waiting', 'dead'])
        .execute()
    },
  )

type Row = { readonly kind: string; readonly state: string; readonly sealed: unknown }
type Change = Partial<{
  name: string
  reasons: string[]
  mode: string
  digest_at: number
  quiet_from: number | null
  quiet_until: number | null
  host: string
  sealed: string | null
  state: string
  free_at: string
}>

/** The record says what was changed, never the address or a secret. */
function change(
  db: Kysely<Tables>,
  act: AdminAct,
  id: string,
  what: 'changed' | 'closed' | 'paused' | 'resumed' | 'secretRenewed',
  changes: (row: Row) => Change,
  also?: (trx: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  return administer(db, act, async (trx) => {
    const row = await trx
      .selectFrom('outlets')
      .select(['kind', 'state', 'sealed'])
      .where('tenant', '=', act.tenant)
      .where('id', '=', id)
      .where('state', '<>', 'removed')
      .executeTakeFirst()
    if (!row) throw new AnlanError('not-found', { outlet: id })
    const set = changes(row)
    await trx.updateTable('outlets').set(set).where('tenant', '=', act.tenant).where('id', '=', id).execute()
    await also?.(trx)
    const { sealed: _, free_at: __, ...said } = set
    return { subject: 'outlet', subjectId: id, what, after: said }
  })
}

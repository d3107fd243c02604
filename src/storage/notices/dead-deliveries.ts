import { type Kysely, sql } from 'kysely'
import { present } from '../../domain/present.ts'
import type { DeadDelivery } from '../../domain/views/notice-view.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import type { Tables } from '../schema/tables.ts'

type Row = Omit<DeadDelivery, 'personName' | 'outletName' | 'unitId'> & {
  readonly personName: string | null
  readonly outletName: string | null
  readonly unitId: string | null
}

/** What was given up, the newest first: to whom, how often it was tried, and what the other side said last. */
export async function listDeadDeliveries(db: Kysely<Tables>, tenant: string, limit: number): Promise<DeadDelivery[]> {
  const { rows } = await sql<Row>`
    select d.id, p.name as "personName", o.name as "outletName", o.unit_id as "unitId", d.attempts, a.at, a.said,
      (select count(*)::int from deliveries o where o.tenant = d.tenant and o.batch = d.id) as notices
    from deliveries d
    left join people p on p.tenant = d.tenant and d.target = 'person:' || p.id
    left join outlets o on o.tenant = d.tenant and d.target = 'outlet:' || o.id
    join lateral (select t.at, t.said from delivery_attempts t where t.tenant = d.tenant and t.batch = d.id
      order by t.attempt desc limit 1) a on true
    where d.tenant = ${tenant} and d.state = 'dead' and d.id = d.batch order by d.id desc limit ${limit}`.execute(db)
  return rows.map(({ personName, outletName, unitId, ...row }) => ({
    ...row,
    ...present({
      personName: personName ?? undefined,
      outletName: outletName ?? undefined,
      unitId: unitId ?? undefined,
    }),
  }))
}

/** Lets what was given up go out again, and writes down who wanted it. @throws AnlanError not-found when it is not given up */
export async function retryDelivery(db: Kysely<Tables>, act: AdminAct, batch: string): Promise<void> {
  await administer(db, act, async (trx) => {
    const led = await trx
      .updateTable('deliveries')
      .set({ state: 'waiting', next_at: act.at })
      .where('tenant', '=', act.tenant)
      .where('batch', '=', batch)
      .where('state', '=', 'dead')
      .returning('id')
      .execute()
    if (led.length === 0) throw new AnlanError('not-found', { delivery: batch })
    return { subject: 'job', subjectId: batch, what: 'retried', after: { kind: 'delivery' } }
  })
}

/** Lets all that was given up for an outlet go out again. @throws AnlanError not-found when there is nothing */
export async function retryOutlet(db: Kysely<Tables>, act: AdminAct, outlet: string): Promise<void> {
  await administer(db, act, async (trx) => {
    const led = await trx
      .updateTable('deliveries')
      .set({ state: 'waiting', next_at: act.at })
      .where('tenant', '=', act.tenant)
      .where('target', '=', `outlet:${outlet}`)
      .where('state', '=', 'dead')
      .returning('id')
      .execute()
    if (led.length === 0) throw new AnlanError('not-found', { outlet })
    return { subject: 'outlet', subjectId: outlet, what: 'retried', after: { deliveries: led.length } }
  })
}

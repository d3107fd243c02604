import { type AdminAct, administer } from '../admin/admin-changes.ts'
import { databaseFor } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'

/** Enters an office that looks after the log, or ends that; on record. What it cosigned stays. */
export const changeWitness = (deps: StorageDeps, act: AdminAct, key: string, isThere: boolean): Promise<void> =>
  administer(databaseFor(deps.pool, act.tenant), act, async (trx) => {
    await trx
      .insertInto('log_witnesses')
      .values({ tenant: act.tenant, key, added_at: act.at, ended_at: isThere ? null : act.at })
      .onConflict((conflict) => conflict.columns(['tenant', 'key']).doUpdateSet({ ended_at: isThere ? null : act.at }))
      .execute()
    return { subject: 'office', subjectId: 'logWitness', what: 'changed', after: { key, isThere } }
  })

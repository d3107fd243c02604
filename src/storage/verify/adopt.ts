import { sql } from 'kysely'
import { ROW_KINDS, type RowKind } from '../../engine/transparency/entry.ts'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import { databaseFor, withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { readLog } from '../transparency/log-state.ts'
import { type LoggedRow, markForLog } from '../transparency/pending.ts'
import { sequenceLog } from '../transparency/sequence.ts'
import { rowFaults } from './logged-rows.ts'

/** Events that no entry covers and that are not on their way: between two entries, and after the last. */
const ADOPTED = (tenant: string) => sql`
  with covered as (
    select matter_id, first, last, lag(last, 1, 0) over (partition by matter_id order by last) as before
    from log_entries where tenant = ${tenant} and matter_id is not null
  ), gaps as (
    select matter_id as id, before + 1 as first, first - 1 as last from covered where first > before + 1
    union all
    select m.id, coalesce(c.last, 0) + 1, m.version from matters m
    left join (select matter_id, max(last) as last from covered group by 1) c on c.matter_id = m.id
    where m.tenant = ${tenant} and m.version > coalesce(c.last, 0)
  )
  insert into log_pending (tenant, kind, subject, first, last)
  select ${tenant}, 'adopted', g.id::text, g.first, g.last from gaps g
  where not exists (select from log_pending p where p.tenant = ${tenant} and p.subject = g.id::text)
  on conflict do nothing`

/**
 * Takes into the log what is not in it, though it should be: what a program without the log wrote, or somebody by SQL. That it was
 * taken in so, by whom and why is on record for good; what is gone stays missing. @returns how many entries were added for it
 */
export async function adoptIntoLog(deps: StorageDeps, act: AdminAct, host: string): Promise<number> {
  await sequenceLog(deps, act.tenant, host)
  const rows = await withTenant(deps.pool, act.tenant, async (client) => {
    const log = await readLog(client, deps.keys, act.tenant)
    return log ? rowsToAdopt(await rowFaults(client, act.tenant, log)) : []
  })
  let adopted = rows.length
  await administer(databaseFor(deps.pool, act.tenant), act, async (trx) => {
    adopted += Number((await ADOPTED(act.tenant).execute(trx)).numAffectedRows ?? 0)
    await markForLog(trx, act.tenant, rows)
    return { subject: 'office', subjectId: 'transparencyLog', what: 'changed', after: { adopted } }
  })
  await sequenceLog(deps, act.tenant, host)
  return adopted
}

function rowsToAdopt(faults: Awaited<ReturnType<typeof rowFaults>>): LoggedRow[] {
  return faults.flatMap(({ rule, at }) => {
    const [kind = '', ...rest] = at.split(' ')
    const isRow = rule !== 'row-removed' && (ROW_KINDS as readonly string[]).includes(kind)
    return isRow ? [{ kind: kind as RowKind, subject: rest.join(' ') }] : []
  })
}

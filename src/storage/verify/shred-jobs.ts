import type { ClientBase } from 'pg'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import { shredAt } from '../../engine/record/retention.ts'
import type { LogFault } from './verify-log.ts'

/** Closed matters with something sealed and no job left that destroys it, or one that comes far too late. */
const UNCARED = `select m.reference, m.matter, j.run_at as "runAt" from matters m
  left join (select (payload->>'matterId')::uuid as id, min(run_at) as run_at from jobs
    where tenant = $1 and kind = 'shred-fields' and done_at is null group by 1) j on j.id = m.id
  where m.tenant = $1 and m.state_group = 'done' and m.matter->>'shreddedAt' is null and m.matter->'restrictions' is null
    and (j.run_at is null or j.run_at > greatest(m.closed_at, $2) + interval '1 year')
    and (exists (select from matter_keys k where k.tenant = $1 and k.matter_id = m.id and k.wrapped_key is not null)
      or exists (select from reporter_vault v where v.tenant = $1 and v.matter_id = m.id and v.shredded_at is null))
  order by m.id`

/** A job that failed waits a few hours at most; a day more than that is no waiting. */
const LATE_MS = 2 * 86_400_000

/** Matters whose personal fields nobody would destroy when their time is over. */
export async function shredJobFaults(
  client: ClientBase,
  tenant: string,
  { procedures }: Rulebook,
  now: Instant,
): Promise<LogFault[]> {
  const { rows } = await client.query<{ reference: string; matter: Matter; runAt: Instant | null }>(UNCARED, [
    tenant,
    now,
  ])
  return rows.flatMap(({ reference, matter, runAt }) => {
    const procedure = findDefinition(procedures, matter)
    const at = procedure && shredAt(procedure, matter)
    const isLate = runAt === null || (at && Date.parse(runAt) > Math.max(Date.parse(at), Date.parse(now)) + LATE_MS)
    return at && isLate ? [{ rule: 'shred-job-missing', at: reference }] : []
  })
}

import { systemActor } from '../domain/matter/actor.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { findDefinition } from '../domain/procedure/definition.ts'
import { addMilliseconds } from '../domain/time/time.ts'
import { dueCommands } from '../engine/decide/due-commands.ts'
import { withTenant } from '../storage/connection/connect.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { handleCommand } from '../storage/write/handle.ts'

/** How long a claimed deadline is left to its sweeper before another may take it, for the case that it dies. */
const LEASE_MS = 5 * 60_000
const BATCH = 200

// The claim moves next_at on, so that no row stays locked while its command runs on another connection.
const CLAIM = `update deadlines d set next_at = $3 from (
  select matter_id, clock_id from deadlines where tenant = $1 and next_at <= $2 order by next_at limit ${BATCH} for update skip locked
) due where d.tenant = $1 and d.matter_id = due.matter_id and d.clock_id = due.clock_id returning d.matter_id as "matterId", d.clock_id as "clockId"`

/**
 * Warns, marks overdue and escalates what is due in one tenant. @returns how many commands were recorded
 * @throws AggregateError of what failed, after everything else was done: one broken matter must not stop the clocks of others
 */
export async function sweepDeadlines(deps: StorageDeps, tenant: string): Promise<number> {
  const now = deps.now()
  const failures: Error[] = []
  let recorded = 0
  for (;;) {
    const claimed = await withTenant(deps.pool, tenant, async (client) =>
      (await client.query<{ matterId: string }>(CLAIM, [tenant, now, addMilliseconds(now, LEASE_MS)])).rows.map(
        (row) => row.matterId,
      ),
    )
    for (const matterId of new Set(claimed)) {
      recorded += await sweepMatter(deps, tenant, matterId, now).catch((cause: Error) => {
        failures.push(new Error(`matter ${matterId}: ${cause.message}`, { cause }))
        return 0
      })
    }
    if (claimed.length < BATCH) break
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('; '))
  return recorded
}

/** An overdue clock may have escalations behind it: look again until nothing is due. */
async function sweepMatter(deps: StorageDeps, tenant: string, matterId: string, now: string): Promise<number> {
  const actor = systemActor(tenant)
  const rulebook = await deps.rulebooks.of(tenant)
  let matter = await readMatter(deps, tenant, matterId)
  let recorded = 0
  for (;;) {
    const procedure = matter && findDefinition(rulebook.procedures, matter)
    const command = matter && procedure && dueCommands(procedure, matter, now, rulebook.calendar)[0]
    if (!command) break
    const handled = await handleCommand(deps, { actor, matterId, command, now })
    if (handled.events.length === 0) break
    matter = handled.matter
    recorded += 1
  }
  return recorded
}

async function readMatter(deps: StorageDeps, tenant: string, matterId: string): Promise<Matter | undefined> {
  return withTenant(
    deps.pool,
    tenant,
    async (client) =>
      (
        await client.query<{ matter: Matter }>('select matter from matters where tenant = $1 and id = $2', [
          tenant,
          matterId,
        ])
      ).rows[0]?.matter,
  )
}

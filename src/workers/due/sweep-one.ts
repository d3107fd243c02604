import { systemActor } from '../../domain/matter/actor.ts'
import type { Instant } from '../../domain/time/time.ts'
import { nextByTime } from '../../storage/bulk/move-by-time.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { standingMatters } from '../../storage/due/due-matters.ts'
import { handleCommand } from '../../storage/write/handle.ts'

/**
 * Takes what is due in one matter, command by command: an overdue clock may have escalations behind it. @returns how many were recorded
 * @throws AnlanError as `handleCommand` does
 */
export async function sweepOne(deps: StorageDeps, tenant: string, matterId: string, now: Instant): Promise<number> {
  const actor = systemActor(tenant)
  const rulebook = await deps.rulebooks.of(tenant)
  const [standing] = await standingMatters(deps, tenant, [matterId])
  let matter = standing?.matter
  let recorded = 0
  for (;;) {
    const command = matter && nextByTime(rulebook, matter, now)
    if (!command) return recorded
    const handled = await handleCommand(deps, { actor, matterId, command, now })
    if (handled.events.length === 0) return recorded
    matter = handled.matter
    recorded += 1
  }
}

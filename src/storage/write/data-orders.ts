import { systemActor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { StorageDeps } from '../deps.ts'
import { handleCommand } from './handle.ts'
import { type OrderToCarryOut, orderMark } from './order-rows.ts'

/** Carries out what a matter ordered in those it concerns. The keys follow from the order, so doing it twice is harmless. */
export async function carryOutOrders(
  deps: StorageDeps,
  from: Matter,
  orders: readonly OrderToCarryOut[],
): Promise<void> {
  for (const { order, reason, matterIds, key } of orders)
    for (const matterId of matterIds)
      await handleCommand(deps, {
        actor: systemActor(from.tenant),
        matterId,
        key: `${key}:${matterId}`,
        command: { type: 'OrderData', order, orderedBy: orderMark(from.id), reason },
      })
}

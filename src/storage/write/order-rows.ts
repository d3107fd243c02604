import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { DataOrder } from '../../domain/personal/data-orders.ts'
import { derivedId } from './ids.ts'

/** What is ordered of the personal data in other matters, and why. */
export type OrderToCarryOut = {
  readonly order: DataOrder
  readonly reason: string
  readonly matterIds: readonly string[]
  readonly key: string
}

/**
 * The mark under which a matter's order stands elsewhere: the same each time, and nobody reads from it which matter that is, not
 * even that it is there.
 */
export const orderMark = (matterId: string): string => derivedId(0, 'data-order', matterId)

/** What the events order of the matters that this one concerns. `firstVersion` is the version of the first event. */
export const ordersToCarryOut = (
  { id, links }: Matter,
  events: readonly MatterEvent[],
  firstVersion: number,
): OrderToCarryOut[] => {
  const matterIds = links.flatMap(({ type, matterId }) => (type === 'concerns' ? [matterId] : []))
  return events.flatMap((event, offset) =>
    event.type === 'StepTaken' && event.orders && matterIds.length > 0
      ? [
          {
            order: event.orders,
            reason: String(event.form['carryReason'] ?? ''),
            matterIds,
            key: `order:${id}:${firstVersion + offset}`,
          },
        ]
      : [],
  )
}

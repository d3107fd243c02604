import type { Clock } from '../../domain/procedure/deadline.ts'

/**
 * The clock that leads: of those that count what ends first, else of those that wait for a check, else of the paused ones;
 * undefined when every one has ended. One that runs for a holder of a seat leads only for that holder, or where nothing else is left.
 */
export function leadingClock<C extends Pick<Clock, 'state' | 'dueAt' | 'holder'>>(
  clocks: readonly C[],
  reader: readonly string[] = [],
): C | undefined {
  return (
    leading(clocks.filter(({ holder }) => holder !== undefined && reader.includes(holder))) ??
    leading(clocks.filter(({ holder }) => holder === undefined)) ??
    leading(clocks)
  )
}

function leading<C extends Pick<Clock, 'state' | 'dueAt'>>(clocks: readonly C[]): C | undefined {
  const soonest = (of: readonly C[]) =>
    of.reduce<C | undefined>((first, clock) => (first && first.dueAt <= clock.dueAt ? first : clock), undefined)
  return (
    soonest(clocks.filter(({ state }) => state === 'running' || state === 'overdue')) ??
    soonest(clocks.filter(({ state }) => state === 'held')) ??
    soonest(clocks.filter(({ state }) => state === 'paused'))
  )
}

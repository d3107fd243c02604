import type { Clock } from '../../domain/procedure/deadline.ts'

/** The clock that leads: of those that count what ends first, else of those that wait for a check, else of the paused ones; undefined when every one has ended. */
export function leadingClock<C extends Pick<Clock, 'state' | 'dueAt'>>(clocks: readonly C[]): C | undefined {
  const soonest = (of: readonly C[]) =>
    of.reduce<C | undefined>((first, clock) => (first && first.dueAt <= clock.dueAt ? first : clock), undefined)
  return (
    soonest(clocks.filter(({ state }) => state === 'running' || state === 'overdue')) ??
    soonest(clocks.filter(({ state }) => state === 'held')) ??
    soonest(clocks.filter(({ state }) => state === 'paused'))
  )
}

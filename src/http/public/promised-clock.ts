import type { Matter } from '../../domain/matter/matter.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'

/** Clocks that end with something the reporter gets; the others run between offices. */
const PROMISED = ['tell', 'handle', 'redo']

/** The clock whose end brings the reporter the next answer, or undefined when none is owed. */
export function promisedClock({ clocks, group }: Matter): Clock | undefined {
  if (group === 'done') return undefined
  return clocks
    .filter(({ deadline, state }) => PROMISED.includes(deadline) && state !== 'met' && state !== 'cancelled')
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
}

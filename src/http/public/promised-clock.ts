import type { Matter } from '../../domain/matter/matter.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Period } from '../../domain/time/time.ts'
import { leadingClock } from '../../engine/time/leading-clock.ts'

/** The clock whose end brings the reporter the next answer, or undefined when none is owed. */
export function promisedClock({ clocks, group }: Matter, { reporting }: Procedure): Clock | undefined {
  if (group === 'done') return undefined
  return leadingClock(clocks.filter(({ deadline }) => reporting?.promises.includes(deadline)))
}

/** How long it takes until somebody who reports now has a first answer: by the rule, or by the county's own length. */
export function promisedPeriod(
  { id, reporting, opening, deadlines }: Procedure,
  { overrides }: Pick<Rulebook, 'overrides'>,
): Period | undefined {
  const first = reporting?.promises.find((deadline) => opening.starts.includes(deadline))
  const rule = first === undefined ? undefined : deadlines[first]
  const own = overrides[`${id}.${first}`]
  if (own) return { length: own.length, unit: own.unit }
  return typeof rule?.length === 'number' ? { length: rule.length, unit: rule.unit } : undefined
}

import { present } from '../present.ts'
import type { Day } from '../time/time.ts'
import type { Verdict, WarningRecord } from './warning-view.ts'

/** What is known of a warning that was raised: what came of it, and when. */
export type KnownWarning = {
  readonly verdict: Verdict | undefined
  readonly since: Day
  readonly raisedOn: Day
  /** The day on which a matter was made of it. */
  readonly madeOn: Day | undefined
}

const DAY_MS = 86_400_000
const daysFrom = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** The middle one; of an even number the lower of the two. */
const median = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]

/** What became of warnings: how many were real, how sure that share is, and how fast they came. */
export function warningRecord(
  warnings: readonly KnownWarning[],
  interval: (hits: number, trials: number) => readonly [number, number],
): WarningRecord {
  const count = (verdict: Verdict | undefined) => warnings.filter((each) => each.verdict === verdict).length
  const [real, notReal] = [count('real'), count('notReal')]
  const told = real + notReal
  const [low, high] = interval(real, told)
  return {
    real,
    notReal,
    unclear: count('unclear'),
    waiting: count(undefined),
    ...present({
      precision: told === 0 ? undefined : { share: real / told, low, high },
      medianDelayDays: median(warnings.map(({ since, raisedOn }) => daysFrom(since, raisedOn))),
      medianLeadDays: median(
        warnings.flatMap(({ raisedOn, madeOn }) => (madeOn === undefined ? [] : [daysFrom(raisedOn, madeOn)])),
      ),
    }),
  }
}

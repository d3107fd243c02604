import type { CountSeries } from '../../statistics/count-series.ts'
import { type Detection, type FailureCode, failure, type StatisticsFailure } from '../../statistics/detection.ts'
import { houseDefaults } from '../../statistics/house/house-settings.ts'

/** What the table needs of any method; `expected` where the method has one. */
export type Judged = Detection & {
  readonly expected?: readonly (number | null)[]
  /** Why a point has no answer, where the method says. */
  readonly refused?: readonly (FailureCode | undefined)[]
}

export type OneSeries = (
  series: CountSeries,
  alpha: number | undefined,
  points: readonly number[],
) => Judged | StatisticsFailure

/**
 * A method whose answer for a point depends on its own past alone. It refuses all points when it cannot judge one of
 * them; here the others keep their answers.
 */
export function eachPoint(method: OneSeries): OneSeries {
  return (series, alpha, points) => {
    const together = method(series, alpha, points)
    if (together.ok) return withDecidingBounds(together, series)
    if (points.length === 1) return together
    const alone = points.map((point) => method(series, alpha, [point]))
    if (!alone.some(({ ok }) => ok)) return together
    const answer = joined(
      points,
      alone.map((answer) => (answer.ok ? answer : unknown(answer.code))),
    )
    return withDecidingBounds(answer, series)
  }
}

/**
 * Without the bounds that decide nothing: Farrington's 0 where there were too few reports to judge, and that of C3 where
 * the days before are alarm enough. A bound beside a count says whether there is an alarm, or it is not there.
 */
function withDecidingBounds(answer: Judged, { observed }: CountSeries): Judged {
  const upperbound = answer.upperbound.map((bound, index) => {
    const count = observed[(answer.points[index] as number) - 1] ?? null
    const alarm = answer.alarm[index] ?? null
    const decides = bound === null || count === null || alarm === null || alarm === count > bound
    return decides ? bound : null
  })
  return { ...answer, upperbound }
}

/**
 * A method that adds up from its first point on, everything before being the past in control. The bound becomes the
 * highest count that is no alarm, as with the other methods; the chart itself knows the least that is one.
 */
export function chart(method: OneSeries): OneSeries {
  return (series, alpha, points) => {
    const first = houseDefaults(series.frequency).leastHistory + 1
    const judged = points.filter((point) => point >= first)
    if (judged.length === 0) return failure('history-too-short', 'points', points[0] ?? 1)
    const answer = method(series, alpha, judged)
    if (!answer.ok) return answer
    const upperbound = answer.upperbound.map((least) => (least === null || least <= 0 ? null : Math.ceil(least) - 1))
    const answered = joined(points, [
      ...points.slice(judged.length).map(() => unknown('history-too-short')),
      { ...answer, upperbound, expected: answer.expected ?? judged.map(() => null) },
    ])
    return withDecidingBounds(answered, series)
  }
}

const unknown = (code: FailureCode): Omit<Judged, 'ok' | 'points'> => ({
  upperbound: [null],
  alarm: [null],
  pvalue: [null],
  expected: [null],
  refused: [code],
})

const joined = (points: readonly number[], parts: readonly Omit<Judged, 'ok' | 'points'>[]): Judged => ({
  ok: true,
  points,
  upperbound: parts.flatMap(({ upperbound }) => upperbound),
  alarm: parts.flatMap(({ alarm }) => alarm),
  pvalue: parts.flatMap(({ pvalue }) => pvalue),
  expected: parts.flatMap(({ expected, alarm }) => expected ?? alarm.map(() => null)),
  refused: parts.flatMap(({ refused, alarm }) => refused ?? alarm.map(() => undefined)),
})

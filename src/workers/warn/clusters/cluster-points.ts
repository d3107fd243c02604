import { dayAt } from '../../../domain/time/day-number.ts'
import type { SeriesPoint } from '../../../domain/warnings/warning-view.ts'
import { type Burst, daysOf } from '../choose-bursts.ts'

/** A year of weeks of a ring as pages show them, the oldest first; of a single series none. */
export function clusterPoints(burst: Burst): SeriesPoint[] {
  const { point, ring } = burst
  if (!ring) return []
  const { first, last } = daysOf(burst)
  const inWindow = (last - first + 1) / 7
  return ring.weeks.map((observed, week) => {
    const left = ring.weeks.length - week
    const crossed = left <= inWindow
    return {
      day: dayAt(last - 7 * left + 1),
      observed,
      expected: crossed && point.expected !== null ? Number((point.expected / inWindow).toPrecision(4)) : null,
      upper: null,
      p: left === 1 && point.logP !== null ? Number(Math.exp(point.logP).toPrecision(3)) : null,
      crossed,
    }
  })
}

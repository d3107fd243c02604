import { phaseOf } from './closing-hazard.ts'
import type { FlowRecord } from './matter-flow.ts'

/** Expected counts at the end of the 1st, 2nd, … step after the origin. */
export type Projection = { readonly open: number[]; readonly overdue: number[] }

/** Arrivals of a step weigh this much of those of the step after it: whichever foretold the past arrivals best. */
const FADINGS = [0.5, 0.7, 0.85, 0.95]

export type ProjectionSettings = { readonly origin: number; readonly horizon: number; readonly window: number }

/**
 * Carries the matters open at the origin forward by their chance of being closed, and adds those that will come: as
 * many as lately, with deadlines as lately. Uses nothing that happened after the origin.
 */
export function projectFlow(
  records: readonly FlowRecord[],
  hazard: Float64Array,
  { origin, horizon, window }: ProjectionSettings,
): Projection {
  const open = new Array<number>(horizon).fill(0)
  const overdue = new Array<number>(horizon).fill(0)
  const carry = (count: number, opened: number, due: number | null, first: number) => {
    let left = count
    for (let step = first; step <= origin + horizon; step++) {
      left *= 1 - hazard[phaseOf(step, opened, due)]!
      open[step - origin - 1]! += left
      if (due !== null && due <= step) overdue[step - origin - 1]! += left
    }
  }
  for (const { count, opened, due, closed } of records)
    if (opened <= origin && (closed === null || closed > origin)) carry(count, opened, due, origin + 1)
  for (const [lag, mean] of arrivalsByLag(records, origin, window))
    for (let step = origin + 1; step <= origin + horizon; step++)
      carry(mean, step, lag === null ? null : step + lag, step)
  return { open, overdue }
}

/** Expected arrivals a step, by steps from opening to the due step (null: no deadline). */
function arrivalsByLag(records: readonly FlowRecord[], origin: number, window: number): Map<number | null, number> {
  const span = Math.min(window, origin)
  const arrivals = new Array<number>(span).fill(0)
  const lags = new Map<number | null, number>()
  let all = 0
  for (const { count, opened, due } of records) {
    const back = origin - opened
    if (back < 0 || back >= span) continue
    arrivals[span - 1 - back]! += count
    const lag = due === null ? null : due - opened
    lags.set(lag, (lags.get(lag) ?? 0) + count)
    all += count
  }
  const coming = comingArrivals(arrivals)
  return new Map([...lags].map(([lag, count]) => [lag, (coming * count) / all]))
}

/** Exponential smoothing, with the memory that had the smallest squared error one step ahead. */
function comingArrivals(arrivals: readonly number[]): number {
  const start = arrivals.reduce((sum, each) => sum + each, 0) / Math.max(arrivals.length, 1)
  let best = { error: Number.POSITIVE_INFINITY, level: start }
  for (const fading of FADINGS) {
    let level = start
    let error = 0
    for (const each of arrivals) {
      error += (each - level) ** 2
      level = fading * level + (1 - fading) * each
    }
    if (error < best.error) best = { error, level }
  }
  return best.level
}

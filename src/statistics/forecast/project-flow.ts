import { type ClosingChance, chanceInStep } from './closing-hazard.ts'
import { comingArrivals } from './coming-arrivals.ts'
import type { FlowRecord } from './matter-flow.ts'

/** Expected counts at the end of the 1st, 2nd, … step after the origin. */
export type Projection = { readonly open: number[]; readonly overdue: number[] }

export type ProjectionSettings = {
  readonly origin: number
  readonly horizon: number
  readonly window: number
  readonly round: number
}

/**
 * Carries the matters open at the origin forward by their chance of being closed, and adds those that will come: as
 * many as lately, with deadlines as lately. Uses nothing that happened after the origin.
 */
export function projectFlow(
  records: readonly FlowRecord[],
  closing: ClosingChance,
  { origin, horizon, window, round }: ProjectionSettings,
): Projection {
  const open = new Array<number>(horizon).fill(0)
  const overdue = new Array<number>(horizon).fill(0)
  const carry = (count: number, opened: number, due: number | null, first: number) => {
    let left = count
    for (let step = first; step <= origin + horizon; step++) {
      left *= 1 - chanceInStep(closing, step, opened, due)
      open[step - origin - 1]! += left
      if (due !== null && due <= step) overdue[step - origin - 1]! += left
    }
  }
  for (const { count, opened, due, closed } of records)
    if (opened <= origin && (closed === null || closed > origin)) carry(count, opened, due, origin + 1)
  const { lags, means } = comingArrivals(records, { origin, horizon, window, round })
  for (const [index, mean] of means.entries())
    for (const [lag, share] of lags) {
      const opened = origin + index + 1
      carry(mean * share, opened, lag === null ? null : opened + lag, opened)
    }
  return { open, overdue }
}

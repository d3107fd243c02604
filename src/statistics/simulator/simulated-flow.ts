import type { FlowRecord, MatterFlow } from '../forecast/matter-flow.ts'
import { negativeBinomialCount } from './count-draw.ts'
import { mrg32k3a } from './mrg32k3a.ts'

/** How an invented office works. */
export type Office = {
  readonly steps: number
  /** Mean arrivals in a step. */
  readonly arrivals: (step: number) => number
  /** Chance of being closed in a step, by steps to the due step (null: no deadline). */
  readonly closing: (step: number, toDue: number | null) => number
}

/** Matters with deadlines of two or four weeks or none, closed mostly when the deadline is near. */
export const DILIGENT: Office = {
  steps: 160,
  arrivals: (step) => 20 * (1 + 0.4 * Math.sin((2 * Math.PI * step) / 52)),
  closing: (_, toDue) => (toDue === null || toDue > 1 ? 0.12 : toDue >= 0 ? 0.5 : 0.2),
}

/** Plays an office step by step; the same number always plays the same. */
export function simulatedFlow({ steps, arrivals, closing }: Office, number: number): MatterFlow {
  const uniform = mrg32k3a([number, 11, 12345, 67890, 4321, 77])
  const records: FlowRecord[] = []
  for (let opened = 1; opened <= steps; opened++) {
    const count = negativeBinomialCount(arrivals(opened), 1.5, uniform())
    for (let i = 0; i < count; i++) {
      const kind = uniform()
      const due = kind < 0.7 ? opened + 4 : kind < 0.9 ? opened + 2 : null
      let closed: number | null = null
      for (let step = opened; step <= steps && closed === null; step++)
        if (uniform() < closing(step, due === null ? null : due - step)) closed = step
      records.push({ count: 1, opened, due, closed })
    }
  }
  return { now: steps, records }
}

// A level that its own counts push up and down: what comes in today brings more tomorrow.
import type { Uniform } from '../../../src/statistics/simulator/mrg32k3a.ts'
import { type CountLaw, drawCount } from './count-laws.ts'

/** Which share of the mean hangs on the counts before, and how fast their weight falls a step. */
export type Excitation = { readonly share: number; readonly decay: number }

export type Drawn = { readonly counts: number[]; readonly mean: number[] }

/** Draws counts whose mean is `base` where the counts before were usual, and moves with them. */
export function selfExcited(
  base: readonly number[],
  { share, decay }: Excitation,
  law: CountLaw,
  uniform: Uniform,
): Drawn {
  const counts: number[] = []
  const mean: number[] = []
  let lately = 1
  for (const usual of base) {
    const now = usual * (1 - share + share * lately)
    const count = drawCount(law, now, uniform)
    mean.push(now)
    counts.push(count)
    lately = decay * lately + (1 - decay) * (count / usual)
  }
  return { counts, mean }
}

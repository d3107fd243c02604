import type { Seed } from '../simulator/mrg32k3a.ts'
import { dealt, type Lately } from './lately.ts'
import { mostUnusualRing } from './most-unusual-ring.ts'
import type { Neighbourhoods } from './neighbourhoods.ts'

/** What chance alone makes of the highest ratio: a Gumbel law (Abrams, Kulldorff and Kleinman 2010). */
export type RingLaw = { readonly location: number; readonly scale: number }

const EULER = 0.5772156649015329
/** Where chance gives next to no ring at all, the law is not narrower than this. */
const LEAST_SCALE = 0.5

/** Learns the law from so many deals of the same totals. */
export function ringLaw(lately: Lately, rings: Neighbourhoods, replicates: number, seed: Seed): RingLaw {
  let [sum, squares, made] = [0, 0, 0]
  for (const deal of dealt(lately, seed)) {
    const ratio = mostUnusualRing(deal, rings)?.ratio ?? 0
    sum += ratio
    squares += ratio * ratio
    made += 1
    if (made >= replicates) break
  }
  const mean = sum / made
  const variance = Math.max(squares / made - mean * mean, 0) * (made / Math.max(made - 1, 1))
  const scale = Math.max(Math.sqrt(6 * variance) / Math.PI, LEAST_SCALE)
  return { location: mean - EULER * scale, scale }
}

/** The natural log of the chance that any ring stands out so far. */
export function logChance({ location, scale }: RingLaw, ratio: number): number {
  const z = (ratio - location) / scale
  // log(1 - exp(-exp(-z))) without losing the tail.
  return z > 30 ? -z : Math.log(-Math.expm1(-Math.exp(-z)))
}

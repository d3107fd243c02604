import { binomialAtLeast, binomialAtMost, binomialQuantile } from '../numerics/binomial.ts'
import { binomialMass } from '../numerics/binomial-mass.ts'
import { poissonAtLeast, poissonAtMost, poissonQuantile } from '../numerics/poisson.ts'
import { poissonMass } from '../numerics/poisson-mass.ts'
import type { FunnelKind } from './funnel-input.ts'

/** How one unit's count falls when the unit is like the target: binomial for a proportion, Poisson for a ratio. */
export type FunnelLaw = {
  /** Standard error of the rate, by the normal approximation. */
  readonly se: number
  readonly atMost: (count: number) => number
  readonly atLeast: (count: number) => number
  /** The smallest count whose cumulative probability reaches this. */
  readonly quantile: (probability: number) => number
  /** The rate with this tail probability below it, interpolated between whole counts; may lie below 0. */
  readonly limit: (probability: number) => number
}

/** The law of a unit of this size under the target. @param target - a proportion inside 0 to 1, or a ratio above 0 */
export function funnelLaw(kind: FunnelKind, denominator: number, target: number): FunnelLaw {
  return kind === 'proportion' ? binomialLaw(denominator, target) : poissonLaw(denominator, target)
}

function binomialLaw(n: number, target: number): FunnelLaw {
  const atMost = (count: number) => binomialAtMost(count, n, target)
  const quantile = (p: number) => binomialQuantile(p, n, target)
  return {
    se: Math.sqrt((target * (1 - target)) / n),
    atMost,
    atLeast: (count) => binomialAtLeast(count, n, target),
    quantile,
    limit: (p) => interpolated(p, quantile(p), atMost, (q) => binomialMass(q, n, target, 1 - target)) / n,
  }
}

function poissonLaw(expected: number, target: number): FunnelLaw {
  const mean = expected * target
  const atMost = (count: number) => poissonAtMost(count, mean)
  const quantile = (p: number) => poissonQuantile(p, mean)
  return {
    se: Math.sqrt(target / expected),
    atMost,
    atLeast: (count) => poissonAtLeast(count, mean),
    quantile,
    limit: (p) => interpolated(p, quantile(p), atMost, (q) => poissonMass(q, mean)) / expected,
  }
}

/** Spiegelhalter (2005), appendix: the quantile less the part of its own probability that overshoots p. */
function interpolated(
  p: number,
  quantile: number,
  atMost: (count: number) => number,
  mass: (count: number) => number,
): number {
  return quantile - (atMost(quantile) - p) / mass(quantile)
}

import { binomialAtLeast, binomialAtMost } from '../numerics/binomial.ts'
import { binomialMass } from '../numerics/binomial-mass.ts'
import { poissonAtLeast, poissonAtMost } from '../numerics/poisson.ts'
import { poissonMass } from '../numerics/poisson-mass.ts'
import { monotoneRoot } from './monotone-root.ts'

export type Interval = { readonly lower: number; readonly upper: number }

/**
 * What a tail is: `exact` counts the observed number in full, so that the interval covers the truth at least as often
 * as it says; `mid-p` counts it by half, so that it covers it about as often as it says and is shorter.
 */
export type TailRule = 'exact' | 'mid-p'

/**
 * The proportions that a count of `k` out of `n` does not rule out: Clopper–Pearson (1934), or its mid-p form
 * (Lancaster 1961; Agresti and Gottard 2005).
 *
 * @param k - a whole number from 0 to `n`; callers have checked both
 * @param level - probability of covering the truth, such as 0.95. Near 0 a mid-p interval need not hold k / n itself.
 * @returns ends from 0 to 1, with a relative error under 1e-10 up to n of a million, 1e-8 at a thousand million
 */
export function proportionInterval(k: number, n: number, level: number, rule: TailRule): Interval {
  const tail = (1 - level) / 2
  const share = rule === 'exact' ? 0 : 0.5
  const own = (p: number) => share * binomialMass(k, n, p, 1 - p)
  return {
    lower: k === 0 ? 0 : monotoneRoot((p) => binomialAtLeast(k, n, p) - own(p) - tail, 0, 1),
    upper: k === n ? 1 : monotoneRoot((p) => binomialAtMost(k, n, p) - own(p) - tail, 0, 1),
  }
}

/**
 * The Poisson means that a count of `k` (whole, from 0) does not rule out: Garwood (1936), or its mid-p form. Divide by
 * the exposure for a rate. Relative error under 1e-13.
 */
export function meanInterval(k: number, level: number, rule: TailRule): Interval {
  const tail = (1 - level) / 2
  const share = rule === 'exact' ? 0 : 0.5
  const own = (mean: number) => share * poissonMass(k, mean)
  const upperTail = (mean: number) => poissonAtMost(k, mean) - own(mean) - tail
  return {
    lower: k === 0 ? 0 : monotoneRoot((mean) => poissonAtLeast(k, mean) - own(mean) - tail, 0, k),
    upper: monotoneRoot(upperTail, 0, aboveRoot(upperTail, k + 4)),
  }
}

/** Doubles the bracket until the upper tail has become small. */
function aboveRoot(value: (mean: number) => number, start: number): number {
  let high = start
  while (value(high) > 0) high *= 2
  return high
}

/**
 * The ratios of two Poisson means that counts `a` and `b` do not rule out: given their sum, `a` is binomial
 * (Przyborowski and Wilenski 1940). The upper end is null where it is unbounded (`b` = 0).
 */
export function ratioInterval(
  a: number,
  b: number,
  level: number,
  rule: TailRule,
): { readonly lower: number; readonly upper: number | null } {
  if (a > b) {
    // A proportion near 1 has lost the digits of what is left of 1: the ratio is taken from the smaller side.
    const turned = ratioInterval(b, a, level, rule)
    return { lower: turned.upper === null ? 0 : 1 / turned.upper, upper: b === 0 ? null : 1 / turned.lower }
  }
  const { lower, upper } = proportionInterval(a, a + b, level, rule)
  return { lower: lower / (1 - lower), upper: b === 0 ? null : upper / (1 - upper) }
}

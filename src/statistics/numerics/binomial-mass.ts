import { devianceTerm, stirlingError } from './log-gamma.ts'

const TWO_PI = 2 * Math.PI

/**
 * Γ(n+1)/(Γ(k+1) Γ(n-k+1)) p^k q^(n-k) with q = 1 - p, also for k and n that are no whole numbers.
 * Saddle-point form of Loader (2000).
 */
export function binomialMass(k: number, n: number, p: number, q: number): number {
  if (k < 0 || k > n) return 0
  if (p === 0) return k === 0 ? 1 : 0
  if (q === 0) return k === n ? 1 : 0
  if (k === 0) return Math.exp(n * logOf(q, p))
  if (k === n) return Math.exp(n * logOf(p, q))
  const rest = n - k
  const exponent =
    stirlingError(n) - stirlingError(k) - stirlingError(rest) - devianceTerm(k, n * p) - devianceTerm(rest, n * q)
  return Math.exp(exponent) * Math.sqrt(n / (TWO_PI * k * rest))
}

/** ln(value) where `complement` is 1 - value: exact also for values near 1. */
const logOf = (value: number, complement: number) => (complement < 0.1 ? Math.log1p(-complement) : Math.log(value))

import { devianceTerm, stirlingError } from './log-gamma.ts'

const SQRT_2PI = 2.5066282746310002

/**
 * mean^k e^-mean / Γ(k+1), also for k that is no whole number (then it is the common factor of the incomplete gamma
 * functions). Saddle-point form of Loader (2000): relative accuracy about 1e-15 wherever it does not underflow.
 */
export function poissonMass(k: number, mean: number): number {
  if (k < 0) return 0
  if (mean === 0) return k === 0 ? 1 : 0
  if (k === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(k) - devianceTerm(k, mean)) / (SQRT_2PI * Math.sqrt(k))
}

import { discreteQuantile } from './discrete-quantile.ts'
import { gammaLowerTail, gammaUpperTail } from './incomplete-gamma.ts'

/** P(Y >= k) for a Poisson count with this mean; k at or below 0 gives 1. */
export const poissonAtLeast = (k: number, mean: number): number => (k <= 0 ? 1 : gammaLowerTail(k, mean))

/** P(Y <= k) for a Poisson count with this mean. */
export const poissonAtMost = (k: number, mean: number): number => (k < 0 ? 0 : gammaUpperTail(k + 1, mean))

/** The smallest whole number whose cumulative Poisson probability reaches p. */
export function poissonQuantile(p: number, mean: number): number {
  if (!(mean >= 0) || !Number.isFinite(mean)) return Number.NaN
  if (mean === 0) return 0
  const law = {
    mean,
    sd: Math.sqrt(mean),
    skewness: 1 / Math.sqrt(mean),
    excessKurtosis: 1 / mean,
    largest: Number.POSITIVE_INFINITY,
    atMost: (k: number) => poissonAtMost(k, mean),
    moreThan: (k: number) => poissonAtLeast(k + 1, mean),
  }
  return discreteQuantile(p, law)
}

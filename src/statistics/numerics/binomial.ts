import { discreteQuantile } from './discrete-quantile.ts'
import { betaLowerTail } from './incomplete-beta.ts'

/** P(X >= k) for a binomial count of n trials with this probability. */
export function binomialAtLeast(k: number, n: number, probability: number): number {
  if (k <= 0) return 1
  return k > n ? 0 : betaLowerTail(probability, 1 - probability, k, n - k + 1)
}

/** P(X <= k) for a binomial count of n trials with this probability. */
export function binomialAtMost(k: number, n: number, probability: number): number {
  if (k < 0) return 0
  return k >= n ? 1 : betaLowerTail(1 - probability, probability, n - k, k + 1)
}

/** The smallest whole number whose cumulative binomial probability reaches p. */
export function binomialQuantile(p: number, n: number, probability: number): number {
  if (!(probability >= 0 && probability <= 1) || !(n >= 0)) return Number.NaN
  if (probability === 0 || n === 0) return 0
  if (probability === 1) return n
  const q = 1 - probability
  const sd = Math.sqrt(n * probability * q)
  return discreteQuantile(p, {
    mean: n * probability,
    sd,
    skewness: (q - probability) / sd,
    excessKurtosis: (1 - 6 * probability * q) / (sd * sd),
    largest: n,
    atMost: (k) => binomialAtMost(k, n, probability),
    moreThan: (k) => binomialAtLeast(k + 1, n, probability),
  })
}

import { binomialMass } from './binomial-mass.ts'
import { discreteQuantile } from './discrete-quantile.ts'
import { betaLowerTail } from './incomplete-beta.ts'
import { poissonAtLeast, poissonQuantile } from './poisson.ts'

/**
 * A negative binomial law: counts with mean size·(1-p)/p and variance mean/p. Size is any positive number, not only a
 * whole one. Both p and 1-p are kept, so that neither loses digits near its end.
 */
export type NegativeBinomial = { readonly size: number; readonly p: number; readonly q: number }

/** P(Y >= k); k at or below 0 gives 1. */
export const negativeBinomialAtLeast = (k: number, { size, p, q }: NegativeBinomial): number =>
  k <= 0 ? 1 : betaLowerTail(q, p, k, size)

/** P(Y <= k). */
export const negativeBinomialAtMost = (k: number, { size, p, q }: NegativeBinomial): number =>
  k < 0 ? 0 : betaLowerTail(p, q, size, k + 1)

/** P(Y = k). */
export const negativeBinomialMass = (k: number, { size, p, q }: NegativeBinomial): number =>
  k < 0 ? 0 : (size / (size + k)) * binomialMass(size, size + k, p, q)

/** The smallest whole number whose cumulative probability reaches `probability`. */
export function negativeBinomialQuantile(probability: number, law: NegativeBinomial): number {
  const { size, p, q } = law
  if (!(size > 0 && p > 0 && p <= 1) || !Number.isFinite(size)) return Number.NaN
  if (q === 0) return 0
  const sd = Math.sqrt(size * q) / p
  return discreteQuantile(probability, {
    mean: (size * q) / p,
    sd,
    skewness: (2 - p) / Math.sqrt(size * q),
    excessKurtosis: 6 / size + (p * p) / (size * q),
    largest: Number.POSITIVE_INFINITY,
    atMost: (k) => negativeBinomialAtMost(k, law),
    moreThan: (k) => negativeBinomialAtLeast(k + 1, law),
  })
}

/** The law with this mean and variance `dispersion · mean`; undefined at dispersion 1, where it is the Poisson law. */
export function overdispersed(mean: number, dispersion: number): NegativeBinomial | undefined {
  if (dispersion <= 1) return undefined
  return { size: mean / (dispersion - 1), p: 1 / dispersion, q: (dispersion - 1) / dispersion }
}

/** P(Y >= k) for counts with this mean and variance `dispersion · mean`, dispersion at least 1. */
export function countAtLeast(k: number, mean: number, dispersion: number): number {
  const law = overdispersed(mean, dispersion)
  return law ? negativeBinomialAtLeast(k, law) : poissonAtLeast(k, mean)
}

/** The smallest whole number whose cumulative probability reaches p, for such counts. */
export function countQuantile(p: number, mean: number, dispersion: number): number {
  if (mean === 0) return 0
  const law = overdispersed(mean, dispersion)
  return law ? negativeBinomialQuantile(p, law) : poissonQuantile(p, mean)
}

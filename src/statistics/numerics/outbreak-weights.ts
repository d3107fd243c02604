import type { ReferenceFit } from './fit/reference-counts.ts'

/** From which standardised residual on a count is an outbreak; `compatible`: as R takes one that is fitted exactly. */
export type OutbreakRule = { readonly threshold: number; readonly compatible: boolean }

/**
 * Weights that keep past outbreaks from hiding new ones: counts whose standardised Anscombe residual exceeds the
 * threshold weigh its inverse square, all others the same, and the sum is the number of counts (Farrington et al. 1996,
 * section 3.5; only high residuals are weighted down). A count that the fit is bound to meet has no residual to judge.
 */
export function outbreakWeights(
  counts: Float64Array,
  { means, hat }: ReferenceFit,
  dispersion: number,
  { threshold, compatible }: OutbreakRule,
): Float64Array {
  const weights = new Float64Array(counts.length)
  // A count below its mean has a negative residual, which never exceeds a threshold.
  const residualAt = (i: number) =>
    counts[i]! > means[i]! ? anscombeResidual(counts[i]!, means[i]!, dispersion * (1 - hat[i]!)) : 0
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const residual = hat[i] === 1 ? exactlyFitted(counts[i]!, means[i]!, compatible) : residualAt(i)
    const weight = residual <= threshold ? 1 : 1 / (residual * residual)
    weights[i] = weight
    sum += weight
  }
  const scale = counts.length / sum
  for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! * scale
  return weights
}

/** How far a count lies from its mean on the 2/3 power scale; `variance` is dispersion less what the fit took up. */
export function anscombeResidual(count: number, mean: number, variance: number): number {
  const root = Math.sqrt(mean)
  return (1.5 * (Math.cbrt(count * count) / Math.cbrt(root) - root)) / Math.sqrt(variance)
}

/**
 * R divides what rounding left of the residual by 0: an infinite outbreak, none, or 0/0, which spoils all weights. The
 * powers are written as in R, so that the same is left.
 */
const exactlyFitted = (count: number, mean: number, compatible: boolean): number =>
  compatible ? (count ** (2 / 3) * mean ** (-1 / 6) - mean ** (1 / 2)) / 0 : 0

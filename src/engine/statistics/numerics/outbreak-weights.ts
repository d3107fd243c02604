import type { ReferenceFit } from './reference-counts.ts'

/**
 * Weights that keep past outbreaks from hiding new ones: counts whose standardised Anscombe residual exceeds the
 * threshold weigh its inverse square, all others the same, and the sum is the number of counts (Farrington et al. 1996,
 * section 3.5; only high residuals are weighted down).
 */
export function outbreakWeights(
  counts: Float64Array,
  { means, hat }: ReferenceFit,
  dispersion: number,
  threshold: number,
): Float64Array {
  const weights = new Float64Array(counts.length)
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    // A count below its mean has a negative residual, which never exceeds a threshold.
    const isHigh = counts[i]! > means[i]! || threshold < 0
    const residual = isHigh ? anscombeResidual(counts[i]!, means[i]!, dispersion * (1 - hat[i]!)) : 0
    const weight = residual > threshold ? 1 / (residual * residual) : 1
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

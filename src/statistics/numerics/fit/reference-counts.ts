/** Counts of the past that a regression on trend and season levels is fitted to, in time order. */
export type ReferenceCounts = {
  readonly counts: Float64Array
  readonly times: Float64Array
  /** Season level of each count, 0 to levels - 1; every level occurs. */
  readonly levels: Int32Array
  readonly levelCount: number
  /** Logarithms of the exposure, or undefined. */
  readonly offset: Float64Array | undefined
  /** The point to be judged: its time on the same scale, and its level. */
  readonly current: { readonly time: number; readonly level: number }
}

/** What a fit to reference counts leaves for tests and thresholds. Weights and variances belong to the last solve. */
export type ReferenceFit = {
  readonly converged: boolean
  /** Counts less coefficients. */
  readonly degrees: number
  readonly means: Float64Array
  readonly workingWeights: Float64Array
  readonly hat: Float64Array
  /** The trend per step and its variance at dispersion 1; undefined when none was fitted or none could be. */
  readonly slope: { readonly value: number; readonly variance: number } | undefined
  /** The linear predictor at the current point without its offset, and its variance at dispersion 1. */
  readonly current: { readonly predictor: number; readonly variance: number }
}

/**
 * Fits the same reference counts again and again: with a trend or without, with prior weights or all 1. The arrays of a
 * fit are good until the next one.
 */
export type ReferenceFitter = (withTrend: boolean, weights: Float64Array | undefined) => ReferenceFit

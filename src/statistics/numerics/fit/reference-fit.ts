import { arrowFitter } from './arrow-fit.ts'
import { type CountRegression, fitCounts, poissonLaw, predictorAt, predictorVariance } from './count-regression.ts'
import type { ReferenceCounts, ReferenceFit, ReferenceFitter } from './reference-counts.ts'

/** From here y·ln(y/mean) has too few digits left in the quick form for the stopping rule. */
const LARGEST_QUICK_COUNT = 1e5

/**
 * Quasi-Poisson regression of the reference counts on their levels and, if asked, a linear trend: quickly where the
 * normal equations allow it, in general form otherwise.
 */
export function referenceFitter(reference: ReferenceCounts): ReferenceFitter {
  const quick = isForQuickFit(reference) ? arrowFitter(reference) : undefined
  return (withTrend, weights) => quick?.(withTrend, weights) ?? generalFit(reference, withTrend, weights)
}

/**
 * Not where a rounding error decides, which the general fit makes as R makes it: when all counts are the same (is the
 * trend kept?) or a level has a single count, which is fitted exactly (is it an outbreak?). Of zeros no trend is ever
 * kept, because any prediction is above them.
 */
function isForQuickFit({ counts, levels, levelCount }: ReferenceCounts): boolean {
  const sizes = new Int32Array(levelCount)
  const first = counts[0]!
  let varies = false
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! > LARGEST_QUICK_COUNT) return false
    if (counts[i] !== first) varies = true
    const level = levels[i]!
    sizes[level] = sizes[level]! + 1
  }
  return (varies || first === 0) && sizes.every((size) => size > 1)
}

/** The same fit by QR with any covariates: the yardstick of the quick one, and its stand-in when it gives up. */
export function generalFit(
  reference: ReferenceCounts,
  withTrend: boolean,
  weights: Float64Array | undefined,
): ReferenceFit {
  const { counts, offset } = reference
  const regression: CountRegression = {
    counts,
    columns: columnsOf(reference, withTrend),
    offset,
    priorWeights: weights,
  }
  const fit = fitCounts(regression, poissonLaw)
  const x = currentRow(reference, withTrend)
  const slope = withTrend ? fit.coefficients[1] : null
  return {
    ...fit,
    slope: typeof slope === 'number' ? { value: slope, variance: fit.covariance[1]![1]! } : undefined,
    current: { predictor: predictorAt(fit, x), variance: predictorVariance(fit, x) },
  }
}

/** Intercept, trend, then an indicator of each level but the first, in the order in which R meets them. */
function columnsOf({ counts, times, levels, levelCount }: ReferenceCounts, withTrend: boolean): Float64Array[] {
  const ones = new Float64Array(counts.length).fill(1)
  const indicators = Array.from({ length: levelCount - 1 }, (_, i) =>
    Float64Array.from(levels, (level) => (level === i + 1 ? 1 : 0)),
  )
  return withTrend ? [ones, times, ...indicators] : [ones, ...indicators]
}

function currentRow({ levelCount, current }: ReferenceCounts, withTrend: boolean): number[] {
  const indicators = Array.from({ length: levelCount - 1 }, (_, i) => (current.level === i + 1 ? 1 : 0))
  return withTrend ? [1, current.time, ...indicators] : [1, ...indicators]
}

import type { CountSeries } from '../../count-series.ts'
import { failure, type StatisticsFailure } from '../../detection.ts'
import { likeliestSize, negativeBinomialLogLikelihood } from '../../numerics/negative-binomial-alpha.ts'
import { negativeBinomialLaw } from '../../numerics/negative-binomial-law.ts'
import { fitHarmonics, type HarmonicShape } from '../harmonic-regression.ts'

/** The model of the past: waves a year, a linear trend, and whether to fit anew after each alarm. */
export type InControlModel = { readonly S: number; readonly trend: boolean; readonly refit: boolean }

/** Means by point, and the dispersion of counts around them (0 for Poisson counts). */
export type InControl = { readonly meanAt: (k: number) => number; readonly alpha: number }

/** Rounds of fitting mean and dispersion in turn, R's limit and tolerance (glm.nb of MASS). */
const MOST_ROUNDS = 25
const LIKELIHOOD_SETTLED = 1e-8

/** Fits points 1 to `last`. Alpha null: the dispersion is estimated with the means, by maximum likelihood. */
export function fitInControl(
  series: CountSeries,
  model: InControlModel,
  alpha: number | null,
  last: number,
): InControl | StatisticsFailure {
  if (last < 1) return failure('history-too-short', 'mu0', last + 1)
  const shape = { waves: model.S, trend: model.trend, frequency: series.frequency, shift: 0 }
  if (alpha === null) return fitWithDispersion(series, shape, last)
  const fitted = fitHarmonics(series, shape, last, alpha > 0 ? negativeBinomialLaw(alpha) : undefined)
  return fitted ? { meanAt: fitted.meanAt, alpha } : failure('not-computable', 'no-counts', last)
}

/** Mean and dispersion in turn, until neither the likelihood nor the size moves (glm.nb of MASS). */
function fitWithDispersion(series: CountSeries, shape: HarmonicShape, last: number): InControl | StatisticsFailure {
  const counts = Float64Array.from(series.observed.slice(0, last).filter((count) => count !== null))
  let fitted = fitHarmonics(series, shape, last)
  let size = fitted && likeliestSize(counts, fitted.fit.means)
  let likelihood = fitted && size !== undefined ? negativeBinomialLogLikelihood(counts, fitted.fit.means, size) : 0
  for (let round = 0; round < MOST_ROUNDS && fitted && size !== undefined; round++) {
    const before: { means: Float64Array; size: number; likelihood: number } = {
      means: fitted.fit.means,
      size,
      likelihood,
    }
    fitted = fitHarmonics(series, shape, last, negativeBinomialLaw(1 / size), before.means)
    if (!fitted) break
    size = likeliestSize(counts, before.means)
    if (size === undefined) break
    likelihood = negativeBinomialLogLikelihood(counts, fitted.fit.means, size)
    const moved = Math.abs(before.likelihood - likelihood) / Math.sqrt(2 * Math.max(1, fitted.fit.degrees))
    if (moved + Math.abs(before.size - size) <= LIKELIHOOD_SETTLED) break
  }
  return fitted && size !== undefined
    ? { meanAt: fitted.meanAt, alpha: 1 / size }
    : failure('not-computable', 'alpha', last)
}

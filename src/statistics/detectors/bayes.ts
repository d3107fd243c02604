import { checkInput } from '../check-input.ts'
import { checkSettings } from '../check-settings.ts'
import { type Detector, failure } from '../detection.ts'
import {
  type NegativeBinomial,
  negativeBinomialAtLeast,
  negativeBinomialQuantile,
} from '../numerics/negative-binomial.ts'
import { type BaseWindow, baseCounts, lacksBase } from './base-counts.ts'

export type BayesSettings = BaseWindow & { readonly alpha: number }

export const BAYES_DEFAULTS: BayesSettings = { b: 0, w: 6, actY: true, alpha: 0.05 }

/**
 * Predicts the count from the base counts as from Poisson counts of one unknown rate, with Jeffreys' prior: the
 * predictive law is negative binomial (Riebler, thesis, Munich 2004). Missing base counts are left out.
 */
export const bayes: Detector<BayesSettings> = (series, settings, points) => {
  const refusal =
    checkInput(series, points) ?? checkSettings(settings, { b: 'whole', w: 'whole', actY: 'switch', alpha: 'share' })
  if (refusal) return refusal
  const laws: NegativeBinomial[] = []
  for (const k of points) {
    if (lacksBase(series, settings, k)) return failure('history-too-short', 'b', k)
    const base = baseCounts(series, settings, k).filter((count) => count !== null)
    if (base.length === 0) return failure('not-computable', 'no-counts', k)
    laws.push(predictive(base))
  }
  const counts = points.map((k) => series.observed[k - 1]!)
  const bounds = laws.map((law) => negativeBinomialQuantile(1 - settings.alpha, law))
  return {
    ok: true,
    points,
    upperbound: bounds,
    alarm: counts.map((count, i) => (count === null ? null : count > bounds[i]!)),
    pvalue: counts.map((count, i) => (count === null ? null : negativeBinomialAtLeast(count, laws[i]!))),
  }
}

function predictive(base: readonly number[]): NegativeBinomial {
  const sum = base.reduce((total, count) => total + count, 0)
  const { length } = base
  return { size: sum + 0.5, p: length / (length + 1), q: 1 / (length + 1) }
}

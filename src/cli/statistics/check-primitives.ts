import { binomialAtLeast, binomialAtMost, binomialQuantile } from '../../statistics/numerics/binomial.ts'
import {
  fitCounts,
  pearsonDispersion,
  poissonLaw,
  predictorAt,
  predictorVariance,
} from '../../statistics/numerics/fit/count-regression.ts'
import {
  type NegativeBinomial,
  negativeBinomialAtLeast,
  negativeBinomialAtMost,
  negativeBinomialQuantile,
} from '../../statistics/numerics/negative-binomial.ts'
import { normalCdf, normalQuantile, normalUpperTail } from '../../statistics/numerics/normal.ts'
import { anscombeResidual } from '../../statistics/numerics/outbreak-weights.ts'
import { poissonAtLeast, poissonAtMost, poissonQuantile } from '../../statistics/numerics/poisson.ts'
import { studentTwoSided } from '../../statistics/numerics/student-t.ts'
import { type FixtureCase, listOf } from './fixture.ts'
import { compare, type Findings, IDENTICAL, type Tolerance, USUAL } from './shortfall.ts'

type Arguments = {
  readonly p: readonly number[]
  readonly q: readonly number[]
  readonly t: readonly number[]
  readonly df: number
  readonly mu: number
  readonly size: number
  readonly prob: number
}

const law = ({ size, prob }: Arguments): NegativeBinomial => ({ size, p: prob, q: 1 - prob })

/** Quantiles and tails by R's names; R's upper tails are P(Y > q). */
const FUNCTIONS: Readonly<Record<string, (a: Arguments) => readonly number[]>> = {
  qnorm: ({ p }) => p.map(normalQuantile),
  pnorm: ({ q }) => q.map(normalCdf),
  pnorm_upper: ({ q }) => q.map(normalUpperTail),
  pt_two_sided: ({ t, df }) => t.map((value) => studentTwoSided(value, df)),
  qpois: ({ p, mu }) => p.map((value) => poissonQuantile(value, mu)),
  ppois_upper: ({ q, mu }) => q.map((value) => poissonAtLeast(value + 1, mu)),
  qnbinom: (a) => a.p.map((value) => negativeBinomialQuantile(value, law(a))),
  pnbinom_upper: (a) => a.q.map((value) => negativeBinomialAtLeast(value + 1, law(a))),
  ppois: ({ q, mu }) => q.map((value) => poissonAtMost(value, mu)),
  pnbinom: (a) => a.q.map((value) => negativeBinomialAtMost(value, law(a))),
  pbinom: ({ q, size, prob }) => q.map((value) => binomialAtMost(value, size, prob)),
  pbinom_upper: ({ q, size, prob }) => q.map((value) => binomialAtLeast(value + 1, size, prob)),
  qbinom: ({ p, size, prob }) => p.map((value) => binomialQuantile(value, size, prob)),
}

const WHOLE = ['qpois', 'qnbinom', 'qbinom']

/** Tails are compared without a floor: a small one has to be as exact as a large one. */
const RELATIVE: Tolerance = { relative: 1e-6, absolute: 0 }

/** Checks one case of quantiles, tails or regressions. */
export function checkPrimitiveCase(one: FixtureCase, findings: Findings): void {
  const { id, value } = one
  const fn = String(one['fn'])
  if (fn === 'quasipoisson_fit') {
    checkFit(one, findings)
    return
  }
  const given = (one['args'] ?? {}) as Readonly<Record<string, unknown>>
  const lists = Object.fromEntries(['p', 'q', 't'].map((name) => [name, listOf(given[name])]))
  const got = Object.hasOwn(FUNCTIONS, fn) ? FUNCTIONS[fn]?.({ ...given, ...lists } as Arguments) : undefined
  compare(findings, { id, quantity: fn }, value, got ?? null, WHOLE.includes(fn) ? IDENTICAL : RELATIVE)
}

type FitArguments = {
  readonly y: readonly number[]
  readonly X: readonly (readonly number[])[]
  readonly weights: readonly number[]
  readonly x0: readonly number[]
}

function checkFit({ id, args, value }: FixtureCase, findings: Findings): void {
  const { y = [], X = [], weights = y.map(() => 1), x0 = [] } = (args ?? {}) as Partial<FitArguments>
  const counts = Float64Array.from(y)
  const columns = (X[0] ?? []).map((_, column) => Float64Array.from(X, (row) => row[column] ?? Number.NaN))
  const fit = fitCounts({ counts, columns, priorWeights: Float64Array.from(weights) }, poissonLaw)
  const dispersion = pearsonDispersion(counts, fit)
  // R's cases take the residuals at a dispersion of at least 1, as the methods do.
  const residual = (count: number, i: number) =>
    anscombeResidual(count, fit.means[i] ?? Number.NaN, Math.max(dispersion, 1) * (1 - (fit.hat[i] ?? Number.NaN)))
  const got: Readonly<Record<string, unknown>> = {
    coefficients: fit.coefficients,
    converged: fit.converged,
    iterations: fit.iterations,
    deviance: fit.deviance,
    df_residual: fit.degrees,
    pearson_dispersion: dispersion,
    final_weights: fit.workingWeights,
    covariance_unscaled: fit.covariance,
    fitted: fit.means,
    hat: fit.hat,
    anscombe: counts.map(residual),
    link_at_x0: predictorAt(fit, x0),
    se_link_at_x0_unit_dispersion: Math.sqrt(predictorVariance(fit, x0)),
  }
  for (const [quantity, expected] of Object.entries((value ?? {}) as Record<string, unknown>)) {
    compare(findings, { id, quantity }, expected, got[quantity] ?? null, USUAL)
  }
}

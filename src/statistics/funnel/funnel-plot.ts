import { LARGEST_COUNT } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'
import { normalQuantile } from '../numerics/normal.ts'
import { checkFunnel, type FunnelCount, type FunnelKind, type FunnelSettings } from './funnel-input.ts'
import { type FunnelLaw, funnelLaw } from './funnel-law.ts'
import { type OverDispersion, overDispersion } from './over-dispersion.ts'

/** Limits of a funnel plot, one list of `probs` length each; rates, not clipped to 0 and 1. */
export type FunnelLimits = {
  /** By chance alone, exact and interpolated. */
  readonly exact: readonly number[]
  /** Chance widened by the scatter seen, the same factor for all units. */
  readonly multiplicative: readonly number[]
  /** Chance plus a variance between units. */
  readonly additive: readonly number[]
}

export type FunnelUnit = {
  readonly rate: number
  readonly se: number
  readonly z: number
  readonly zWinsorised: number
  readonly zMultiplicative: number
  readonly zAdditive: number
  /** P(a count at most as high) and P(a count at least as high), when the unit is like the target. */
  readonly atMost: number
  readonly atLeast: number
  readonly limits: FunnelLimits
}

export type FunnelPlot = Omit<OverDispersion, 'zWinsorised'> & {
  readonly ok: true
  readonly kind: FunnelKind
  readonly target: number
  readonly units: readonly FunnelUnit[]
}

/**
 * Everything a funnel plot shows: the target, each unit's rate and its place, and three kinds of limits.
 *
 * A pooled target of exactly 0 or 1 (nobody late, everybody late) leaves nothing to compare: `not-computable`.
 *
 * @see Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005)
 */
export function funnelPlot(units: readonly FunnelCount[], settings: FunnelSettings): FunnelPlot | StatisticsFailure {
  const bad = checkFunnel(units, settings)
  if (bad) return bad
  const { kind, probs } = settings
  const target = settings.target ?? pooled(units)
  if (!(target > 0) || (kind === 'proportion' && target >= 1)) return failure('not-computable', 'target')
  // A count this large is a slip in the target or in what was expected, and its tails would take for ever.
  const tooLarge = units.findIndex(({ denominator }) => denominator * target > LARGEST_COUNT)
  if (tooLarge >= 0) return failure('bad-series', 'count-too-large', tooLarge + 1)
  const laws = units.map(({ denominator }) => funnelLaw(kind, denominator, target))
  const se = laws.map((law) => law.se)
  const z = units.map(({ numerator, denominator }, i) => (numerator / denominator - target) / (se[i] as number))
  const { zWinsorised, ...spread } = overDispersion(z, se, settings.winsorise)
  return {
    ok: true,
    kind,
    target,
    ...spread,
    units: units.map((unit, i) => {
      const law = laws[i] as FunnelLaw
      const wide = withSpread(law.se, spread)
      return {
        rate: unit.numerator / unit.denominator,
        se: law.se,
        z: z[i] as number,
        zWinsorised: zWinsorised[i] as number,
        zMultiplicative: ((z[i] as number) * law.se) / wide.multiplicative,
        zAdditive: ((z[i] as number) * law.se) / wide.additive,
        atMost: law.atMost(unit.numerator),
        atLeast: law.atLeast(unit.numerator),
        limits: limitsOf(law, target, spread, probs),
      }
    }),
  }
}

type Spread = Pick<OverDispersion, 'phiUsed' | 'tau2'>

function limitsOf(law: FunnelLaw, target: number, spread: Spread, probs: readonly number[]): FunnelLimits {
  const wide = withSpread(law.se, spread)
  return {
    exact: probs.map(law.limit),
    multiplicative: probs.map((p) => target + normalQuantile(p) * wide.multiplicative),
    additive: probs.map((p) => target + normalQuantile(p) * wide.additive),
  }
}

const withSpread = (se: number, { phiUsed, tau2 }: Spread) => ({
  multiplicative: se * Math.sqrt(phiUsed),
  additive: Math.sqrt(se * se + tau2),
})

function pooled(units: readonly FunnelCount[]): number {
  let numerator = 0
  let denominator = 0
  for (const unit of units) {
    numerator += unit.numerator
    denominator += unit.denominator
  }
  return numerator / denominator
}

import { meanInterval, proportionInterval } from '../indicators/exact-interval.ts'
import type { Band, ComparedUnit, NamedCount, UnitVerdict } from './comparison.ts'
import { FUNNEL_SETTINGS, type FunnelKind } from './funnel-input.ts'
import { funnelLaw } from './funnel-law.ts'
import { scatterLaw } from './scatter-law.ts'
import type { UnitScatter } from './unit-scatter.ts'

/** What a unit is judged by: what all are compared with, how far units differ, and what is few. */
export type Yardstick = {
  readonly kind: FunnelKind
  readonly target: number
  /** Null: chance alone. */
  readonly scatter: UnitScatter | null
  readonly fewest: number
}

/** A unit with its limits and where it stands. */
export function judgedUnit(unit: NamedCount, { kind, target, scatter, fewest }: Yardstick): ComparedUnit {
  const { denominator } = unit
  const rate = unit.numerator / denominator
  const chance = funnelLaw(kind, denominator, target)
  const wider = scatter ? scatterLaw(kind, denominator, scatter) : chance
  // Whole counts, not interpolated: between them lie limits that 3 of 3 would cross although it is the likeliest count.
  const [outerLow, innerLow, innerHigh, outerHigh] = FUNNEL_SETTINGS.probs.map((p) => {
    const ends = [chance.quantile(p) / denominator, wider.quantile(p) / denominator]
    return p < 0.5 ? Math.min(...ends) : Math.max(...ends)
  }) as [number, number, number, number]
  const inner = { lower: innerLow, upper: innerHigh }
  const outer = { lower: outerLow, upper: outerHigh }
  const verdict = verdictOf(rate, inner, outer, denominator < fewest)
  return { ...unit, verdict, rate, interval: ownInterval(unit, kind), limits: { inner, outer } }
}

function verdictOf(rate: number, inner: Band, outer: Band, isSmall: boolean): UnitVerdict {
  if (rate < outer.lower) return 'low'
  if (rate > outer.upper) return 'high'
  if (isSmall) return 'too-few'
  if (rate < inner.lower) return 'edge-low'
  return rate > inner.upper ? 'edge-high' : 'alike'
}

function ownInterval({ numerator, denominator }: NamedCount, kind: FunnelKind): Band {
  if (kind === 'proportion') return proportionInterval(numerator, denominator, 0.95, 'exact')
  const { lower, upper } = meanInterval(numerator, 0.95, 'exact')
  return { lower: lower / denominator, upper: upper / denominator }
}

/** A unit that has its rate but no limits: they would hold nothing, or there are none. */
export const unjudgedUnit = (unit: NamedCount, kind: FunnelKind, verdict: UnitVerdict): ComparedUnit => ({
  ...unit,
  verdict,
  rate: unit.numerator / unit.denominator,
  interval: ownInterval(unit, kind),
  limits: null,
})

/** A unit with nothing to count in; or with matters where none were expected, which no rate can say. */
export const uncountedUnit = (unit: NamedCount): ComparedUnit => ({
  ...unit,
  verdict: unit.numerator > 0 ? 'none-expected' : 'nothing-counted',
  rate: null,
  interval: null,
  limits: null,
})

import { normalQuantile } from '../numerics/normal.ts'
import type { Band, Comparison } from './compare-units.ts'
import { FUNNEL_SETTINGS } from './funnel-input.ts'
import { funnelLaw } from './funnel-law.ts'

/** The two bands at one size. */
export type CurvePoint = { readonly denominator: number; readonly inner: Band; readonly outer: Band }

/**
 * The bands of a funnel at these sizes, to be drawn: interpolated between whole counts, so that they are smooth, and
 * cut at what is possible. Verdicts use whole counts; beside a very small unit the picture may differ from them a little.
 */
export function funnelCurve(comparison: Comparison, denominators: readonly number[]): CurvePoint[] {
  const { kind, target, tau2 } = comparison
  if (!(target > 0) || (kind === 'proportion' && target >= 1)) return []
  const highest = kind === 'proportion' ? 1 : Number.MAX_VALUE
  return denominators.map((denominator) => {
    const law = funnelLaw(kind, denominator, target)
    const [outerLow, innerLow, innerHigh, outerHigh] = FUNNEL_SETTINGS.probs.map((p) => {
      const byChance = law.limit(p)
      const withSpread = target + normalQuantile(p) * Math.sqrt(law.se * law.se + tau2)
      const wider = p < 0.5 ? Math.min(byChance, withSpread) : Math.max(byChance, withSpread)
      return Math.min(highest, Math.max(0, tau2 > 0 ? wider : byChance))
    }) as [number, number, number, number]
    return {
      denominator,
      inner: { lower: innerLow, upper: innerHigh },
      outer: { lower: outerLow, upper: outerHigh },
    }
  })
}

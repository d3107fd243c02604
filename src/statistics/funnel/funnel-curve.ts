import type { Band, Comparison } from './comparison.ts'
import { FUNNEL_SETTINGS } from './funnel-input.ts'
import { funnelLaw } from './funnel-law.ts'
import { scatterLaw } from './scatter-law.ts'

/** The two bands at one size. */
export type CurvePoint = { readonly denominator: number; readonly inner: Band; readonly outer: Band }

/**
 * The bands of a funnel at these sizes, to be drawn: interpolated between whole counts, so that they are smooth, and
 * cut at what is possible; none where there are no limits. Verdicts use whole counts; beside a very small unit the picture
 * may differ from them a little.
 */
export function funnelCurve(comparison: Comparison, denominators: readonly number[]): CurvePoint[] {
  const { kind, target, scatter, method } = comparison
  if (method === 'none' || !(target > 0) || (kind === 'proportion' && target >= 1)) return []
  const highest = kind === 'proportion' ? 1 : Number.MAX_VALUE
  return denominators.map((denominator) => {
    const chance = funnelLaw(kind, denominator, target)
    const wider = scatter ? scatterLaw(kind, denominator, scatter) : chance
    const [outerLow, innerLow, innerHigh, outerHigh] = FUNNEL_SETTINGS.probs.map((p) => {
      const ends = [chance.limit(p), wider.limit(p)]
      return Math.min(highest, Math.max(0, p < 0.5 ? Math.min(...ends) : Math.max(...ends)))
    }) as [number, number, number, number]
    return {
      denominator,
      inner: { lower: innerLow, upper: innerHigh },
      outer: { lower: outerLow, upper: outerHigh },
    }
  })
}

import { LARGEST_COUNT } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'

/** A proportion: `numerator` of `denominator` matters. A ratio: `numerator` seen where `denominator` were expected. */
export type FunnelKind = 'proportion' | 'ratio'

/** One unit's counts. Units are offices, townships, courts; never persons. */
export type FunnelCount = { readonly numerator: number; readonly denominator: number }

export type FunnelSettings = {
  readonly kind: FunnelKind
  /** What is right for all; absent: all units taken together. */
  readonly target?: number
  /** Share of units at each end whose z is pulled in before the spread is estimated, from 0 to below 0.5. */
  readonly winsorise: number
  /** Tail probabilities of the limits, each between 0 and 1, ascending. */
  readonly probs: readonly number[]
}

/** The limits at 99.8 % and 95 %, and a tenth of the units at each end kept from inflating the spread. */
export const FUNNEL_SETTINGS: Omit<FunnelSettings, 'kind'> = { winsorise: 0.1, probs: [0.001, 0.025, 0.975, 0.999] }

/** Refuses what are no counts of units, or settings out of range. `at` is the unit's number, 1-based. */
export function checkFunnel(units: readonly FunnelCount[], settings: FunnelSettings): StatisticsFailure | undefined {
  const { kind, target, winsorise, probs } = settings
  if (kind !== 'proportion' && kind !== 'ratio') return failure('bad-parameter', 'kind')
  if (target !== undefined && !isTarget(target, kind)) return failure('bad-parameter', 'target')
  if (!(winsorise >= 0 && winsorise < 0.5)) return failure('bad-parameter', 'winsorise')
  if (probs.some((p) => !(p > 0 && p < 1))) return failure('bad-parameter', 'probs')
  if (units.length === 0) return failure('bad-series', 'empty')
  for (const [index, unit] of units.entries()) {
    const about = fault(unit, kind)
    if (about) return failure('bad-series', about, index + 1)
  }
  return undefined
}

/** Nearer to nothing, or to all, no count could tell a target from it; tails would take for ever or overflow. */
const SMALLEST = 1e-9

const isTarget = (target: number, kind: FunnelKind) =>
  target >= SMALLEST && target <= (kind === 'proportion' ? 1 - SMALLEST : LARGEST_COUNT)

function fault({ numerator, denominator }: FunnelCount, kind: FunnelKind): string | undefined {
  if (!(numerator >= 0) || !Number.isInteger(numerator)) return 'count'
  if (!(denominator >= SMALLEST)) return 'denominator'
  if (numerator > LARGEST_COUNT || denominator > LARGEST_COUNT) return 'count-too-large'
  if (kind === 'ratio') return undefined
  if (!Number.isInteger(denominator)) return 'denominator'
  return numerator > denominator ? 'more-than-all' : undefined
}

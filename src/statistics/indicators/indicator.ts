import type { Text } from '../../domain/wording/text.ts'
import { failure, type StatisticsFailure } from '../detection.ts'
import { type Counts, type Formula, formulaValue, measuresIn, parseFormula } from './formula.ts'
import { asFraction, type Fraction, isCount } from './fraction.ts'
import {
  type IntervalSettings,
  type Measured,
  measuredRate,
  measuredRatio,
  measuredShare,
  NOTHING_COUNTED,
} from './measured.ts'
import { type RangeVerdict, type ReferenceRange, rangeVerdict } from './reference-range.ts'

/**
 * What an indicator's value is. `share`: the numerator is part of the denominator. `ratio`: two counts beside each
 * other. `rate`: a count by an exposure that is known. `plain`: anything else, without an interval.
 */
export type IndicatorKind = 'share' | 'ratio' | 'rate' | 'plain'

/** An indicator as data: what it divides by what, which way is wanted, and where it usually lies. */
export type Indicator = {
  readonly id: string
  readonly version: number
  readonly title: Text
  readonly kind: IndicatorKind
  readonly formula: string
  /** `inside`: neither end is good; look when it leaves the range. */
  readonly wanted: 'higher' | 'lower' | 'inside'
  readonly range?: ReferenceRange
  /** Below this denominator the value is shown without a judgement. */
  readonly fewest?: number
}

export type IndicatorReading = {
  readonly ok: true
  readonly measured: Measured
  readonly verdict: RangeVerdict | 'too-few' | null
}

/** An indicator's value from counts, with its interval and where that lies. Verdict null: there is no range. */
export function readIndicator(
  indicator: Indicator,
  counts: Counts,
  settings: IntervalSettings,
): IndicatorReading | StatisticsFailure {
  const parsed = parseFormula(indicator.formula)
  if (!parsed.ok) return parsed
  const missing = measuresIn(parsed.formula).find((name) => !Object.hasOwn(counts, name))
  if (missing !== undefined) return failure('bad-series', missing)
  const wrong = Object.entries(counts).find(([, count]) => !(count >= 0 && count < Number.MAX_VALUE))
  if (wrong) return failure('bad-series', wrong[0])
  const measured = measure(indicator, parsed.formula, counts, settings)
  if (!measured.ok) return measured
  const verdict = verdictOf(indicator, parsed.formula, counts, measured)
  return verdict === null || typeof verdict === 'string' ? { ok: true, measured, verdict } : verdict
}

/** The fraction that gives an indicator of this kind its interval: both sides counts, but for the exposure of a rate. */
export function countedFraction(formula: Formula, kind: IndicatorKind): Fraction | undefined {
  const fraction = asFraction(formula)
  if (!fraction || !isCount(fraction.numerator)) return undefined
  return kind === 'rate' || isCount(fraction.denominator) ? fraction : undefined
}

function measure(
  { kind }: Indicator,
  formula: Formula,
  counts: Counts,
  settings: IntervalSettings,
): Measured | StatisticsFailure {
  if (kind === 'plain') return plain(formulaValue(formula, counts))
  const fraction = countedFraction(formula, kind)
  if (!fraction) return failure('bad-parameter', 'formula-no-fraction')
  const numerator = formulaValue(fraction.numerator, counts)
  const denominator = formulaValue(fraction.denominator, counts)
  if (numerator === null || denominator === null) return NOTHING_COUNTED
  if (kind === 'rate') return measuredRate(numerator, denominator, fraction.scale, settings)
  if (kind === 'ratio') return measuredRatio(numerator, denominator, fraction.scale, settings)
  if (numerator < 0) return failure('bad-series', 'more-than-all')
  const share = measuredShare(numerator, denominator, settings)
  return share.ok && share.value !== null ? scaledShare(share, fraction.scale) : share
}

const plain = (value: number | null): Measured =>
  value === null ? NOTHING_COUNTED : { ok: true, value, lower: null, upper: null }

const scaledShare = ({ value, lower, upper }: Measured, scale: number): Measured => ({
  ok: true,
  value: (value ?? 0) * scale,
  lower: (lower ?? 0) * scale,
  upper: (upper ?? 1) * scale,
})

function verdictOf(
  { kind, range, fewest }: Indicator,
  formula: Formula,
  counts: Counts,
  measured: Measured,
): RangeVerdict | 'too-few' | null | StatisticsFailure {
  if (!range) return null
  const fraction = asFraction(formula)
  const base = fraction && formulaValue(fraction.denominator, counts)
  if (fewest !== undefined && base !== null && base !== undefined && base > 0 && base < fewest) return 'too-few'
  // Without an interval the value itself is all there is to compare.
  const known = kind === 'plain' ? { ...measured, lower: measured.value, upper: measured.value } : measured
  return rangeVerdict(known, range)
}

import { failure, type StatisticsFailure } from '../detection.ts'
import type { Measured } from './measured.ts'

/** Where a value should lie, ends included; null: open on that side. A range to look at, not a floor to be met. */
export type ReferenceRange = { readonly from: number | null; readonly to: number | null }

/**
 * Where a value lies. `inside` and outside are said only when the whole interval does; `likely-inside` when the value
 * does but chance reaches over an end; `unclear` when the value is outside but chance reaches in.
 */
export type RangeVerdict = 'inside' | 'likely-inside' | 'unclear' | 'below' | 'above' | 'nothing-counted'

/** Compares a value with its reference range, chance included. */
export function rangeVerdict(measured: Measured, range: ReferenceRange): RangeVerdict | StatisticsFailure {
  const from = range.from ?? Number.NEGATIVE_INFINITY
  const to = range.to ?? Number.POSITIVE_INFINITY
  if (!(from <= to)) return failure('bad-parameter', 'range')
  if (measured.value === null) return 'nothing-counted'
  const lower = measured.lower ?? measured.value
  const upper = measured.upper ?? Number.POSITIVE_INFINITY
  if (upper < from) return 'below'
  if (lower > to) return 'above'
  if (lower >= from && upper <= to) return 'inside'
  return measured.value >= from && measured.value <= to ? 'likely-inside' : 'unclear'
}

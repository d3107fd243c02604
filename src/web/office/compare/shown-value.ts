import type { CompareView } from '../../../domain/compare/compare-view.ts'

/** A value as it is shown: a share in percent, whether or not its formula makes it so. */
export function shownValue(
  value: number | null,
  { isPercent, whole }: Pick<CompareView, 'isPercent' | 'whole'>,
): string {
  if (value === null) return '—'
  if (!isPercent) return value.toFixed(Math.abs(value) < 10 ? 2 : 1)
  const share = whole.numerator && whole.denominator ? whole.numerator / whole.denominator : undefined
  const scale = share && whole.value ? whole.value / share : 1
  return `${((100 * value) / scale).toFixed(1)}%`
}
